package io.github.ddevbak.demo;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The flags one command of ddev knows, read as cobra reads them: {@code --name value}, {@code --name=value}, {@code -n
 * value}, grouped short ones, {@code --} ends them.
 */
final class Flags {
    private static final List<String> GLOBAL = List.of("json-output|j", "skip-hooks");

    private final Map<String, String> names = new HashMap<>();
    private final List<String> valued = new ArrayList<>();
    private final boolean mixedWithArguments;

    /** What a command line said. */
    record Read(Map<String, String> flags, List<String> arguments) {}

    /** Flags as {@code long|s}, those with a value as {@code long|s=}. */
    Flags(boolean mixedWithArguments, String... flags) {
        this.mixedWithArguments = mixedWithArguments;
        List<String> all = new ArrayList<>(GLOBAL);
        all.addAll(List.of(flags));
        for (String flag : all) {
            String[] forms = flag.replace("=", "").split("\\|", -1);
            for (String form : forms) {
                names.put(form, forms[0]);
            }
            if (flag.endsWith("=")) {
                valued.add(forms[0]);
            }
        }
    }

    Read read(List<String> words, String usage) throws WrongUsageException {
        Map<String, String> flags = new HashMap<>();
        List<String> arguments = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            if (word.equals("--")) {
                arguments.addAll(words.subList(i + 1, words.size()));
                break;
            }
            if (!word.startsWith("-") || word.equals("-")) {
                if (!mixedWithArguments) {
                    arguments.addAll(words.subList(i, words.size()));
                    break;
                }
                arguments.add(word);
                continue;
            }
            Optional<String> next = i + 1 < words.size() ? Optional.of(words.get(i + 1)) : Optional.empty();
            i += word.startsWith("--") ? longFlag(word, next, flags, usage) : shortFlags(word, next, flags, usage);
        }
        return new Read(flags, arguments);
    }

    /** How many further words the flag took. */
    private int longFlag(String word, Optional<String> next, Map<String, String> flags, String usage)
            throws WrongUsageException {
        String form = word.substring(2).replaceFirst("=.*", "");
        String name = names.get(form);
        if (name == null || form.length() == 1) {
            throw new WrongUsageException("Error: unknown flag: --" + form + "\n" + usage);
        }
        if (word.contains("=")) {
            flags.put(name, word.substring(word.indexOf('=') + 1));
            return 0;
        }
        return take(name, "--" + form, next, flags, usage);
    }

    private int shortFlags(String word, Optional<String> next, Map<String, String> flags, String usage)
            throws WrongUsageException {
        for (int i = 1; i < word.length(); i++) {
            String form = word.substring(i, i + 1);
            String name = names.get(form);
            if (name == null) {
                throw new WrongUsageException(
                        "Error: unknown shorthand flag: '" + form + "' in " + word + "\n" + usage);
            }
            if (valued.contains(name) && i + 1 < word.length()) {
                flags.put(name, word.substring(i + 1).replaceFirst("^=", ""));
                return 0;
            }
            if (take(name, "'" + form + "' in " + word, next, flags, usage) == 1) {
                return 1;
            }
        }
        return 0;
    }

    private int take(String name, String shown, Optional<String> next, Map<String, String> flags, String usage)
            throws WrongUsageException {
        if (!valued.contains(name)) {
            flags.put(name, "true");
            return 0;
        }
        if (next.isEmpty()) {
            throw new WrongUsageException("Error: flag needs an argument: " + shown + "\n" + usage);
        }
        flags.put(name, next.orElseThrow());
        return 1;
    }
}

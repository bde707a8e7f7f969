package io.github.ddevbak.cli.manual;

import io.github.ddevbak.settings.SettingKey;
import io.github.ddevbak.settings.SettingKeys;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The manual page: every command and option, and what no usage has room for. Pure. */
public final class ManualPage {
    private ManualPage() {}

    /**
     * The page, for man(1).
     *
     * @param codes the exit codes and what each means, in the order in which they win
     */
    public static String of(Outline root, String version, Map<String, String> codes) {
        return Template.read("ddevbak.1")
                .replace("@version@", version)
                .replace("@options@", options(root))
                .replace(
                        "@commands@",
                        root.all()
                                .filter(command -> command.commands().isEmpty())
                                .map(ManualPage::command)
                                .collect(Collectors.joining()))
                .replace(
                        "@codes@",
                        codes.entrySet().stream()
                                .map(code -> Troff.term(Troff.bold(code.getKey()), code.getValue()))
                                .collect(Collectors.joining()))
                .replace(
                        "@variables@",
                        SettingKeys.ALL.stream()
                                .filter(key -> !key.variable().isEmpty())
                                .map(key -> variable(key, root))
                                .collect(Collectors.joining()))
                .replaceAll("\n\n+", "\n");
    }

    private static String command(Outline command) {
        String synopsis = Stream.concat(
                        Stream.of(Troff.bold("ddevbak " + command.words(" "))),
                        Stream.concat(
                                command.options().isEmpty() ? Stream.of() : Stream.of("[\\fIoptions\\fR]"),
                                command.words().stream().map(ManualPage::word)))
                .collect(Collectors.joining(" "));
        String about = command.about().stream().map(Troff::text).collect(Collectors.joining("\n.PP\n"));
        return ".SS " + synopsis + "\n" + about + "\n" + options(command);
    }

    private static String word(Offer word) {
        return "[" + Troff.slanted(word.label()) + (word.repeated() ? "\\&..." : "") + "]";
    }

    private static String options(Outline command) {
        return command.options().stream()
                .map(option -> Troff.term(names(option), option.about()))
                .collect(Collectors.joining());
    }

    private static String names(Offer option) {
        String names = option.names().stream().map(Troff::bold).collect(Collectors.joining(", "));
        return option.label().isEmpty() ? names : names + " " + Troff.slanted(option.label());
    }

    /** With the option that says the same, where there is one. */
    private static String variable(SettingKey key, Outline root) {
        String about = root.options().stream()
                .filter(option -> option.names().contains(key.option()))
                .map(option -> option.about() + " As " + key.option() + " and the key ")
                .findFirst()
                .orElse("As the key ");
        return Troff.term(Troff.bold(key.variable()), about + key.name() + ".");
    }
}

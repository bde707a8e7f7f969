package io.github.ddevbak.cli.manual;

import io.github.ddevbak.project.ShellWord;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Completion for bash that starts no program: two tables in a script. Pure. */
public final class BashCompletion {
    private static final String INDENT = "        ";

    private BashCompletion() {}

    public static String of(Outline root) {
        return Template.read("completion.bash")
                .replace("@common@", options(root))
                .replace("@offers@", root.all().map(BashCompletion::offer).collect(Collectors.joining("\n")))
                .replace("@values@", values(root));
    }

    /** What may follow a command: {@code 'copy') commands='' options='--set' word='project' ;;}. */
    private static String offer(Outline command) {
        boolean root = command.path().isEmpty();
        String commands = command.commands().stream().map(Outline::name).collect(Collectors.joining(" "));
        String word = command.words().stream()
                .findFirst()
                .map(offer -> kind(offer.value()))
                .orElse("");
        return INDENT + ShellWord.quoted(command.words(" ")) + ") commands=" + ShellWord.quoted(commands) + " options="
                + ShellWord.quoted(root ? "" : options(command)) + " word=" + ShellWord.quoted(word) + " ;;";
    }

    /** What each option of each command takes; last what those take that every command has. */
    private static String values(Outline root) {
        Stream<String> own = root.all()
                .filter(command -> !command.path().isEmpty())
                .flatMap(command -> taking(command).map(option -> line(option, "", command.words(" ") + " ")));
        Stream<String> common = taking(root).map(option -> line(option, "*", " "));
        return Stream.concat(own, common).collect(Collectors.joining("\n"));
    }

    private static String line(Offer option, String any, String before) {
        String names = option.names().stream()
                .map(name -> any + ShellWord.quoted(before + name))
                .collect(Collectors.joining(" | "));
        return INDENT + names + ") kind=" + ShellWord.quoted(kind(option.value())) + " ;;";
    }

    private static Stream<Offer> taking(Outline command) {
        return command.options().stream().filter(option -> option.value().kind() != Value.Kind.NONE);
    }

    /** The names that are offered: the long one where there is one. */
    private static String options(Outline command) {
        return command.options().stream()
                .map(option -> option.names().get(option.names().size() - 1))
                .collect(Collectors.joining(" "));
    }

    private static String kind(Value value) {
        String kind = value.kind().name().toLowerCase(Locale.ROOT);
        return value.choices().isEmpty() ? kind : kind + ":" + String.join(" ", value.choices());
    }
}

package io.github.ddevbak.cli.manual;

import io.github.ddevbak.project.ShellWord;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Completion for zsh, with what each word does: one function for each command. Pure. */
public final class ZshCompletion {
    private ZshCompletion() {}

    public static String of(Outline root) {
        return Template.read("completion.zsh")
                .replace("@common@", specifications(root).collect(Collectors.joining("\n    ")))
                .replace("@functions@", root.all().map(ZshCompletion::function).collect(Collectors.joining("\n")));
    }

    private static String function(Outline command) {
        String name = name(command);
        List<String> own =
                command.path().isEmpty() ? List.of() : specifications(command).toList();
        String options = own.stream().map(line -> " \\\n        " + line).collect(Collectors.joining());
        if (command.commands().isEmpty()) {
            String words = command.words().stream()
                    .map(word -> " \\\n        " + ShellWord.quoted((word.repeated() ? "*" : "") + ":" + action(word)))
                    .collect(Collectors.joining());
            return name + "() {\n    typeset -A opt_args\n    _arguments -s -S : $_ddevbak_common" + options + words
                    + "\n}\n";
        }
        String commands = command.commands().stream()
                .map(sub -> "        " + ShellWord.quoted(sub.name() + ":" + sub.sentence()))
                .collect(Collectors.joining("\n"));
        String rest = command.commands().stream()
                .map(sub -> "        " + sub.name() + ") " + name(sub) + " ;;")
                .collect(Collectors.joining("\n"));
        return Template.read("completion-commands.zsh")
                .replace("@name@", name)
                .replace("@options@", options)
                .replace("@commands@", commands)
                .replace("@rest@", rest);
    }

    private static String name(Outline command) {
        return "_ddevbak_of" + command.path().stream().map(word -> "_" + word).collect(Collectors.joining());
    }

    private static Stream<String> specifications(Outline command) {
        return command.options().stream().flatMap(ZshCompletion::specifications);
    }

    /** One for each name; who said one of them is not offered the other, if once is enough. */
    private static Stream<String> specifications(Offer option) {
        boolean takes = option.value().kind() != Value.Kind.NONE;
        String once = option.repeated() ? "*" : "(" + String.join(" ", option.names()) + ")";
        return option.names().stream().map(name -> {
            String joint = takes ? name.startsWith("--") ? "=" : "+" : "";
            String about = "[" + inBrackets(option.about()) + "]";
            return ShellWord.quoted(once + name + joint + about + (takes ? ":" + action(option) : ""));
        });
    }

    private static String inBrackets(String text) {
        return text.replace("\\", "\\\\").replace("[", "\\[").replace("]", "\\]");
    }

    /** The rest of a specification: what stands for the value, and how it is completed. */
    private static String action(Offer offer) {
        String choices = String.join(" ", offer.value().choices());
        String how = switch (offer.value().kind()) {
            case NONE, ANY -> " ";
            case FILE -> "_files";
            case FOLDER -> "_files -/";
            case PROJECT -> "_ddevbak_projects";
            case SET -> "_ddevbak_sets";
            case ONE -> "(" + choices + ")";
            case SOME -> "_values -s , part " + choices;
        };
        return offer.label().replace(":", "\\:").replace("'", "") + ":" + how;
    }
}

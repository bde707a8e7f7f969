package io.github.ddevbak.cli.manual;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * One command, as the program wires it: what may follow its name.
 *
 * @param path the words that lead to it from the program's own name; empty for that name itself
 * @param about paragraphs, of which the first says it in short
 * @param options its own, in the order of their names; those that every command takes are the root's
 * @param words what stands for words that are no options
 */
public record Outline(
        List<String> path, List<String> about, List<Offer> options, List<Offer> words, List<Outline> commands) {
    public Outline {
        path = List.copyOf(path);
        about = List.copyOf(about);
        options = List.copyOf(options);
        words = List.copyOf(words);
        commands = List.copyOf(commands);
    }

    /** Of the command and all below it that are shown to users. */
    public static Outline of(CommandLine line) {
        return of(line, List.of());
    }

    private static Outline of(CommandLine line, List<String> path) {
        CommandSpec spec = line.getCommandSpec();
        List<Outline> commands = new ArrayList<>();
        line.getSubcommands().forEach((name, sub) -> {
            if (!sub.getCommandSpec().usageMessage().hidden()) {
                commands.add(
                        of(sub, Stream.concat(path.stream(), Stream.of(name)).toList()));
            }
        });
        return new Outline(
                path,
                paragraphs(spec.usageMessage().description()),
                spec.options().stream()
                        .filter(option -> !option.hidden() && (path.isEmpty() || isOwn(option)))
                        .map(Outline::option)
                        .sorted(Comparator.comparing(Outline::longest))
                        .toList(),
                spec.positionalParameters().stream().map(Outline::word).toList(),
                commands);
    }

    /** This command and all below it. */
    Stream<Outline> all() {
        return Stream.concat(Stream.of(this), commands.stream().flatMap(Outline::all));
    }

    String name() {
        return path.isEmpty() ? "ddevbak" : path.get(path.size() - 1);
    }

    /** The first sentence of what it is about. */
    String sentence() {
        return about.isEmpty() ? "" : about.get(0).split("(?<=[.?]) ", 2)[0];
    }

    /** Its words after the program's name. */
    String words(String between) {
        return String.join(between, path);
    }

    private static List<String> paragraphs(String[] lines) {
        List<String> paragraphs = new ArrayList<>();
        boolean ended = true;
        for (String line : lines) {
            if (!line.isEmpty() && ended) {
                paragraphs.add(line);
            } else if (!line.isEmpty()) {
                paragraphs.set(paragraphs.size() - 1, paragraphs.get(paragraphs.size() - 1) + " " + line);
            }
            ended = line.isEmpty();
        }
        return paragraphs;
    }

    private static boolean isOwn(OptionSpec option) {
        return !option.inherited() && !option.usageHelp() && !option.versionHelp();
    }

    private static Offer option(OptionSpec option) {
        boolean takes = option.arity().max() > 0;
        return new Offer(
                Stream.of(option.names())
                        .sorted(Comparator.comparingInt(String::length))
                        .toList(),
                takes ? option.paramLabel() : "",
                String.join(" ", option.description()),
                takes ? value(option) : Value.NONE,
                option.isMultiValue());
    }

    private static Offer word(ArgSpec word) {
        return new Offer(
                List.of(), word.paramLabel(), String.join(" ", word.description()), value(word), word.isMultiValue());
    }

    private static Value value(ArgSpec arg) {
        @Nullable Iterable<String> choices = arg.completionCandidates();
        return Value.of(
                arg.paramLabel(),
                choices == null
                        ? List.of()
                        : StreamSupport.stream(choices.spliterator(), false).toList(),
                !arg.splitRegex().isEmpty());
    }

    private static String longest(Offer option) {
        String name = option.names().get(option.names().size() - 1);
        return name.replaceFirst("^-+", "");
    }
}

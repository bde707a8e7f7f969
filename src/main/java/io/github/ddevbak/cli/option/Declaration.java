package io.github.ddevbak.cli.option;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;

/**
 * A command as its help tells it: its name, what it is about, its options and arguments.
 *
 * <p>It is made by picocli's builders and not by its annotations, for which Java makes classes at every start that no
 * archive of classes keeps: that was a third of what a short command took (picocli 4.7.7, Java 17 and 25).
 *
 * <p>The names of an option are written as the help shows them: {@code "-d, --dest"}.
 */
public final class Declaration {
    private static final String BETWEEN_NAMES = ", ";

    private final CommandSpec spec;
    private final ScopeType scope;

    /** Of a command below the program; the first line of what it is about says it in short. */
    public Declaration(Callable<Integer> command, String name, String... about) {
        this(command, ScopeType.LOCAL, name, about);
    }

    private Declaration(Callable<Integer> command, ScopeType scope, String name, String... about) {
        this.spec = CommandSpec.wrapWithoutInspection(command).name(name);
        this.scope = scope;
        spec.usageMessage().description(about);
        spec.addOption(OptionSpec.builder("-h", "--help")
                .usageHelp(true)
                .description("Show this help message and exit.")
                .build());
        spec.addOption(OptionSpec.builder("-V", "--version")
                .versionHelp(true)
                .description("Print version information and exit.")
                .build());
    }

    /** Of the program itself, whose options, version and foot of the help are those of every command. */
    public static Declaration program(
            Callable<Integer> command, String name, Supplier<String> version, String... about) {
        Declaration program = new Declaration(command, ScopeType.INHERIT, name, about);
        program.spec.versionProvider(() -> new String[] {version.get()});
        program.spec.scopeType(ScopeType.INHERIT);
        return program;
    }

    public Declaration footer(String... lines) {
        spec.usageMessage().footer(lines);
        return this;
    }

    /** Neither help nor completion nor the manual tells of it. */
    public Declaration hidden() {
        spec.usageMessage().hidden(true);
        return this;
    }

    public Flag flag(String names, String... about) {
        return new Flag(added(option(names, about).type(boolean.class)));
    }

    /** A flag that says more where it is given again. */
    public Several<Boolean> flags(String names, String... about) {
        return new Several<>(added(option(names, about)
                .type(List.class)
                .auxiliaryTypes(Boolean.class)
                .arity("0")));
    }

    public Single<String> text(String names, String label, String... about) {
        return value(String.class, names, label, about);
    }

    /** The same, with the words that a shell proposes. */
    public Single<String> text(String names, String label, Iterable<String> choices, String... about) {
        return new Single<>(
                added(option(names, about).paramLabel(label).type(String.class).completionCandidates(choices)));
    }

    public <T> Single<T> value(Class<T> type, String names, String label, String... about) {
        return new Single<>(added(option(names, about).paramLabel(label).type(type)));
    }

    public Several<String> texts(String names, String label, String... about) {
        return values(String.class, names, label, about);
    }

    public <T> Several<T> values(Class<T> type, String names, String label, String... about) {
        return new Several<>(added(several(type, names, label, about)));
    }

    /** Several in one word, with commas between them, or in several. */
    public Several<String> listed(String names, String label, String... about) {
        return new Several<>(added(several(String.class, names, label, about).splitRegex(",")));
    }

    /** The same, with the words that a shell proposes. */
    public Several<String> listed(String names, String label, Iterable<String> choices, String... about) {
        return new Several<>(
                added(several(String.class, names, label, about).splitRegex(",").completionCandidates(choices)));
    }

    /** A word that must be there. */
    public <T> Single<T> argument(Class<T> type, String label, String... about) {
        return new Single<>(added(word(label, about).type(type).arity("1").required(true)));
    }

    /** A word that may be there. */
    public Single<String> optionalArgument(String label, String... about) {
        return new Single<>(added(word(label, about).type(String.class).arity("0..1")));
    }

    public Several<String> arguments(String label, String... about) {
        return arguments(String.class, label, about);
    }

    public <T> Several<T> arguments(Class<T> type, String label, String... about) {
        return new Several<>(added(word(label, about)
                .type(List.class)
                .auxiliaryTypes(type)
                .index("0..*")
                .arity("0..1")));
    }

    /** A command below this one. */
    public void add(Declaration below) {
        spec.addSubcommand(below.spec.name(), below.spec);
    }

    /** What picocli runs. */
    public CommandLine line() {
        return new CommandLine(spec);
    }

    /** What the command throws where the words cannot mean anything. */
    public ParameterException refusal(String sentence) {
        return new ParameterException(spec.commandLine(), sentence);
    }

    private OptionSpec.Builder option(String names, String... about) {
        return OptionSpec.builder(each(names)).description(about).scopeType(scope);
    }

    private <T> OptionSpec.Builder several(Class<T> type, String names, String label, String... about) {
        return option(names, about).paramLabel(label).type(List.class).auxiliaryTypes(type);
    }

    private static PositionalParamSpec.Builder word(String label, String... about) {
        return PositionalParamSpec.builder().paramLabel(label).description(about);
    }

    private ArgSpec added(OptionSpec.Builder option) {
        OptionSpec made = option.build();
        spec.addOption(made);
        return made;
    }

    private ArgSpec added(PositionalParamSpec.Builder word) {
        PositionalParamSpec made = word.build();
        spec.addPositional(made);
        return made;
    }

    private static String[] each(String names) {
        List<String> each = new ArrayList<>();
        int from = 0;
        for (int comma = names.indexOf(BETWEEN_NAMES); comma >= 0; comma = names.indexOf(BETWEEN_NAMES, from)) {
            each.add(names.substring(from, comma));
            from = comma + BETWEEN_NAMES.length();
        }
        each.add(names.substring(from));
        return each.toArray(String[]::new);
    }
}

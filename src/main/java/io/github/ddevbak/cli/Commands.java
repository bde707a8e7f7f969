package io.github.ddevbak.cli;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;

/**
 * Every command below the program's own name, made when it is named: reading the options of all of them takes longer
 * than what most of them do.
 */
final class Commands {
    /** One command: its name, and how it is made from the root, which holds the options and the use cases. */
    record Entry(String name, Class<?> type, Function<DdevbakCommand, Object> maker) {}

    static final List<Entry> ALL = List.of(
            new Entry("all", AllCommand.class, AllCommand::new),
            new Entry("snapshot", SnapshotCommand.class, SnapshotCommand::new),
            new Entry("export-db", ExportDbCommand.class, ExportDbCommand::new),
            new Entry("git-check", GitCheckCommand.class, GitCheckCommand::new),
            new Entry("files-manifest", FilesManifestCommand.class, FilesManifestCommand::new),
            new Entry("list", ListCommand.class, ListCommand::new),
            new Entry("show", ShowCommand.class, ShowCommand::new),
            new Entry("status", StatusCommand.class, StatusCommand::new),
            new Entry("report", ReportCommand.class, ReportCommand::new),
            new Entry("verify", VerifyCommand.class, VerifyCommand::new),
            new Entry("restore", RestoreCommand.class, RestoreCommand::new),
            new Entry("drill", DrillCommand.class, DrillCommand::new),
            new Entry("prune", PruneCommand.class, PruneCommand::new),
            new Entry("copy", CopyCommand.class, CopyCommand::new),
            new Entry("schedule", ScheduleCommand.class, ScheduleCommand::line),
            new Entry("hook", HookCommand.class, HookCommand::line),
            new Entry("config", ConfigCommand.class, ConfigCommand::line),
            new Entry("doctor", DoctorCommand.class, DoctorCommand::new),
            new Entry("demo", DemoCommand.class, DemoCommand::new));

    private final DdevbakCommand root;
    private final List<String> words;

    /** @param words what the user said */
    Commands(DdevbakCommand root, List<String> words) {
        this.root = root;
        this.words = words;
    }

    /** The root with all commands in their order: whole where a word may name one, else as much as the help shows. */
    CommandLine line() {
        CommandLine line = new CommandLine(root);
        // A word may be an option's value, and a file of words may hold anything: then one too many is made.
        boolean any = words.stream().anyMatch(word -> word.startsWith("@"));
        boolean described = words.isEmpty() || ALL.stream().noneMatch(entry -> entry.name.equals(words.get(0)));
        for (Entry entry : ALL) {
            line.addSubcommand(
                    entry.name(),
                    any || words.contains(entry.name()) ? entry.maker().apply(root) : outline(entry, described));
        }
        return line;
    }

    private static CommandSpec outline(Entry entry, boolean described) {
        CommandSpec spec = CommandSpec.create().name(entry.name());
        if (described) {
            spec.usageMessage()
                    .description(Optional.ofNullable(entry.type().getAnnotation(Command.class))
                            .map(Command::description)
                            .orElseThrow());
        }
        return spec;
    }
}

package io.github.ddevbak.cli;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Column;
import picocli.CommandLine.Help.TextTable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.UsageMessageSpec;

/** Every command below the program's own name, made when it is named. */
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
            new Entry("notice", NoticeCommand.class, NoticeCommand::line),
            new Entry("config", ConfigCommand.class, ConfigCommand::line),
            new Entry("doctor", DoctorCommand.class, DoctorCommand::new),
            new Entry("completion", CompletionCommand.class, CompletionCommand::new),
            new Entry("manual", ManualCommand.class, ManualCommand::new),
            new Entry("demo", DemoCommand.class, DemoCommand::new));

    private static final Set<String> HELP = Set.of("-h", "--help");

    private final DdevbakCommand root;
    private final List<String> words;

    /** @param words what the user said */
    Commands(DdevbakCommand root, List<String> words) {
        this.root = root;
        this.words = words;
    }

    /** With every command made, for whoever describes them all. */
    static CommandLine whole(DdevbakCommand root) {
        return new Commands(root, ALL.stream().map(Entry::name).toList()).line();
    }

    /**
     * The root with the commands that the words need: each takes over every option of the root, which for all of them
     * takes longer than what most of them do.
     */
    CommandLine line() {
        CommandLine line = new CommandLine(root);
        if (HELP.containsAll(words)) {
            // One is enough for the help to say that there are some.
            add(line, ALL.get(0), false);
            line.getHelpSectionMap().put(UsageMessageSpec.SECTION_KEY_COMMAND_LIST, Commands::list);
            return line;
        }
        // A word may be an option's value, and a file of words may hold anything: then one too many is made.
        boolean any = words.stream().anyMatch(word -> word.startsWith("@"));
        boolean some = any || ALL.stream().anyMatch(entry -> words.contains(entry.name));
        for (Entry entry : ALL) {
            boolean named = any || words.contains(entry.name);
            // Where none is named, the names are there to be proposed.
            if (named || !some) {
                add(line, entry, named);
            }
        }
        return line;
    }

    private void add(CommandLine line, Entry entry, boolean whole) {
        line.addSubcommand(
                entry.name(),
                whole ? entry.maker().apply(root) : CommandSpec.create().name(entry.name()));
    }

    /** What the help says of each command. */
    private static String list(Help help) {
        int names = ALL.stream().mapToInt(entry -> entry.name.length()).max().orElseThrow() + 2;
        int columns = help.commandSpec().usageMessage().width();
        TextTable table = TextTable.forColumns(
                help.colorScheme(),
                new Column(names, 2, Column.Overflow.SPAN),
                new Column(columns - names, 2, Column.Overflow.WRAP));
        for (Entry entry : ALL) {
            String[] description = Optional.ofNullable(entry.type().getAnnotation(Command.class))
                    .map(Command::description)
                    .orElseThrow();
            table.addRowValues(entry.name(), String.format(description[0]));
        }
        return table.toString();
    }
}

package io.github.ddevbak.cli;

import java.util.List;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Column;
import picocli.CommandLine.Help.TextTable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.UsageMessageSpec;

/** Every command below the program's own name, made when it is named. */
final class Commands {
    /**
     * One command.
     *
     * @param summary what the help says of it: a constant, which asks for no class
     */
    record Entry(String name, String summary) {}

    static final List<Entry> ALL = List.of(
            new Entry("all", AllCommand.SUMMARY),
            new Entry("snapshot", SnapshotCommand.SUMMARY),
            new Entry("export-db", ExportDbCommand.SUMMARY),
            new Entry("git-check", GitCheckCommand.SUMMARY),
            new Entry("files-manifest", FilesManifestCommand.SUMMARY),
            new Entry("list", ListCommand.SUMMARY),
            new Entry("show", ShowCommand.SUMMARY),
            new Entry("status", StatusCommand.SUMMARY),
            new Entry("report", ReportCommand.SUMMARY),
            new Entry("verify", VerifyCommand.SUMMARY),
            new Entry("restore", RestoreCommand.SUMMARY),
            new Entry("drill", DrillCommand.SUMMARY),
            new Entry("prune", PruneCommand.SUMMARY),
            new Entry("copy", CopyCommand.SUMMARY),
            new Entry("schedule", ScheduleCommand.SUMMARY),
            new Entry("hook", HookCommand.SUMMARY),
            new Entry("notice", NoticeCommand.SUMMARY),
            new Entry("config", ConfigCommand.SUMMARY),
            new Entry("doctor", DoctorCommand.SUMMARY),
            new Entry("completion", CompletionCommand.SUMMARY),
            new Entry("manual", ManualCommand.SUMMARY),
            new Entry("demo", DemoCommand.SUMMARY));

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
        DdevbakCommand another = new DdevbakCommand(root.shell, root.useCases, root.clock);
        return new Commands(another, ALL.stream().map(Entry::name).toList()).line();
    }

    /**
     * The root with the commands that the words need: each takes over every option of the root, which for all of them
     * takes longer than what most of them do.
     */
    CommandLine line() {
        CommandLine line = root.declaration.line();
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
                whole
                        ? made(entry.name(), root).declaration.line()
                        : CommandSpec.create().name(entry.name()));
    }

    /** By name and not by twenty functions: each of them takes a part of a millisecond at the start. */
    private static Command made(String name, DdevbakCommand root) {
        return switch (name) {
            case "all" -> new AllCommand(root);
            case "snapshot" -> new SnapshotCommand(root);
            case "export-db" -> new ExportDbCommand(root);
            case "git-check" -> new GitCheckCommand(root);
            case "files-manifest" -> new FilesManifestCommand(root);
            case "list" -> new ListCommand(root);
            case "show" -> new ShowCommand(root);
            case "status" -> new StatusCommand(root);
            case "report" -> new ReportCommand(root);
            case "verify" -> new VerifyCommand(root);
            case "restore" -> new RestoreCommand(root);
            case "drill" -> new DrillCommand(root);
            case "prune" -> new PruneCommand(root);
            case "copy" -> new CopyCommand(root);
            case "schedule" -> ScheduleCommand.of(root);
            case "hook" -> HookCommand.of(root);
            case "notice" -> NoticeCommand.of(root);
            case "config" -> ConfigCommand.of(root);
            case "doctor" -> new DoctorCommand(root);
            case "completion" -> new CompletionCommand(root);
            case "manual" -> new ManualCommand(root);
            case "demo" -> new DemoCommand(root);
            default -> throw new IllegalArgumentException(name);
        };
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
            table.addRowValues(entry.name(), String.format(entry.summary()));
        }
        return table.toString();
    }
}

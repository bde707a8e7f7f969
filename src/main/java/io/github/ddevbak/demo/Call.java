package io.github.ddevbak.demo;

import io.github.ddevbak.process.Invocation;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * One sentence said to the simulated ddev, taken apart.
 *
 * @param verb the command's own name, such as {@code export-db}
 * @param flags long names to values
 * @param arguments what is no flag: project names; for {@code exec} the program and its arguments
 * @param invocation the whole call
 * @param strikes what goes wrong in it
 */
record Call(String verb, Map<String, String> flags, List<String> arguments, Invocation invocation, Strikes strikes) {

    private static final Map<String, Flags> FLAGS = Map.ofEntries(
            Map.entry("version", new Flags(true)),
            Map.entry("list", new Flags(true, "active-only|A", "type|t=", "wrap-table|W")),
            Map.entry("describe", new Flags(true)),
            Map.entry("start", new Flags(true, "skip-confirmation|y")),
            Map.entry("stop", new Flags(true)),
            Map.entry("snapshot", new Flags(true, "all|a", "list|l", "name|n=", "yes|y")),
            Map.entry("export-db", new Flags(true, "database|d=", "file|f=", "gzip|z")),
            Map.entry("snapshot restore", new Flags(true, "latest")),
            Map.entry(
                    "import-db", new Flags(true, "database|d=", "file|f=", "no-drop", "no-progress", "extract-path=")),
            Map.entry("config", new Flags(true, "project-name=", "project-type=", "docroot=", "database=")),
            Map.entry("delete", new Flags(true, "omit-snapshot|O", "yes|y")),
            Map.entry("exec", new Flags(false, "raw", "service|s=", "quiet|q", "project|p=")));

    private static final Map<String, String> ALIASES = Map.of(
            "l",
            "list",
            "ls",
            "list",
            "status",
            "describe",
            "st",
            "describe",
            "desc",
            "describe",
            "add",
            "start",
            "rm",
            "stop",
            "remove",
            "stop",
            ".",
            "exec");

    /** Takes apart what stands after {@code ddev}. */
    static Call of(Invocation invocation) throws WrongUsageException {
        List<String> words =
                invocation.command().subList(1, invocation.command().size());
        if (words.equals(List.of("--version")) || words.equals(List.of("-v"))) {
            return new Call("--version", Map.of(), List.of(), invocation, new Strikes(List.of()));
        }
        String first = words.isEmpty() ? "" : words.get(0);
        boolean restore =
                words.size() > 1 && first.equals("snapshot") && words.get(1).equals("restore");
        String verb = restore ? "snapshot restore" : ALIASES.getOrDefault(first, first);
        Flags flags = FLAGS.get(verb);
        if (flags == null) {
            throw new WrongUsageException(
                    "Error: unknown command \"" + first + "\" for \"ddev\"\n" + "Run 'ddev --help' for usage.\n");
        }
        Flags.Read read = flags.read(words.subList(restore ? 2 : 1, words.size()), Usages.of(verb));
        boolean line = verb.equals("exec")
                && !read.flags().containsKey("raw")
                && read.arguments().size() == 1;
        List<String> arguments = line ? ShellLine.words(read.arguments().get(0)) : read.arguments();
        return new Call(verb, read.flags(), arguments, invocation, new Strikes(List.of()));
    }

    Call struckBy(Strikes newStrikes) {
        return new Call(verb, flags, arguments, invocation, newStrikes);
    }

    boolean struckBy(Fault.Kind kind) {
        return strikes.has(kind);
    }

    boolean flag(String name) {
        return Boolean.parseBoolean(flags.getOrDefault(name, "false"));
    }

    boolean json() {
        return flag("json-output");
    }

    /** Colours are written unless {@code NO_COLOR} is set or the output is JSON (ddev v1.25.3, recording 966). */
    boolean colour() {
        return !json() && invocation.environment().getOrDefault("NO_COLOR", "").isEmpty();
    }

    Path directory() {
        return invocation.directory().orElseGet(() -> Path.of("").toAbsolutePath());
    }

    /** Which sentence this is, for the faults. */
    Fault.Command command() {
        return switch (verb) {
            case "--version", "version" -> Fault.Command.VERSION;
            case "list" -> Fault.Command.LIST;
            case "describe" -> Fault.Command.DESCRIBE;
            case "start" -> Fault.Command.START;
            case "stop" -> Fault.Command.STOP;
            case "snapshot" -> Fault.Command.SNAPSHOT;
            case "snapshot restore" -> Fault.Command.RESTORE;
            case "export-db" -> Fault.Command.EXPORT_DB;
            case "import-db" -> Fault.Command.IMPORT_DB;
            case "config" -> Fault.Command.CONFIG;
            case "delete" -> Fault.Command.DELETE;
            default -> DatabaseContainer.commandOf(arguments);
        };
    }
}

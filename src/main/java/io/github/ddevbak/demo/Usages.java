package io.github.ddevbak.demo;

/** What ddev prints after an error of usage (ddev v1.25.3, recordings 209, 968, 039, 040). */
final class Usages {
    private static final String GLOBAL = """

            Global Flags:
              -j, --json-output   If true, user-oriented output will be in JSON format.
                  --skip-hooks    If true, any hook normally run by the command will be skipped.
            """;

    private static final String EXPORT_DB = """
            Usage:
              ddev export-db [project] [flags]

            Examples:
              $ ddev export-db --file=/tmp/db.sql.gz
              $ ddev export-db -f /tmp/db.sql.gz
              $ ddev export-db --gzip=false --file /tmp/db.sql
              $ ddev export-db > /tmp/db.sql.gz
              $ ddev export-db --gzip=false > /tmp/db.sql
              $ ddev export-db --database=additional_db --file=.tarballs/additional_db.sql.gz
              $ ddev export-db my-project --gzip=false --file=/tmp/my_project.sql


            Flags:
                  --bzip2             Use bzip2 compression
              -d, --database string   Target database to export from (default "db")
              -f, --file string       Path to a SQL dump file to export to
              -z, --gzip              Use gzip compression (default true)
              -h, --help              help for export-db
                  --xz                Use xz compression
            """;

    private static final String SNAPSHOT = """
            Usage:
              ddev snapshot [projectname projectname...] [flags]
              ddev snapshot [command]

            Examples:
            ddev snapshot
            ddev snapshot --name some_descriptive_name
            ddev snapshot --cleanup
            ddev snapshot --cleanup --name my_snapshot_name
            ddev snapshot --cleanup -y
            ddev snapshot --list
            ddev snapshot --all

            Available Commands:
              restore     Restore a project's database to the provided snapshot version.

            Flags:
              -a, --all           Snapshot all projects. Will start the project if it is stopped or paused
              -C, --cleanup       Cleanup snapshots
              -h, --help          help for snapshot
              -l, --list          List snapshots
              -n, --name string   provide a name for the snapshot
              -y, --yes           Yes - skip confirmation prompt
            """;

    private static final String IMPORT_DB = """
            Usage:
              ddev import-db [project] [flags]

            Examples:
              $ ddev import-db
              $ ddev import-db --file=.tarballs/junk.sql
              $ ddev import-db --file=.tarballs/junk.sql.gz
              $ ddev import-db --database=other_db --file=.tarballs/db.sql.gz
              $ ddev import-db --file=.tarballs/db.sql.bz2
              $ ddev import-db --file=.tarballs/db.sql.xz
              $ ddev import-db < db.sql
              $ ddev import-db my-project < db.sql
              $ gzip -dc db.sql.gz | ddev import-db


            Flags:
              -d, --database string       Target database to import into (default "db")
                  --extract-path string   Path to extract within the archive
              -f, --file .sql             Path to a SQL dump in .sql, `.tar`, `.tar.gz`, `.tar.bz2`, `.tar.xz`, `.tgz`, or `.zip` format
              -h, --help                  help for import-db
                  --no-drop               Do not drop the database before importing
                  --no-progress           Do not output progress
            """;

    private Usages() {}

    /** The usage of a command, ending in the blank line cobra puts there. */
    static String of(String verb) {
        return switch (verb) {
            case "export-db" -> EXPORT_DB + GLOBAL + "\n";
            case "import-db" -> IMPORT_DB + GLOBAL + "\n";
            case "snapshot" ->
                SNAPSHOT
                        + GLOBAL
                        + "\nUse \"ddev snapshot [command] --help\" for more information about a command.\n\n";
            case "start", "stop" -> usage(verb, "[projectname ...]");
            case "describe" -> usage(verb, "[projectname]");
            case "exec" -> usage(verb, "[flags] [command] [command-flags]");
            default -> usage(verb, "");
        };
    }

    private static String usage(String verb, String arguments) {
        String flags = arguments.contains("[flags]") ? "" : " [flags]";
        return "Usage:\n  ddev " + verb + (arguments.isEmpty() ? "" : " " + arguments) + flags
                + "\n\nFlags:\n  -h, --help   help for " + verb + "\n" + GLOBAL + "\n";
    }
}

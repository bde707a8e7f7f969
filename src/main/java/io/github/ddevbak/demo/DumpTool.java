package io.github.ddevbak.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** What a dump tool in the database container prints, with the faults that strike it. */
final class DumpTool {
    private static final String CONNECTION_LOST =
            "mariadb-dump: Error 2013: Lost connection to server during query when dumping table `product` at row: 61\n";
    private static final String NOISE = """
            Building project images...Project images built in 2s.
            Waiting for containers to become ready: [web db]... ready in 2.0s
            """;

    private final Clock clock;

    DumpTool(Clock clock) {
        this.clock = clock;
    }

    /** Runs the tool with its arguments, the database's name last. */
    DumpRun run(Site site, List<String> words, boolean sandboxLine, Strikes strikes) {
        String wanted = PostgresAnswers.name(words.get(words.size() - 1));
        String name = strikes.has(Fault.Kind.WRONG_FILE) ? "other" : wanted;
        Optional<SimulatedDatabase> found = strikes.has(Fault.Kind.WRONG_FILE)
                ? Optional.of(SimulatedDatabase.of(
                        "other", new SimulatedDatabase.Table("elsewhere", 3), new SimulatedDatabase.Table("more", 1)))
                : site.state().databases().stream()
                        .filter(database -> database.name().equals(name))
                        .findFirst();
        MariadbDump.Options options =
                new MariadbDump.Options(words.contains("--routines"), words.contains("--events"), sandboxLine);
        return found.isEmpty()
                ? unknown(site.configuration(), wanted, options)
                : struck(known(site.configuration(), meanwhile(found.orElseThrow(), strikes), words, options), strikes);
    }

    private static SimulatedDatabase meanwhile(SimulatedDatabase database, Strikes strikes) {
        if (strikes.has(Fault.Kind.TABLE_COMES_AND_GOES)) {
            return database.plusTable(new SimulatedDatabase.Table("tmp_rebuild", 2));
        }
        return strikes.has(Fault.Kind.STALE_FILE) ? database.withoutLastTable() : database;
    }

    private DumpRun unknown(Configuration configuration, String name, MariadbDump.Options options) {
        if (configuration.postgres()) {
            return new DumpRun(
                    new byte[0],
                    "pg_dump: error: connection to server on socket \"/var/run/postgresql/.s.PGSQL.5432\" failed:"
                            + " FATAL:  database \"" + name + "\" does not exist\n",
                    1);
        }
        byte[] head = new MariadbDump(clock).untilFirstTable(SimulatedDatabase.of(name), configuration, options);
        return new DumpRun(
                head,
                "mariadb-dump: Got error: 1049: \"Unknown database '" + name + "'\" when selecting the database\n",
                2);
    }

    private DumpRun known(
            Configuration configuration, SimulatedDatabase database, List<String> words, MariadbDump.Options options) {
        if (configuration.postgres()) {
            return new DumpRun(PostgresDump.write(database), "", 0);
        }
        MariadbDump tool = new MariadbDump(clock);
        Optional<SimulatedDatabase.View> broken =
                database.views().stream().filter(SimulatedDatabase.View::broken).findFirst();
        if (broken.isEmpty()) {
            return new DumpRun(tool.write(database, configuration, options), "", 0);
        }
        String view = broken.orElseThrow().name();
        String error = "View '" + database.name() + "." + view
                + "' references invalid table(s) or column(s) or function(s) or definer/invoker of view lack rights to use them";
        String stderr = words.contains("--single-transaction")
                ? "mariadb-dump: Couldn't execute 'SHOW FIELDS FROM `" + view + "`': " + error + " (1356)\n"
                : "mariadb-dump: Got error: 1356: \"" + error + "\" when using LOCK TABLES\n";
        byte[] dump = words.contains("--force")
                ? tool.write(database, configuration, options)
                : tool.untilFirstTable(database, configuration, options);
        return new DumpRun(dump, stderr, 2);
    }

    private static DumpRun struck(DumpRun run, Strikes strikes) {
        if (strikes.has(Fault.Kind.EMPTY_FILE) || strikes.has(Fault.Kind.LIES)) {
            return new DumpRun(new byte[0], "", 0);
        }
        if (strikes.has(Fault.Kind.PARTIAL_FILE) || strikes.has(Fault.Kind.TRUNCATED_WITH_SUCCESS)) {
            return run.half("", 0);
        }
        if (strikes.has(Fault.Kind.CONNECTION_LOST)) {
            return run.half(CONNECTION_LOST, 3);
        }
        if (strikes.has(Fault.Kind.CONNECTION_LOST_WITH_EXIT_0)) {
            return run.half(CONNECTION_LOST, 0);
        }
        if (strikes.has(Fault.Kind.DISK_FULL)) {
            return run.half("mariadb-dump: Got errno 28 on write\n", 5);
        }
        return strikes.has(Fault.Kind.START_NOISE) ? run.after(NOISE.getBytes(UTF_8)) : run;
    }
}

package io.github.ddevbak.backup;

import io.github.ddevbak.database.DumpDialect;
import io.github.ddevbak.database.DumpFacts;
import io.github.ddevbak.database.DumpProof;
import io.github.ddevbak.database.DumpWriter;
import io.github.ddevbak.ddev.Answer;
import io.github.ddevbak.ddev.DatabaseCli;
import io.github.ddevbak.ddev.ServerDatabase;
import io.github.ddevbak.process.Ending;
import io.github.ddevbak.process.ProcessResult;
import io.github.ddevbak.project.DatabaseServer;
import io.github.ddevbak.project.DumpFormat;
import io.github.ddevbak.project.Finding;
import io.github.ddevbak.project.Printable;
import io.github.ddevbak.project.Project;
import io.github.ddevbak.project.SchemaCounts;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Dumps one database of a running project into a file, and proves the dump. */
public final class DatabaseDumper {
    /**
     * mariadb-dump and mysqldump on a view whose table, column or definer is gone: the number comes first where tables
     * are locked, and last with {@code --single-transaction} (MariaDB 10.11, 11.8).
     */
    private static final Pattern BROKEN_VIEW = Pattern.compile("(?=.*\\b1356\\b).*?View '([^']*)'.*");

    private final DatabaseCli questions;
    private final DatabaseCli dumps;
    private final LeftRunning left;
    private final int threads;
    private final LongConsumer progress;
    private final AtomicInteger dumping = new AtomicInteger();
    private final AtomicLong coming = new AtomicLong();

    /**
     * @param questions asks the server, with a short time-out
     * @param dumps dumps, with a long one
     * @param sheltered cleans up after a dump that was cut short; a cancellation does not end it
     * @param threads that compress; dumps at once share them out
     * @param progress hears how much has come of all dumps that are being made
     */
    public DatabaseDumper(
            DatabaseCli questions, DatabaseCli dumps, DatabaseCli sheltered, int threads, LongConsumer progress) {
        this.questions = questions;
        this.dumps = dumps;
        this.left = new LeftRunning(questions, sheltered);
        this.threads = threads;
        this.progress = progress;
    }

    /**
     * A dump that was proved, or why there is none.
     *
     * @param facts of the dump; empty where there is no proved one
     * @param findings losses and errors
     * @param method {@code export-db} or {@code exec}
     */
    public record Dumped(Optional<DumpFacts> facts, List<Finding> findings, String method) {}

    /** Dumps into a new file; a dump that could not be proved leaves no file. */
    public Dumped dump(Project project, DatabaseServer server, ServerDatabase database, Path file, DumpFormat format) {
        boolean whole = DatabaseCli.exportable(database.name())
                && (server.postgres()
                        || (database.counts().routines() == 0
                                && database.counts().events() == 0));
        Method method = whole ? Method.EXPORT : Method.EXEC;
        Optional<List<DatabaseCli.DumpProcess>> before = left.running(project);
        DumpAttempt attempt = attempt(project, server, database, file, format, method, database.counts());
        if (attempt.retry()) {
            method = attempt.brokenViews().isEmpty() ? method : Method.FORCE;
            attempt = attempt(project, server, database, file, format, method, attempt.after());
        }
        if (attempt.ended()) {
            left.endAllBut(before, project);
        }
        return told(project, database, attempt, method);
    }

    private enum Method {
        EXPORT("export-db"),
        EXEC("exec"),
        FORCE("exec");

        private final String word;

        Method(String word) {
            this.word = word;
        }
    }

    private DumpAttempt attempt(
            Project project,
            DatabaseServer server,
            ServerDatabase database,
            Path file,
            DumpFormat format,
            Method method,
            SchemaCounts before) {
        int share = Math.max(1, threads / dumping.incrementAndGet());
        try (DumpWriter writer = new DumpWriter(file, format, DumpDialect.of(server.family()), share);
                Counted sink = new Counted(writer)) {
            ProcessResult result = switch (method) {
                case EXPORT -> dumps.export(project, database.name(), sink);
                case EXEC -> dumps.dump(project, server, database.name(), false, sink);
                case FORCE -> dumps.dump(project, server, database.name(), true, sink);
            };
            DumpAttempt attempt = judged(project, server, database, method, before, writer, result);
            if (attempt.objection().isPresent()) {
                // A finished dump stays when its writer is closed, and would be in the way of the second try.
                Files.deleteIfExists(file);
            }
            return attempt;
        } catch (IOException e) {
            return refused("it could not be written: " + Printable.text(String.valueOf(e.getMessage())), before, true);
        } finally {
            dumping.decrementAndGet();
        }
    }

    private DumpAttempt judged(
            Project project,
            DatabaseServer server,
            ServerDatabase database,
            Method method,
            SchemaCounts before,
            DumpWriter writer,
            ProcessResult result)
            throws IOException {
        List<String> said = DdevWords.unexpected(result);
        List<String> broken = brokenViews(said);
        if (method != Method.FORCE && !broken.isEmpty() && !server.postgres()) {
            return new DumpAttempt(Optional.empty(), Optional.of(said.get(0)), broken, before, true, false);
        }
        boolean ended = LeftRunning.mayBe(result);
        boolean forced = method == Method.FORCE && result.ending().equals(new Ending.Exited(2));
        if (!result.ok() && !forced) {
            return refused(result.ending().words() + DdevWords.because(result), before, ended);
        }
        boolean unexpected = forced ? !said.stream().allMatch(DatabaseDumper::forcedSays) : !said.isEmpty();
        if (unexpected) {
            return refused("the dump tool said: " + String.join("; ", said), before, false);
        }
        DumpFacts facts = writer.finish();
        Answer<List<ServerDatabase>> counted = questions.inventory(project, server);
        Optional<SchemaCounts> after = counted.value()
                .flatMap(all -> all.stream()
                        .filter(d -> d.name().equals(database.name()))
                        .findFirst()
                        .map(ServerDatabase::counts));
        if (after.isEmpty()) {
            return refused("the server could not be asked what it holds after the dump", before, false);
        }
        Optional<String> objection =
                facts.objection().or(() -> DumpProof.objection(facts, without(before, broken), after.get()));
        return new DumpAttempt(Optional.of(facts), objection, broken, after.get(), objection.isPresent(), false);
    }

    /** A dump made in spite of broken views may lack them. */
    private static SchemaCounts without(SchemaCounts counts, List<String> brokenViews) {
        return new SchemaCounts(
                counts.tables(),
                counts.sequences(),
                Math.max(0, counts.views() - brokenViews.size()),
                counts.materializedViews(),
                counts.routines(),
                counts.events(),
                counts.triggers());
    }

    private static DumpAttempt refused(String why, SchemaCounts before, boolean ended) {
        return new DumpAttempt(Optional.empty(), Optional.of(why), List.of(), before, false, ended);
    }

    private Dumped told(Project project, ServerDatabase database, DumpAttempt attempt, Method method) {
        String what = "database '" + Printable.text(database.name()) + "' of '" + project.name() + "'";
        if (attempt.objection().isPresent()) {
            return new Dumped(
                    Optional.empty(),
                    List.of(Finding.error(
                            "database.dump-failed",
                            what + " was not dumped: " + attempt.objection().get(),
                            "Nothing was kept of this dump; earlier sets are untouched. Look at 'ddev logs -s db "
                                    + project.name() + "', then run ddevbak again.")),
                    method.word);
        }
        List<Finding> findings = attempt.brokenViews().stream()
                .map(view -> Finding.loss(
                        "database.broken-view",
                        "view '" + Printable.text(view) + "' of " + what
                                + " is broken and not in the dump; everything else is",
                        "Repair or drop the view: it refers to a table, column, function or user that is gone."))
                .toList();
        return new Dumped(attempt.facts(), findings, method.word);
    }

    /** What a forced dump may say: the broken views, and ddev's own line that its command exited 2. */
    private static boolean forcedSays(String line) {
        return BROKEN_VIEW.matcher(line).matches() || line.startsWith("Failed to execute command `");
    }

    private static List<String> brokenViews(List<String> said) {
        return said.stream()
                .map(BROKEN_VIEW::matcher)
                .filter(Matcher::matches)
                .map(m -> m.group(1))
                .distinct()
                .toList();
    }

    /** Passes bytes on and tells how many. */
    private final class Counted extends OutputStream {
        private final DumpWriter to;

        Counted(DumpWriter to) {
            this.to = to;
        }

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            to.write(bytes, offset, length);
            progress.accept(coming.addAndGet(length));
        }

        /** What came is on its way no more. */
        @Override
        public void close() {
            coming.addAndGet(-to.bytesSoFar());
        }
    }
}

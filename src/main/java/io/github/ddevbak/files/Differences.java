package io.github.ddevbak.files;

import io.github.ddevbak.project.Finding;
import java.io.IOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How files differ from a manifest; holds a file of its own where there is much to tell, so it wants to be closed. */
public final class Differences implements AutoCloseable {
    private final Spool spool = new Spool();
    private final Map<Drift, Long> counts = new EnumMap<>(Drift.class);
    private Optional<Totals> totals = Optional.empty();

    /**
     * What is true of the comparison as a whole.
     *
     * @param recorded names that the manifest records
     * @param same those of them that are as they were
     * @param files files that are there now, in the upload directories
     * @param bytes their sizes added up
     * @param empty whether the manifest holds no line at all
     * @param malformed what of the manifest could not be used, as sentences; past a hundred a number
     * @param unusable how many that are
     * @param findings of the look at the upload directories
     */
    public record Totals(
            long recorded,
            long same,
            long files,
            long bytes,
            boolean empty,
            List<String> malformed,
            long unusable,
            List<Finding> findings) {
        public Totals {
            malformed = List.copyOf(malformed);
            findings = List.copyOf(findings);
        }
    }

    /** Takes one difference after the other. */
    @FunctionalInterface
    public interface Sink {
        void take(Difference difference) throws IOException;
    }

    void add(Difference difference) throws IOException {
        counts.merge(difference.drift(), 1L, Long::sum);
        spool.add(difference.key(), difference.value());
    }

    void done(Totals all) {
        totals = Optional.of(all);
    }

    public Totals totals() {
        return totals.orElseThrow();
    }

    public long count(Drift drift) {
        return counts.getOrDefault(drift, 0L);
    }

    /** Whether everything that the manifest records could be read and is there, under its name, as recorded. */
    public boolean asRecorded() {
        return totals().unusable() == 0 && counts.keySet().stream().noneMatch(Drift::fault);
    }

    /** Goes through all, by kind and then by name; may be called once. */
    public void each(Sink sink) throws IOException {
        Spool.Cursor cursor = spool.sorted();
        while (cursor.next()) {
            sink.take(Difference.of(cursor.key(), cursor.value()));
        }
    }

    @Override
    public void close() throws IOException {
        spool.close();
    }
}

package io.github.ddevbak.database;

import io.github.ddevbak.project.Printable;
import io.github.ddevbak.project.SchemaCounts;
import java.util.Optional;

/** Looks at every byte of a dump as it passes: is it whole, and what is in it? The same for every cut into chunks. */
final class DumpInspector {
    private final Tally tally = new Tally();
    private final DumpEdges edges;
    private final SqlScanner scanner;

    DumpInspector(DumpDialect dialect) {
        edges = new DumpEdges(dialect);
        scanner = dialect.scanner(tally);
    }

    void inspect(byte[] bytes, int offset, int length) {
        edges.add(bytes, offset, length);
        scanner.scan(bytes, offset, offset + length);
    }

    SchemaCounts counts() {
        return tally.counts();
    }

    /** Tuples of INSERT statements and lines of COPY blocks. */
    long rows() {
        return tally.rows();
    }

    /** Why the bytes so far cannot be a whole dump; empty where nothing speaks against it. */
    Optional<String> objection() {
        if (edges.empty()) {
            return Optional.of("it is empty");
        }
        return edges.headObjection()
                .map(why -> "it " + why)
                .or(() -> scanner.unfinished().map(what -> "it ends inside " + what))
                .or(this::trailerObjection)
                .or(() ->
                        tally.stranger().map(what -> "it holds text that is not SQL: '" + Printable.text(what) + "'"));
    }

    private Optional<String> trailerObjection() {
        boolean complete = edges.endsWithTrailer(scanner.restrictToken());
        return complete
                ? Optional.empty()
                : Optional.of("it does not end with the line that says the dump is complete");
    }
}

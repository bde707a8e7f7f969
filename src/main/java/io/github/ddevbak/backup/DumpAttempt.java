package io.github.ddevbak.backup;

import io.github.ddevbak.database.DumpFacts;
import io.github.ddevbak.project.SchemaCounts;
import java.util.List;
import java.util.Optional;

/**
 * One try at dumping one database.
 *
 * @param facts what the dump holds; empty where it was not finished
 * @param objection why it is no proof; empty where all is well
 * @param brokenViews views that the dump tool could not write, by name
 * @param after what the server counted after it
 * @param retry whether a second try may mend it
 * @param ended whether the run was cancelled or the child killed, so that the container must be looked at
 */
record DumpAttempt(
        Optional<DumpFacts> facts,
        Optional<String> objection,
        List<String> brokenViews,
        SchemaCounts after,
        boolean retry,
        boolean ended) {}

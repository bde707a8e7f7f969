package io.github.ddevbak.upkeep;

import io.github.ddevbak.backup.Judgement;
import io.github.ddevbak.project.Finding;
import io.github.ddevbak.store.Learnt;
import io.github.ddevbak.store.SetSummary;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * How one project stands.
 *
 * @param project its name, printable
 * @param judgement from its newest good parts
 * @param parts those that were asked for
 * @param newest its newest set
 * @param learnt the newest note of each kind, whichever of its sets it is beside
 * @param stale whether a good copy is older than it may be
 * @param places where its copies are
 * @param findings what is to be told of it
 */
public record Standing(
        String project,
        Judgement judgement,
        List<PartEvidence> parts,
        Optional<SetSummary> newest,
        List<Learnt> learnt,
        boolean stale,
        List<CopyPlace> places,
        List<Finding> findings) {
    public Standing {
        parts = List.copyOf(parts);
        learnt = List.copyOf(learnt);
        places = List.copyOf(places);
        findings = List.copyOf(findings);
    }

    /** When the oldest of the newest good copies was made: to what state the whole can be got back. */
    public Optional<Instant> asOf() {
        return parts.stream()
                .flatMap(part -> part.good().stream())
                .map(set -> set.figures().created())
                .min(Comparator.naturalOrder());
    }
}

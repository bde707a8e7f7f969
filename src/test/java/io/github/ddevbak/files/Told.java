package io.github.ddevbak.files;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Everything that a comparison said, as lines that a test reads well: word and names. */
record Told(List<String> lines, List<Difference> differences, Differences.Totals totals, boolean asRecorded) {

    static Told of(Differences all) throws IOException {
        List<String> lines = new ArrayList<>();
        List<Difference> differences = new ArrayList<>();
        all.each(difference -> {
            differences.add(difference);
            lines.add(difference.drift().word() + " " + difference.path().printable()
                    + difference.to().map(to -> " -> " + to.printable()).orElse("")
                    + (difference.why().isEmpty() ? "" : ": " + difference.why()));
        });
        for (Drift drift : Drift.values()) {
            long told = differences.stream().filter(one -> one.drift() == drift).count();
            if (all.count(drift) != told) {
                throw new IllegalStateException("told " + told + " of " + all.count(drift) + " " + drift);
            }
        }
        return new Told(lines, differences, all.totals(), all.asRecorded());
    }
}

package io.github.ddevbak.upkeep;

import io.github.ddevbak.project.Finding;
import io.github.ddevbak.store.RunRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What the record of the runs over every project tells: one that failed, was cut short, or did not happen. Pure. */
final class RunHistory {
    private static final Set<Integer> DONE = Set.of(0, 3, 5);
    private static final int INTERRUPTED = 130;

    /** Runs needed to tell how often they come. */
    private static final int ENOUGH = 4;

    private RunHistory() {}

    /**
     * What is to be told.
     *
     * @param newestFirst runs over every project
     * @param expected how often they should come; {@link #usual} where nothing says so
     */
    static List<Finding> findings(List<RunRecord> newestFirst, Optional<Duration> expected, Instant now) {
        if (newestFirst.isEmpty()) {
            return List.of(Finding.info("status.no-run", "no run of 'ddevbak all' is on record here"));
        }
        List<Finding> findings = new ArrayList<>();
        RunRecord newest = newestFirst.get(0);
        String when = "the newest run of 'ddevbak all', " + newest.id() + ",";
        if (newest.exitCode() >= INTERRUPTED) {
            findings.add(
                    Finding.warning("status.run-interrupted", when + " was interrupted", "Run 'ddevbak all' again."));
        } else if (!DONE.contains(newest.exitCode())) {
            findings.add(Finding.warning(
                    "status.run-failed",
                    when + " ended with exit code " + newest.exitCode(),
                    "Run 'ddevbak all' and look at what it tells."));
        }
        Duration since = Duration.between(newest.started(), now);
        expected.or(() -> usual(newestFirst))
                .map(interval -> since.toMinutes() / Math.max(1, interval.toMinutes()))
                .filter(missed -> missed >= 2)
                .ifPresent(missed -> findings.add(Finding.warning(
                        "status.run-missed",
                        "about " + missed + " runs of 'ddevbak all' should have happened since " + newest.id()
                                + " and did not",
                        "Look at the timer or crontab that starts it, and run it once by hand.")));
        return findings;
    }

    /** The middle of the times between runs; empty where there are too few to tell, or they come by the minute. */
    static Optional<Duration> usual(List<RunRecord> newestFirst) {
        if (newestFirst.size() < ENOUGH) {
            return Optional.empty();
        }
        List<Duration> gaps = new ArrayList<>();
        for (int i = 1; i < newestFirst.size(); i++) {
            gaps.add(Duration.between(
                    newestFirst.get(i).started(), newestFirst.get(i - 1).started()));
        }
        gaps.sort(null);
        return Optional.of(gaps.get(gaps.size() / 2)).filter(gap -> gap.compareTo(Duration.ofMinutes(30)) >= 0);
    }
}

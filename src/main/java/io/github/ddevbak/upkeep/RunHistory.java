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

    private static final Duration SHORTEST = Duration.ofMinutes(30);

    private RunHistory() {}

    /**
     * What is to be told.
     *
     * @param newestFirst runs over every project
     * @param expected how often they should come; empty: as often as they used to
     * @param scheduled whether a schedule is on record, which knows better what was missed
     */
    static List<Finding> findings(
            List<RunRecord> newestFirst, Optional<Duration> expected, boolean scheduled, Instant now) {
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
        Optional<Long> gone = scheduled && expected.isEmpty()
                ? Optional.empty()
                : missed(newestFirst, expected, Duration.between(newest.started(), now));
        gone.ifPresent(missed -> findings.add(Finding.warning(
                "status.run-missed",
                "about " + missed + " runs of 'ddevbak all' should have happened since " + newest.id() + " and did not",
                "Look at the timer or crontab that starts it, and run it once by hand.")));
        return findings;
    }

    /** How many runs did not come; empty where at most one did not, or a pause as long as this one is usual. */
    private static Optional<Long> missed(List<RunRecord> newestFirst, Optional<Duration> expected, Duration since) {
        List<Duration> gaps = gaps(newestFirst);
        Optional<Duration> interval = expected.or(() -> usual(gaps));
        boolean pause = expected.isEmpty()
                && interval.filter(usual -> since.compareTo(pause(gaps).plus(usual.dividedBy(2))) <= 0)
                        .isPresent();
        return interval.map(usual -> since.toMinutes() / Math.max(1, usual.toMinutes()))
                .filter(missed -> missed >= 2 && !pause);
    }

    private static List<Duration> gaps(List<RunRecord> newestFirst) {
        List<Duration> gaps = new ArrayList<>();
        for (int i = 1; i < newestFirst.size(); i++) {
            gaps.add(Duration.between(
                    newestFirst.get(i).started(), newestFirst.get(i - 1).started()));
        }
        gaps.sort(null);
        return gaps;
    }

    /**
     * The middle of the times between runs; empty where there are too few to tell, they come by the minute, or most differ
     * from it by more than a quarter, as those of a person who runs it by hand do.
     */
    private static Optional<Duration> usual(List<Duration> gaps) {
        if (gaps.size() < ENOUGH - 1) {
            return Optional.empty();
        }
        Duration middle = gaps.get(gaps.size() / 2);
        long near = gaps.stream()
                .filter(gap -> gap.minus(middle).abs().compareTo(middle.dividedBy(4)) <= 0)
                .count();
        return Optional.of(middle).filter(gap -> gap.compareTo(SHORTEST) >= 0 && near * 2 > gaps.size());
    }

    /** The longest pause that came twice, such as a weekend: a timer that keeps it misses nothing. */
    private static Duration pause(List<Duration> gaps) {
        return gaps.get(gaps.size() - 2);
    }
}

package io.github.ddevbak.upkeep;

import io.github.ddevbak.backup.Request;
import io.github.ddevbak.project.Printable;
import io.github.ddevbak.store.Destination;
import io.github.ddevbak.store.DestinationException;
import io.github.ddevbak.store.DestinationLock;
import io.github.ddevbak.store.LockHeldException;
import io.github.ddevbak.store.RunProject;
import io.github.ddevbak.store.StartedProject;
import io.github.ddevbak.store.StartedProjects;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Collectors;

/** Looks at the destination, and at what an earlier run left there and elsewhere. */
final class PlaceChecks {
    private static final long FEW_BYTES = 1_000_000_000L;
    private static final Duration SKEW = Duration.ofMinutes(5);

    /** No clock that goes right says less. */
    private static final Instant EARLIEST = Instant.parse("2025-01-01T00:00:00Z");

    private final Doctor.Places places;
    private final Clock clock;
    private final List<Check> checks;

    /** @param checks what was found is added to them */
    PlaceChecks(Doctor.Places places, Clock clock, List<Check> checks) {
        this.places = places;
        this.clock = clock;
        this.checks = checks;
    }

    /** @param approots of the projects that ddev knows */
    void look(List<Path> approots) {
        boolean usable = destination(approots);
        boolean free = lock();
        if (usable) {
            unfinished(free);
        }
        started(places.started());
        clock(usable);
        if (usable) {
            places.destination().oddities().forEach(f -> checks.add(Check.warning("sets", f.sentence(), f.hint())));
        }
    }

    private boolean destination(List<Path> approots) {
        Destination destination = places.destination();
        try {
            destination.prepare();
        } catch (DestinationException e) {
            checks.add(Check.failed(
                    "destination",
                    String.valueOf(e.getMessage()),
                    "Is its disk there, and yours to write to? See --dest, DDEVBAK_DEST and 'ddevbak config show'."));
            return false;
        }
        long usable = destination.usableBytes();
        long last = destination
                .newestRun(run -> Request.aboutEverything(run.command()))
                .map(run -> run.projects().stream().mapToLong(RunProject::bytes).sum())
                .orElse(0L);
        String found = Printable.text(destination.folder().toString()) + ", " + free(usable)
                + (last < 1_000_000 ? "" : "; the last run took " + last / 1_000_000 + " MB");
        checks.add(
                usable < Math.max(FEW_BYTES, last)
                        ? Check.warning("destination", found, "Free some space, or name another one with --dest.")
                        : Check.ok("destination", found));
        long same = approots.stream().filter(destination::onSameDiskAs).count();
        if (same > 0) {
            checks.add(Check.warning(
                    "other disk",
                    "the destination is on the disk of " + same + (same == 1 ? " project" : " projects"),
                    "Sets there outlive a mistake, not the disk: name a folder on another disk with --dest."));
        } else if (!approots.isEmpty()) {
            checks.add(Check.ok("other disk", "the destination is on no disk of a project"));
        }
        return true;
    }

    /** @param bytes what may still be written; the largest number where the system does not tell */
    static String free(long bytes) {
        return bytes == Long.MAX_VALUE ? "free space not known" : bytes / 1_000_000 + " MB free";
    }

    /** Whether nobody holds it. A dead holder's is free at once, so that it cannot be stale. */
    private boolean lock() {
        try (DestinationLock lock =
                DestinationLock.acquire(places.state(), "doctor", clock.instant(), Duration.ZERO, () -> false)) {
            checks.add(Check.ok("lock", "no other ddevbak is at work"));
            return true;
        } catch (LockHeldException held) {
            checks.add(Check.warning(
                    "lock", String.valueOf(held.getMessage()), "If it does nothing any more, end that process."));
        } catch (DestinationException refused) {
            checks.add(Check.failed(
                    "lock", String.valueOf(refused.getMessage()), "Without the lock no backup can be made."));
        }
        return false;
    }

    private void unfinished(boolean lockFree) {
        List<Path> unfinished = places.destination().unfinished();
        if (unfinished.isEmpty()) {
            checks.add(Check.ok("unfinished", "no run left anything half done"));
        } else if (lockFree) {
            String names = unfinished.stream()
                    .limit(3)
                    .map(path -> Printable.text(path.toString()))
                    .collect(Collectors.joining(", "));
            checks.add(Check.warning(
                    "unfinished",
                    unfinished.size() + " left by a run that was ended: " + names
                            + (unfinished.size() > 3 ? ", …" : ""),
                    "The next run of 'ddevbak all' removes it."));
        } else {
            checks.add(Check.ok("unfinished", unfinished.size() + " in the making"));
        }
    }

    private void started(StartedProjects started) {
        List<StartedProject> left = started.all();
        checks.add(
                left.isEmpty()
                        ? Check.ok("put back", "no project is left started")
                        : Check.warning(
                                "put back",
                                left.size() + " started by a run that did not end well: "
                                        + left.stream()
                                                .map(p -> p.name().text())
                                                .collect(Collectors.joining(", ")),
                                "The next run of ddevbak puts them back as they were found."));
        started.oddities().forEach(f -> checks.add(Check.warning("put back", f.sentence(), f.hint())));
    }

    private void clock(boolean usable) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        boolean future = usable
                && places.destination().newestRun().stream()
                        .anyMatch(run -> run.started().isAfter(now.plus(SKEW)));
        checks.add(
                future
                        ? Check.warning(
                                "clock",
                                "it says " + now + ", and the newest run is later",
                                "Set this machine's clock.")
                        : now.isBefore(EARLIEST)
                                ? Check.warning("clock", "it says " + now, "Set this machine's clock.")
                                : Check.ok("clock", now.toString()));
    }
}

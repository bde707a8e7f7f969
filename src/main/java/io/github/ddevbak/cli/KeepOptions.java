package io.github.ddevbak.cli;

import io.github.ddevbak.project.Printable;
import io.github.ddevbak.settings.KeepPolicy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which sets to keep; the words and their meaning are those of {@code restic forget}. */
final class KeepOptions {
    @Option(names = "--keep-last", paramLabel = "N", description = "The N newest sets. N may be unlimited.")
    @Nullable
    String last;

    @Option(
            names = "--keep-hourly",
            paramLabel = "N",
            description = "The newest set of each of the last N hours that have one.")
    @Nullable
    String hourly;

    @Option(names = "--keep-daily", paramLabel = "N", description = "Likewise days, in UTC.")
    @Nullable
    String daily;

    @Option(names = "--keep-weekly", paramLabel = "N", description = "Likewise ISO weeks, in UTC.")
    @Nullable
    String weekly;

    @Option(names = "--keep-monthly", paramLabel = "N", description = "Likewise months, in UTC.")
    @Nullable
    String monthly;

    @Option(names = "--keep-yearly", paramLabel = "N", description = "Likewise years, in UTC.")
    @Nullable
    String yearly;

    @Option(
            names = "--keep-within",
            paramLabel = "DURATION",
            description = "Every set that is not older than this, counted back from the newest: 36h, 30d.")
    @Nullable
    String within;

    @Option(
            names = "--keep-tag",
            paramLabel = "LABEL",
            split = ",",
            description = "Never a set with this label, such as before-restore; may be repeated.")
    List<String> tags = new ArrayList<>();

    @Option(
            names = "--keep-min",
            paramLabel = "N",
            description = "Never the N newest good sets, whatever --max-size says.")
    @Nullable
    String min;

    @Option(
            names = "--max-size",
            paramLabel = "SIZE",
            description = "Then the oldest, until a project's sets weigh at most this, such as 20G; a file that"
                    + " several sets share counts once.")
    @Nullable
    String maxSize;

    /** The policy; empty where no option was given. */
    Optional<KeepPolicy> policy() {
        boolean none = tags.isEmpty()
                && Stream.of(last, hourly, daily, weekly, monthly, yearly, within, min, maxSize)
                        .allMatch(text -> text == null);
        if (none) {
            return Optional.empty();
        }
        KeepPolicy policy = new KeepPolicy(
                count("last", last),
                count("hourly", hourly),
                count("daily", daily),
                count("weekly", weekly),
                count("monthly", monthly),
                count("yearly", yearly),
                within(),
                tags,
                count("min", min),
                GlobalOptions.size("--max-size", maxSize));
        if (policy.empty()) {
            throw new UsageException("this policy keeps nothing and says of no set that it may go: give at least one of"
                    + " --keep-last, -hourly, -daily, -weekly, -monthly, -yearly, --keep-within or --max-size, such as"
                    + " 'ddevbak prune --keep-daily 7 --keep-weekly 4 --keep-monthly 12'. Nothing was removed.");
        }
        return Optional.of(policy);
    }

    private static int count(String name, @Nullable String text) {
        return text == null
                ? 0
                : KeepPolicy.count(text)
                        .orElseThrow(() -> new UsageException("'" + Printable.text(text) + "' is no number for --keep-"
                                + name + ": write " + KeepPolicy.COUNTS + "."));
    }

    private Optional<Duration> within() {
        String text = within;
        if (text == null) {
            return Optional.empty();
        }
        Optional<Duration> duration = KeepPolicy.within(text);
        if (duration.isEmpty()) {
            throw new UsageException("'" + Printable.text(text) + "' is no duration for --keep-within: write "
                    + KeepPolicy.WITHIN + ".");
        }
        return duration;
    }
}

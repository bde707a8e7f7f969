package io.github.ddevbak.cli;

import io.github.ddevbak.cli.option.Declaration;
import io.github.ddevbak.cli.option.Several;
import io.github.ddevbak.cli.option.Single;
import io.github.ddevbak.project.Printable;
import io.github.ddevbak.settings.KeepPolicy;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which sets to keep; the words and their meaning are those of {@code restic forget}. */
final class KeepOptions {
    private final Single<String> last;
    private final Single<String> hourly;
    private final Single<String> daily;
    private final Single<String> weekly;
    private final Single<String> monthly;
    private final Single<String> yearly;
    private final Single<String> within;
    private final Several<String> tags;
    private final Single<String> min;
    private final Single<String> maxSize;

    KeepOptions(Declaration declaration) {
        last = declaration.text("--keep-last", "N", "The N newest sets. N may be unlimited.");
        hourly = declaration.text("--keep-hourly", "N", "The newest set of each of the last N hours that have one.");
        daily = declaration.text("--keep-daily", "N", "Likewise days, in UTC.");
        weekly = declaration.text("--keep-weekly", "N", "Likewise ISO weeks, in UTC.");
        monthly = declaration.text("--keep-monthly", "N", "Likewise months, in UTC.");
        yearly = declaration.text("--keep-yearly", "N", "Likewise years, in UTC.");
        within = declaration.text(
                "--keep-within",
                "DURATION",
                "Every set that is not older than this, counted back from the newest: 36h, 30d.");
        tags = declaration.listed(
                "--keep-tag", "LABEL", "Never a set with this label, such as before-restore; may be repeated.");
        min = declaration.text("--keep-min", "N", "Never the N newest good sets, whatever --max-size says.");
        maxSize = declaration.text(
                "--max-size",
                "SIZE",
                "Then the oldest, until a project's sets weigh at most this, such as 20G; a file that"
                        + " several sets share counts once.");
    }

    /** The policy; empty where no option was given. */
    Optional<KeepPolicy> policy() {
        boolean none = !tags.given()
                && Stream.of(last, hourly, daily, weekly, monthly, yearly, within, min, maxSize)
                        .noneMatch(Single::given);
        if (none) {
            return Optional.empty();
        }
        KeepPolicy policy = new KeepPolicy(
                count("last", last.orNull()),
                count("hourly", hourly.orNull()),
                count("daily", daily.orNull()),
                count("weekly", weekly.orNull()),
                count("monthly", monthly.orNull()),
                count("yearly", yearly.orNull()),
                within(),
                tags.all(),
                count("min", min.orNull()),
                GlobalOptions.size("--max-size", maxSize.orNull()));
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
        String text = within.orNull();
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

package io.github.ddevbak.report;

import io.github.ddevbak.project.ByteCount;
import java.time.Duration;
import java.util.Locale;

/** Bytes and durations as people read them. */
public final class Sizes {
    private Sizes() {}

    /** Decimal units with up to three digits, as disks are sold. */
    public static String bytes(long bytes) {
        return ByteCount.text(bytes);
    }

    /** {@code 0.4 s}, {@code 12 s}, {@code 3 min 5 s}, {@code 2 h 10 min}. */
    public static String took(Duration duration) {
        long seconds = duration.toSeconds();
        if (seconds < 10) {
            return String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1000.0);
        }
        if (seconds < 60) {
            return seconds + " s";
        }
        if (seconds < 3600) {
            return seconds / 60 + " min" + (seconds % 60 == 0 ? "" : " " + seconds % 60 + " s");
        }
        return seconds / 3600 + " h" + (seconds % 3600 / 60 == 0 ? "" : " " + seconds % 3600 / 60 + " min");
    }

    /** The age of something, in its largest unit. */
    public static String age(Duration duration) {
        long minutes = duration.toMinutes();
        if (minutes < 1) {
            return "just now";
        }
        if (minutes < 120) {
            return minutes + " min";
        }
        return minutes < 48 * 60 ? minutes / 60 + " h" : minutes / (24 * 60) + " days";
    }

    /** A number with its thousands apart: {@code 12 345}. */
    public static String count(long number) {
        String digits = Long.toString(number);
        StringBuilder apart = new StringBuilder(digits);
        for (int i = digits.length() - 3; i > (number < 0 ? 1 : 0); i -= 3) {
            apart.insert(i, ' ');
        }
        return apart.toString();
    }

    /** {@code 9 s left}, {@code 4 min left}, {@code 2 h 10 min left}; whole minutes are rounded up. */
    public static String left(long seconds) {
        if (seconds < 60) {
            return seconds + " s left";
        }
        long minutes = (seconds + 59) / 60;
        return minutes < 60
                ? minutes + " min left"
                : minutes / 60 + " h" + (minutes % 60 == 0 ? "" : " " + minutes % 60 + " min") + " left";
    }
}

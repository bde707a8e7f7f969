package io.github.ddevbak.git;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** Numbers, names and ages as a person says them. */
final class Words {
    private static final int EXAMPLES = 3;

    private Words() {}

    /** Such as {@code 1 commit} or {@code 2 commits}. */
    static String count(int number, String noun) {
        return number + " " + noun + (number == 1 ? "" : noun.endsWith("ch") || noun.endsWith("sh") ? "es" : "s");
    }

    /** All names where they are few, else some: {@code : a, b} or {@code , for example a, b, c}. */
    static String names(List<String> names) {
        return names.size() <= EXAMPLES
                ? ": " + String.join(", ", names)
                : ", for example " + String.join(", ", names.subList(0, EXAMPLES));
    }

    /** Such as {@code 200.0 MB}: decimal units, as disks are sold. */
    static String bytes(long bytes) {
        String[] units = {"B", "kB", "MB", "GB", "TB"};
        double value = bytes;
        int unit = 0;
        while (value >= 1000 && unit < units.length - 1) {
            value /= 1000;
            unit++;
        }
        return unit == 0 ? bytes + " B" : String.format(Locale.ROOT, "%.1f %s", value, units[unit]);
    }

    /** Such as {@code 3 days}; a time in the future, as a wrong clock makes it, is no age. */
    static String age(Instant then, Instant now) {
        Duration age = Duration.between(then, now);
        if (age.compareTo(Duration.ofMinutes(1)) < 0) {
            return "less than a minute";
        }
        if (age.compareTo(Duration.ofHours(2)) < 0) {
            return count((int) age.toMinutes(), "minute");
        }
        return age.compareTo(Duration.ofDays(2)) < 0
                ? count((int) age.toHours(), "hour")
                : count((int) age.toDays(), "day");
    }
}

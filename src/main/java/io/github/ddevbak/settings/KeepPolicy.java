package io.github.ddevbak.settings;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Which sets a person wants kept; what no rule keeps may go. Counts are 0 where nobody asked.
 *
 * @param last how many of the newest
 * @param hourly for how many hours that have one, the newest of each
 * @param daily likewise for days, {@code weekly} for ISO weeks, {@code monthly}, {@code yearly}: all in UTC
 * @param within everything not older than this before the newest
 * @param tags labels whose sets are never removed
 * @param min how many of the newest good ones are never removed
 * @param maxSize how many bytes a project's sets may weigh
 */
public record KeepPolicy(
        int last,
        int hourly,
        int daily,
        int weekly,
        int monthly,
        int yearly,
        Optional<Duration> within,
        List<String> tags,
        int min,
        Optional<Long> maxSize) {
    /** A count without an end, which users write as {@code unlimited}. */
    public static final int UNLIMITED = Integer.MAX_VALUE;

    /** The forms of a count, for a message. */
    public static final String COUNTS = "a whole number, or 'unlimited'";

    /** The forms of {@code within}, for a message. */
    public static final String WITHIN = "a number of hours or days, such as 36h or 30d";

    public static final KeepPolicy NONE =
            new KeepPolicy(0, 0, 0, 0, 0, 0, Optional.empty(), List.of(), 0, Optional.empty());

    private static final Pattern DIGITS = Pattern.compile("[0-9]{1,9}");

    public KeepPolicy {
        tags = List.copyOf(tags);
    }

    /** A count as users write it; empty where the text is none. */
    public static Optional<Integer> count(String text) {
        String word = text.strip();
        if (word.equals("unlimited")) {
            return Optional.of(UNLIMITED);
        }
        return DIGITS.matcher(word).matches() ? Optional.of(Integer.parseInt(word)) : Optional.empty();
    }

    /** A duration in hours or days; empty for any other: an {@code m} means minutes here and months elsewhere. */
    public static Optional<Duration> within(String text) {
        String word = text.strip();
        return word.endsWith("h") || word.endsWith("d") ? Durations.parse(word) : Optional.empty();
    }

    /** Whether a rule says which sets to keep by their age; without one, nothing is removed but for {@code maxSize}. */
    public boolean byAge() {
        return within.isPresent() || counts().values().stream().anyMatch(count -> count > 0);
    }

    /** Whether it says of no set that it may go; {@code tags} and {@code min} only say what stays. */
    public boolean empty() {
        return !byAge() && maxSize.isEmpty();
    }

    /** The rules that were given, by the names of their options. */
    public Map<String, Object> rules() {
        Map<String, Object> rules = new LinkedHashMap<>();
        counts().forEach((name, count) -> {
            if (count > 0) {
                rules.put(name, count == UNLIMITED ? "unlimited" : count);
            }
        });
        within.ifPresent(duration -> rules.put("within", written(duration)));
        if (!tags.isEmpty()) {
            rules.put("tag", String.join(",", tags));
        }
        if (min > 0) {
            rules.put("min", min == UNLIMITED ? "unlimited" : min);
        }
        maxSize.ifPresent(bytes -> rules.put("max-size", bytes));
        return rules;
    }

    /** The rules of age in words, such as {@code last 3, daily 7}. */
    public String ageInWords() {
        List<String> words = new ArrayList<>();
        rules().forEach((name, value) -> {
            if (counts().containsKey(name) || name.equals("within")) {
                words.add(name + " " + value);
            }
        });
        return String.join(", ", words);
    }

    /** A duration as users write it, in the largest unit that fits. */
    public static String written(Duration duration) {
        return duration.toHours() % 24 == 0 ? duration.toDays() + "d" : duration.toHours() + "h";
    }

    private Map<String, Integer> counts() {
        Map<String, Integer> counts = new LinkedHashMap<>();
        counts.put("last", last);
        counts.put("hourly", hourly);
        counts.put("daily", daily);
        counts.put("weekly", weekly);
        counts.put("monthly", monthly);
        counts.put("yearly", yearly);
        return counts;
    }
}

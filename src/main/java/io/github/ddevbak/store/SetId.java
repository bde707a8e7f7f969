package io.github.ddevbak.store;

import io.github.ddevbak.project.Printable;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A set's or a run's name: {@code 20261122T163105Z}, then perhaps a label, then a number where one second saw several.
 * Ordered by age; of one second, by that number.
 */
public record SetId(String text, String stamp, String label, long ordinal) implements Comparable<SetId> {
    private static final Pattern FORM = Pattern.compile("(\\d{8}T\\d{6}Z)(?:-([a-z0-9-]*?))??(?:-(\\d{1,9}))?");
    private static final int STAMP_LENGTH = "20261122T163105Z".length();
    private static final Pattern LABEL = Pattern.compile("[a-z0-9-]{0,64}");

    /** Made when a date is asked for: a list orders sets by their names. */
    private static final class Stamp {
        static final DateTimeFormatter FORM =
                DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);
    }

    /** @param ordinal 1 for the first of its second, whose name does not show it */
    static SetId of(Instant now, String label, int ordinal) {
        if (!LABEL.matcher(label).matches()) {
            throw new IllegalArgumentException("a label is at most 64 lower-case letters, digits and hyphens, not '"
                    + Printable.text(label) + "'");
        }
        String text =
                Stamp.FORM.format(now) + (label.isEmpty() ? "" : "-" + label) + (ordinal > 1 ? "-" + ordinal : "");
        return parse(text).orElseThrow(() -> new IllegalArgumentException("no set can be made at " + now));
    }

    /** The name read; empty where no set or run can be called so. */
    public static Optional<SetId> parse(String text) {
        boolean near = text.length() >= STAMP_LENGTH && text.length() <= 128 && text.charAt(STAMP_LENGTH - 1) == 'Z';
        Matcher form = FORM.matcher(near ? text : "");
        if (!form.matches()) {
            return Optional.empty();
        }
        String label = form.group(2);
        String number = form.group(3);
        return Optional.of(new SetId(
                text, form.group(1), label == null ? "" : label, number == null ? 1 : Long.parseLong(number)));
    }

    /** When the set was begun, to the second; empty where the digits are no date. */
    public Optional<Instant> at() {
        try {
            return Optional.of(Instant.from(Stamp.FORM.parse(stamp)));
        } catch (DateTimeException noDate) {
            return Optional.empty();
        }
    }

    @Override
    public int compareTo(SetId other) {
        int age = stamp.compareTo(other.stamp);
        int number = age == 0 ? Long.compare(ordinal, other.ordinal) : age;
        return number == 0 ? text.compareTo(other.text) : number;
    }
}

package io.github.ddevbak.settings;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Sizes as users write them: {@code 1024}, {@code 500M}, {@code 2G}; the letters are powers of 1024, as restic's are. */
public final class Bytes {
    /** The forms, for a message. */
    public static final String FORMS = "a number of bytes, or one with K, M, G or T behind it, such as 500M or 2G";

    private static final Pattern FORM = Pattern.compile("([0-9]{1,15})([BbKkMmGgTt]?)");
    private static final String UNITS = "BKMGT";

    private Bytes() {}

    /** The bytes, or nothing where the text is no size or more than a long holds. */
    public static Optional<Long> parse(String text) {
        Matcher form = FORM.matcher(text.strip());
        if (!form.matches()) {
            return Optional.empty();
        }
        long number = Long.parseLong(form.group(1));
        int power = Math.max(0, UNITS.indexOf(form.group(2).toUpperCase(Locale.ROOT)));
        long unit = 1L << (10 * power);
        return number > Long.MAX_VALUE / unit ? Optional.empty() : Optional.of(number * unit);
    }

    /** The size in the largest unit that tells it whole, as {@link #parse} reads it. */
    static String text(long bytes) {
        int power = 0;
        long number = bytes;
        while (number > 0 && number % 1024 == 0 && power < UNITS.length() - 1) {
            number /= 1024;
            power++;
        }
        return power == 0 ? String.valueOf(number) : number + UNITS.substring(power, power + 1);
    }
}

package io.github.ddevbak.ddev;

import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A version of ddev.
 *
 * @param text as ddev says it, such as {@code v1.25.3} or, built between releases, {@code v1.25.3-12-g0a1b2c3}
 */
public record DdevVersion(int major, int minor, int patch, String text) implements Comparable<DdevVersion> {
    /** The oldest supported: since then {@code ddev exec} passes on the exit code and {@code -j} holds from the start. */
    public static final DdevVersion OLDEST = new DdevVersion(1, 24, 7, "v1.24.7");

    private static final Pattern FORM =
            Pattern.compile("v?(\\d{1,4})\\.(\\d{1,4})\\.(\\d{1,4})(?:[-+.][0-9A-Za-z.+-]*)?");
    private static final Comparator<DdevVersion> ORDER = Comparator.comparingInt(DdevVersion::major)
            .thenComparingInt(DdevVersion::minor)
            .thenComparingInt(DdevVersion::patch)
            .thenComparing(DdevVersion::text);

    /** The version a text is, or nothing. */
    public static Optional<DdevVersion> parse(String text) {
        Matcher version = FORM.matcher(text.strip());
        return version.matches()
                ? Optional.of(new DdevVersion(
                        Integer.parseInt(version.group(1)),
                        Integer.parseInt(version.group(2)),
                        Integer.parseInt(version.group(3)),
                        text.strip()))
                : Optional.empty();
    }

    /** Whether databases can be backed up through it. */
    public boolean supported() {
        return Comparator.comparingInt(DdevVersion::major)
                        .thenComparingInt(DdevVersion::minor)
                        .thenComparingInt(DdevVersion::patch)
                        .compare(this, OLDEST)
                >= 0;
    }

    @Override
    public int compareTo(DdevVersion other) {
        return ORDER.compare(this, other);
    }
}

package io.github.ddevbak.settings;

import io.github.ddevbak.project.DumpFormat;
import java.util.Optional;

/**
 * How databases are saved.
 *
 * @param format in which dumps are stored
 * @param jobs projects at once
 */
public record DatabaseSettings(DumpFormat format, int jobs) {
    /** More would need more memory than the program is given. */
    public static final int MOST_JOBS = 8;

    /** What can be said of {@code jobs}, for a message. */
    public static final String JOBS = "a number from 1 to " + MOST_JOBS;

    public static final DatabaseSettings DEFAULT = new DatabaseSettings(DumpFormat.GZ, 2);

    /** How many projects at once a text says; empty where it is no such number. */
    public static Optional<Integer> jobs(String text) {
        return text.matches("[1-" + MOST_JOBS + "]") ? Optional.of(Integer.valueOf(text)) : Optional.empty();
    }
}

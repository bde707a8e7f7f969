package io.github.ddevbak.store;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What {@code schedule install} installed.
 *
 * @param schema {@link #SCHEMA}
 * @param system the word of what starts the job
 * @param rhythm when, as the user said it, such as {@code daily 12:30}
 * @param intervalSeconds how far apart its times are
 * @param installed when it was installed, to the second
 * @param destination the folder its sets go to
 * @param command what is run
 * @param environment what the job has as its environment
 * @param texts what was written, by where it was
 */
public record InstalledSchedule(
        String schema,
        String system,
        String rhythm,
        long intervalSeconds,
        Instant installed,
        String destination,
        List<String> command,
        Map<String, String> environment,
        Map<String, String> texts) {

    /** The form of the file that this version writes and reads. */
    public static final String SCHEMA = "ddevbak/schedule/1";

    public InstalledSchedule {
        if (!schema.equals(SCHEMA)) {
            throw new IllegalArgumentException("not the schema of a schedule: " + schema);
        }
        if (intervalSeconds < 1) {
            throw new IllegalArgumentException("not an interval: " + intervalSeconds);
        }
        installed = installed.truncatedTo(ChronoUnit.SECONDS);
        command = List.copyOf(command);
        environment = Collections.unmodifiableMap(new TreeMap<>(environment));
        texts = Collections.unmodifiableMap(new LinkedHashMap<>(texts));
    }

    public Duration interval() {
        return Duration.ofSeconds(intervalSeconds);
    }
}

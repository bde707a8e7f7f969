package io.github.ddevbak.settings;

import io.github.ddevbak.project.Part;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * What holds for one run, after flags, environment and files were laid over the defaults.
 *
 * @param dest the destination, absolute
 * @param timeout for one dump or snapshot
 * @param lockWait how long to wait for another run
 * @param folders projects named by their folder
 */
public record Configuration(
        Path dest,
        Duration timeout,
        Duration lockWait,
        List<String> exclude,
        Set<Part> parts,
        boolean dump,
        boolean snapshot,
        List<Path> folders) {

    public static final Duration TIMEOUT = Duration.ofMinutes(30);

    public Configuration {
        exclude = List.copyOf(exclude);
        parts = parts.isEmpty() ? EnumSet.noneOf(Part.class) : EnumSet.copyOf(parts);
        folders = List.copyOf(folders);
    }
}

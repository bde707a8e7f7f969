package io.github.ddevbak.recovery;

import java.nio.file.Path;
import java.util.List;

/**
 * A command of the user to put projects back.
 *
 * @param names of projects; none: the one around the working directory
 * @param everything every project that has a set
 * @param wish what is put back
 * @param workingDirectory where the user stands
 */
public record RestoreRequest(List<String> names, boolean everything, RestoreWish wish, Path workingDirectory) {
    public RestoreRequest {
        names = List.copyOf(names);
    }
}

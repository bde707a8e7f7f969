package io.github.ddevbak.git;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Everything that is below a folder: names, times, and what is in it, as one text that can be compared. */
final class Footprint {
    private Footprint() {}

    static String of(Path folder) {
        try (Stream<Path> walk = Files.walk(folder)) {
            return walk.sorted().map(Footprint::line).collect(Collectors.joining("\n"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String line(Path path) {
        try {
            boolean file = Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS);
            return path + " " + Files.getLastModifiedTime(path, LinkOption.NOFOLLOW_LINKS) + " "
                    + (file ? Arrays.hashCode(Files.readAllBytes(path)) : "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

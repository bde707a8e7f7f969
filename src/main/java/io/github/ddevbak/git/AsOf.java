package io.github.ddevbak.git;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How old the picture is that Git has of the remotes.
 *
 * @param event {@code last fetch}, {@code last push}, {@code clone}, or {@code now} where the remotes were asked
 */
public record AsOf(String event, Instant when) {
    static final String NOW = "now";

    /** Such as {@code the last fetch, 3 days ago}, or {@code now}. */
    public String words(Instant now) {
        return event.equals(NOW) ? NOW : "the " + event + ", " + Words.age(when, now) + " ago";
    }

    /** Empty where Git kept no trace. */
    static Optional<AsOf> of(Layout layout) {
        return Stream.of(layout.gitDir(), layout.commonDir())
                .distinct()
                .map(folder -> folder.resolve("FETCH_HEAD"))
                .flatMap(file -> modified(file).stream())
                .max(Instant::compareTo)
                .map(when -> new AsOf("last fetch", when))
                .or(() -> newestReflog(layout.commonDir().resolve("logs/refs/remotes")));
    }

    /** A fetch that fails leaves the file empty (fetch.c truncates it first), which is no news of a remote. */
    private static Optional<Instant> modified(Path file) {
        try {
            return Files.size(file) == 0
                    ? Optional.empty()
                    : Optional.of(Files.getLastModifiedTime(file).toInstant());
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static Optional<AsOf> newestReflog(Path logs) {
        AsOf newest = null;
        for (Path log : files(logs)) {
            Optional<Instant> when = modified(log);
            if (when.isPresent() && (newest == null || when.get().isAfter(newest.when()))) {
                newest = new AsOf(event(log), when.get());
            }
        }
        return Optional.ofNullable(newest);
    }

    private static List<Path> files(Path logs) {
        if (!Files.isDirectory(logs)) {
            return List.of();
        }
        try (Stream<Path> walk = Files.walk(logs)) {
            return walk.filter(Files::isRegularFile).toList();
        } catch (IOException e) {
            return List.of();
        }
    }

    private static String event(Path log) {
        try {
            // A reflog holds names as their writers typed them, in any encoding.
            String text = Files.readString(log, StandardCharsets.ISO_8859_1);
            String last = text.substring(text.stripTrailing().lastIndexOf('\n') + 1);
            return last.contains("\tclone:") ? "clone" : last.contains("push") ? "last push" : "last fetch";
        } catch (IOException e) {
            return "last fetch";
        }
    }
}

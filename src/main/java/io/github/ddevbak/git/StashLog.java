package io.github.ddevbak.git;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** What was written on each stash, from the log of {@code refs/stash}: git rev-list does not tell it. */
final class StashLog {
    private StashLog() {}

    /** The newest first; empty where there is no log that can be read. */
    static List<String> messages(Path commonDir) {
        List<String> messages = new ArrayList<>();
        try {
            Path log = commonDir.resolve("logs").resolve("refs").resolve("stash");
            new String(Files.readAllBytes(log), StandardCharsets.UTF_8)
                    .lines()
                    .forEach(line -> messages.add(line.substring(line.indexOf('\t') + 1)));
        } catch (IOException e) {
            return List.of();
        }
        Collections.reverse(messages);
        return messages;
    }
}

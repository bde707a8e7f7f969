package io.github.ddevbak.ddev;

import io.github.ddevbak.process.ProcessResult;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** What a real ddev v1.25.3 answered, as recorded; drawn tables in its messages are cut to their first line. */
final class Recording {
    private Recording() {}

    static ProcessResult of(String name) {
        return ProcessResult.exited(
                Integer.parseInt(part(name, "exit").strip()), part(name, "stdout"), part(name, "stderr"));
    }

    static String part(String name, String file) {
        try (InputStream in = Recording.class.getResourceAsStream("/recorded/" + name + "/" + file)) {
            if (in == null) {
                throw new IllegalArgumentException("no such recording: " + name + "/" + file);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}

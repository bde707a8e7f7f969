package io.github.ddevbak.process;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** What a test says to a child that waits for it. */
final class Answers {
    private Answers() {}

    static void give(OutputStream to, String words) {
        try (to) {
            to.write(words.getBytes(StandardCharsets.US_ASCII));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

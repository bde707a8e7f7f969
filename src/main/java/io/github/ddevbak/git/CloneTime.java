package io.github.ddevbak.git;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** When a repository was cloned, by the first line of HEAD's reflog; git drops that line after 90 days by default. */
final class CloneTime {
    private static final Pattern CLONED = Pattern.compile("> (\\d+) [+-]\\d{4}\tclone: ");

    private CloneTime() {}

    static Optional<Instant> of(Layout layout) {
        Path log = layout.commonDir().resolve("logs").resolve("HEAD");
        if (!Files.isReadable(log)) {
            return Optional.empty();
        }
        try (BufferedReader reader = Files.newBufferedReader(log, StandardCharsets.ISO_8859_1)) {
            String first = reader.readLine();
            Matcher matcher = CLONED.matcher(first == null ? "" : first);
            return matcher.find()
                    ? Optional.of(Instant.ofEpochSecond(Long.parseLong(matcher.group(1))))
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}

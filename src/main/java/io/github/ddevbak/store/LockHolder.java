package io.github.ddevbak.store;

import io.github.ddevbak.project.Printable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Who holds the lock, as its file says; each may be empty, as the holder may just have begun. */
record LockHolder(String pid, String command, String since) {
    private static final int LARGEST = 4096;

    byte[] content() {
        String text = "pid " + pid + "\ncommand " + Printable.text(command) + "\nsince " + since + "\n";
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static LockHolder read(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            List<String> lines = new String(in.readNBytes(LARGEST), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            return new LockHolder(after(lines, "pid "), after(lines, "command "), after(lines, "since "));
        } catch (IOException goneOrNotOurs) {
            return new LockHolder("", "", "");
        }
    }

    private static String after(List<String> lines, String key) {
        return lines.stream()
                .filter(line -> line.startsWith(key))
                .map(line -> Printable.text(line.substring(key.length())))
                .findFirst()
                .orElse("");
    }

    /** In brackets, with a space before; empty where nothing is known. */
    String inWords() {
        return pid.isEmpty() ? "" : " (process " + pid + ", " + command + ", since " + since + ")";
    }
}

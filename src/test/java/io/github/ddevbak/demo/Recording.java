package io.github.ddevbak.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;

/** One recorded call of a real ddev v1.25.3. */
record Recording(List<String> argv, String directory, int exit, String stdout, String stderr) {

    static Recording of(String name) {
        String command = text(name, "cmd");
        try {
            List<String> argv = new ObjectMapper().readValue(after(command, "argv: "), new TypeReference<>() {});
            int exit = Integer.parseInt(text(name, "exit").strip());
            return new Recording(argv, after(command, "cwd: "), exit, text(name, "stdout"), text(name, "stderr"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String after(String command, String word) {
        return command.lines()
                .filter(line -> line.startsWith(word))
                .map(line -> line.substring(word.length()))
                .findFirst()
                .orElseThrow();
    }

    private static String text(String name, String file) {
        try (InputStream stream = Recording.class.getResourceAsStream("/recorded/" + name + "/" + file)) {
            return new String(Objects.requireNonNull(stream, name + "/" + file).readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package io.github.ddevbak.ddev;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/** A folder with configuration files, made for one test. */
record ConfigFolder(Path approot) {

    static ConfigFolder in(Path folder, String... configYaml) throws IOException {
        ConfigFolder made = new ConfigFolder(folder);
        Files.createDirectories(folder.resolve(".ddev"));
        return configYaml.length == 0 ? made : made.with("config.yaml", configYaml);
    }

    ConfigFolder with(String file, String... lines) throws IOException {
        Files.writeString(approot.resolve(".ddev").resolve(file), String.join("\n", lines) + "\n");
        return this;
    }

    ProjectConfig read() throws ConfigUnreadableException {
        return ProjectConfig.read(approot);
    }

    /** What the recorded command printed. */
    static String recorded(String transcript) throws IOException {
        try (InputStream in = Objects.requireNonNull(
                ConfigFolder.class.getResourceAsStream("/recorded/" + transcript + "/stdout"), transcript)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** The part that the recorded loop printed after {@code == <file>}. */
    static String recorded(String transcript, String file) throws IOException {
        String after = recorded(transcript).split("== " + file + "\n", 2)[1];
        return after.split("\n== ", 2)[0] + "\n";
    }
}

package io.github.ddevbak;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The classes that a Java noted of one run, in a form in which the notes of several runs can be put together. */
final class ClassList {
    /** Java 25 numbers the classes, for lines that name others by number; those are not taken. */
    private static final Pattern NUMBER = Pattern.compile(" id: [0-9]+$");

    private ClassList() {}

    /** Empty where nothing was noted. */
    static List<String> read(Path noted) throws IOException {
        try {
            return lines(Files.readString(noted, StandardCharsets.UTF_8));
        } catch (NoSuchFileException e) {
            return List.of();
        }
    }

    static List<String> lines(String text) {
        List<String> lines = new ArrayList<>();
        for (String line : text.split("\n", -1)) {
            boolean ofOtherLoaders = line.contains(" source: ");
            boolean perRun = line.startsWith("@") && !line.startsWith("@lambda") && !line.startsWith("@cp");
            if (!line.isBlank() && !line.startsWith("#") && !ofOtherLoaders && !perRun) {
                lines.add(NUMBER.matcher(line).replaceFirst(""));
            }
        }
        return lines;
    }
}

package io.github.ddevbak.settings;

import io.github.ddevbak.project.Part;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The names of the parts as users write them. */
public final class Parts {
    private Parts() {}

    public static Optional<Part> parse(String word) {
        return Stream.of(Part.values())
                .filter(p -> p.word().equals(word.strip()))
                .findFirst();
    }

    /** All of them, for a message. */
    public static String words() {
        return Stream.of(Part.values()).map(Part::word).collect(Collectors.joining(", "));
    }
}

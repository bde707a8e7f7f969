package io.github.ddevbak.cli.manual;

import java.util.List;

/**
 * What a word of the command line stands for.
 *
 * @param kind how a shell can complete it
 * @param choices the words it can be; empty where there is no such list
 */
public record Value(Kind kind, List<String> choices) {
    /** How a shell can complete a word. */
    public enum Kind {
        /** There is no such word: the option takes none. */
        NONE,
        /** Nothing can be offered. */
        ANY,
        FILE,
        FOLDER,
        PROJECT,
        SET,
        /** One of the choices. */
        ONE,
        /** Some of the choices, with commas between them. */
        SOME
    }

    static final Value NONE = new Value(Kind.NONE, List.of());

    public Value {
        choices = List.copyOf(choices);
    }

    /** As the word that stands for it in the usage says. */
    static Value of(String label, List<String> choices, boolean some) {
        if (!choices.isEmpty()) {
            return new Value(some ? Kind.SOME : Kind.ONE, choices);
        }
        Kind kind = switch (label) {
            case "FILE", "SET|FILE" -> Kind.FILE;
            case "DIR" -> Kind.FOLDER;
            case "PROJECT", "PROJECT SET" -> Kind.PROJECT;
            case "SET" -> Kind.SET;
            default -> Kind.ANY;
        };
        return new Value(kind, List.of());
    }
}

package io.github.ddevbak.settings;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How somebody is told of a run. */
public enum NoticeKind {
    /** An address that is called when a run begins and when it ends, as healthchecks.io has it. */
    PING,
    /** An address that is sent the document of {@code all --json}. */
    WEBHOOK,
    COMMAND,
    /** The desktop of the user. */
    DESKTOP;

    /** The word users read and write, such as {@code ping}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<NoticeKind> parse(String word) {
        return Stream.of(values())
                .filter(one -> one.word().equals(word.strip()))
                .findFirst();
    }

    /** All of them, for a message. */
    public static String words() {
        return Stream.of(values()).map(NoticeKind::word).collect(Collectors.joining(", "));
    }

    /** Whether it goes to an address. */
    public boolean addressed() {
        return this == PING || this == WEBHOOK;
    }
}

package io.github.ddevbak.settings;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Of which runs somebody is told. */
public enum NoticeWhen {
    /** Of those whose exit code is not 0. */
    FAILURE,
    /** Of those that did not end as the one before. */
    CHANGE,
    ALWAYS;

    /** The word users read and write, such as {@code failure}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<NoticeWhen> parse(String word) {
        return Stream.of(values())
                .filter(one -> one.word().equals(word.strip()))
                .findFirst();
    }

    /** All of them, for a message. */
    public static String words() {
        return Stream.of(values()).map(NoticeWhen::word).collect(Collectors.joining(", "));
    }

    /** A ping that misses good runs would be taken for a machine that is gone. */
    static NoticeWhen usual(NoticeKind kind) {
        return kind == NoticeKind.PING ? ALWAYS : FAILURE;
    }
}

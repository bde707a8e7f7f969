package io.github.ddevbak.report;

import io.github.ddevbak.files.Difference;
import io.github.ddevbak.files.Differences;
import io.github.ddevbak.files.Drift;
import io.github.ddevbak.files.FileState;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** How differences read on a terminal: a symbol and a name for each, and one line for all. */
public final class DriftText {
    private final Ink ink;

    public DriftText(Ink ink) {
        this.ink = ink;
    }

    /** One line, safe to print. */
    public String line(Difference difference) {
        Drift drift = difference.drift();
        String symbol = String.valueOf(drift.symbol());
        return switch (drift) {
                    case ROTTEN, UNREADABLE, CHANGED, REMOVED, TYPE, TARGET -> ink.bad(symbol);
                    case MOVED, MODE -> ink.warn(symbol);
                    case ADDED -> ink.good(symbol);
                    case TOUCHED -> symbol;
                }
                + " "
                + name(difference)
                + detail(difference);
    }

    private static String name(Difference difference) {
        String folder = difference
                .now()
                .or(difference::recorded)
                .filter(state -> state.type().equals("folder") && difference.drift() != Drift.TYPE)
                .map(state -> "/")
                .orElse("");
        return difference.path().printable()
                + folder
                + difference.to().map(to -> " -> " + to.printable()).orElse("");
    }

    private static String detail(Difference difference) {
        Optional<FileState> was = difference.recorded();
        Optional<FileState> now = difference.now();
        return switch (difference.drift()) {
            case ROTTEN -> " (size and time are as recorded, the content is not)";
            case UNREADABLE -> ": " + difference.why();
            case CHANGED -> was.isEmpty() || now.isEmpty() ? "" : sizes(was.get(), now.get());
            case TYPE -> " (" + type(was) + " -> " + type(now) + ")";
            case TARGET -> " (" + target(was) + " -> " + target(now) + ")";
            case MOVED, MODE -> was.isEmpty() || now.isEmpty() ? "" : modes(was.get(), now.get());
            case REMOVED, ADDED, TOUCHED -> "";
        };
    }

    private static String sizes(FileState was, FileState now) {
        return !was.known() || was.size() == now.size()
                ? ""
                : " (" + Sizes.bytes(was.size()) + " -> " + Sizes.bytes(now.size()) + ")";
    }

    private static String modes(FileState was, FileState now) {
        return was.octal().isEmpty() || was.mode() == now.mode() ? "" : " (" + was.octal() + " -> " + now.octal() + ")";
    }

    private static String type(Optional<FileState> state) {
        return state.map(FileState::type).orElse("nothing");
    }

    private static String target(Optional<FileState> state) {
        return state.flatMap(FileState::target)
                .map(target -> target.printable())
                .orElse("nothing");
    }

    /** Such as {@code 1 rotten, 2 changed}; empty where none is wanted or there. */
    public static String counts(Differences differences, Predicate<Drift> wanted) {
        return Arrays.stream(Drift.values())
                .filter(wanted)
                .filter(drift -> differences.count(drift) > 0)
                .map(drift -> number(differences.count(drift)) + " " + drift.word())
                .collect(Collectors.joining(", "));
    }

    /** With a space between each three digits. */
    public static String number(long number) {
        return String.format(Locale.ROOT, "%,d", number).replace(',', ' ');
    }
}

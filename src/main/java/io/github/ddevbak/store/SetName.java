package io.github.ddevbak.store;

import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * What a user may call a set: {@code latest}, its name, the beginning of it, or a day in UTC such as {@code 2026-11-22}.
 *
 * @param text as the user wrote it
 */
public record SetName(String text) {
    /** The newest of each project. */
    public static final SetName NEWEST = new SetName("latest");

    private static final String LATEST = "latest";
    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern BEGINNING = Pattern.compile("\\d{4,8}|\\d{8}T[0-9A-Za-z-]*");

    /** Whether a set could be meant at all. */
    public boolean possible() {
        return text.equals(LATEST)
                || DATE.matcher(text).matches()
                || BEGINNING.matcher(text).matches();
    }

    /** The sets that are meant, the one of exactly that name first, then in the order given. */
    public List<StoredSet> among(List<StoredSet> newestFirst) {
        return among(newestFirst, StoredSet::id);
    }

    /**
     * The sets that are meant, where {@code latest} means one: the newest that keeps no state from before a restore, or the
     * newest where all of them do.
     */
    public <S> List<S> meant(List<S> newestFirst, Function<S, String> id) {
        List<S> named = possible() ? among(newestFirst, id) : List.of();
        return latest()
                ? named.stream()
                        .filter(set -> !SetSummary.safetyCopy(id.apply(set)))
                        .findFirst()
                        .or(() -> named.stream().findFirst())
                        .stream()
                        .toList()
                : named;
    }

    /** The same of whatever has the name of a set. */
    public <S> List<S> among(List<S> newestFirst, Function<S, String> id) {
        if (text.equals(LATEST)) {
            return newestFirst;
        }
        String beginning = DATE.matcher(text).matches() ? text.replace("-", "") : text;
        Predicate<S> exactly = set -> id.apply(set).equals(beginning);
        List<S> exact = newestFirst.stream().filter(exactly).toList();
        return exact.isEmpty()
                ? newestFirst.stream()
                        .filter(set -> id.apply(set).startsWith(beginning))
                        .toList()
                : exact;
    }

    /** Whether the newest of each project is meant. */
    public boolean latest() {
        return text.equals(LATEST);
    }
}

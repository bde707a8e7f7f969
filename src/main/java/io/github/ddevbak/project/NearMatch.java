package io.github.ddevbak.project;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** What a mistyped word may have meant. */
public final class NearMatch {
    private NearMatch() {}

    /** {@code ; did you mean a or b?}, or just the full stop where nothing is near. */
    public static String hint(String typed, Collection<String> known) {
        List<String> close = known.stream()
                .filter(word -> distance(lower(typed), lower(word)) <= Math.max(2, typed.length() / 3))
                .sorted(Comparator.comparingInt((String word) -> distance(lower(typed), lower(word)))
                        .thenComparing(Comparator.naturalOrder()))
                .limit(3)
                .toList();
        return close.isEmpty() ? "." : "; did you mean " + String.join(" or ", close) + "?";
    }

    private static String lower(String word) {
        return word.toLowerCase(Locale.ROOT);
    }

    /** Levenshtein distance. */
    static int distance(String one, String other) {
        int[] row = new int[other.length() + 1];
        for (int j = 0; j <= other.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int above = row[j];
                int same = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(same, Math.min(above, row[j - 1]) + 1);
                diagonal = above;
            }
        }
        return row[other.length()];
    }
}

package io.github.ddevbak.recovery;

import java.util.Optional;

/**
 * How much of the sets one run reads: so many parts in a thousand of each, or so many bytes of all together.
 *
 * @param perMille 1 to 1000; 0 where bytes are meant
 * @param bytes 0 where a share is meant
 */
public record SampleShare(int perMille, long bytes) {

    /** A share of each set. */
    public static Optional<SampleShare> percent(String text) {
        if (!text.matches("\\d{1,3}(\\.\\d)?%")) {
            return Optional.empty();
        }
        String digits = text.substring(0, text.length() - 1);
        int point = digits.indexOf('.');
        int perMille = point < 0
                ? Integer.parseInt(digits) * 10
                : Integer.parseInt(digits.substring(0, point)) * 10 + Integer.parseInt(digits.substring(point + 1));
        return perMille < 1 || perMille > 1000 ? Optional.empty() : Optional.of(new SampleShare(perMille, 0));
    }

    /** So many bytes of all sets together. */
    public static SampleShare ofBytes(long bytes) {
        return new SampleShare(0, bytes);
    }

    /** In how many runs all of a set is read; 0 where that depends on how many sets there are. */
    int runs() {
        return perMille == 0 ? 0 : (1000 + perMille - 1) / perMille;
    }
}

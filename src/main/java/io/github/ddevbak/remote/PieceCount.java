package io.github.ddevbak.remote;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How far restic says it is, in a line such as {@code [0:01] 66.67%  14 / 21 packs} (0.14). Pure.
 *
 * @param done how many pieces are done
 * @param of how many there are
 */
record PieceCount(long done, long of) {
    private static final Pattern LINE = Pattern.compile("\\[[0-9:]+] +[0-9.]+% +(\\d{1,15}) / (\\d{1,15}) .*");

    /** Empty where the line says something else. */
    static Optional<PieceCount> in(String line) {
        Matcher matcher = LINE.matcher(line);
        return matcher.matches()
                ? Optional.of(new PieceCount(Long.parseLong(matcher.group(1)), Long.parseLong(matcher.group(2))))
                : Optional.empty();
    }
}

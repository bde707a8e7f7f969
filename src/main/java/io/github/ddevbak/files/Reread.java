package io.github.ddevbak.files;

/**
 * Which of the stored copies are read again before another set relies on them: a twentieth at each run, another one each
 * time, or all.
 *
 * @param round which twentieth
 * @param all whether every one is
 */
public record Reread(long round, boolean all) {
    /** In so many runs every copy was read again. */
    public static final int ROUNDS = 20;

    boolean includes(RawPath path) {
        return all || Long.remainderUnsigned(PathPrints.print(path), ROUNDS) == Math.floorMod(round, ROUNDS);
    }
}

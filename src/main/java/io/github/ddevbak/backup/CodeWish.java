package io.github.ddevbak.backup;

/**
 * How git is asked about a project's code.
 *
 * @param fetch whether the remotes are asked what they have now, instead of believing the last fetch
 * @param deep whether every object of the repositories is read
 */
public record CodeWish(boolean fetch, boolean deep) {
    /** Only what the local repositories say, without reading every object of theirs. */
    public static final CodeWish LOCAL = new CodeWish(false, false);
}

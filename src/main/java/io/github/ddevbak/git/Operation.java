package io.github.ddevbak.git;

/**
 * What was begun in a work tree and not ended.
 *
 * @param name in git's words: rebase, merge, cherry-pick, revert, bisect, am
 * @param progress of what, onto what and how far, such as {@code of branch main onto 1a2b3c4d5e, at step 2 of 5 (3 left
 *     after it)}; empty where git's notes do not say
 */
record Operation(String name, String progress) {

    /** As a sentence; the place begins with a space where there is any. */
    String sentence(String where) {
        return (name.equals("am") ? "An " : "A ") + name + " is in progress" + where
                + (progress.isEmpty() ? "" : ": " + progress) + ".";
    }
}

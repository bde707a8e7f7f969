package io.github.ddevbak.store;

import java.util.Locale;

/** What can be learnt of a set after it was sealed. */
public enum NoteKind {
    /** Its bytes were read again. */
    VERIFIED,
    /** Some of its bytes were read again, and the rest in other runs. */
    SAMPLED,
    /** It was restored into a scratch project. */
    DRILLED,
    /** A person said that it is as it should be, although it looks emptied. */
    ACCEPTED,
    /** It is in a repository off this machine, and was seen there. */
    COPIED;

    private final String word = name().toLowerCase(Locale.ROOT);

    public String word() {
        return word;
    }
}

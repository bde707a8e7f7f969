package io.github.ddevbak.settings;

import java.util.Optional;

/**
 * How a project's code, user files and sets are kept, as one source says it: flags, environment or a file; empty where it is
 * silent.
 *
 * @param rescue whether what no remote has goes into the set
 * @param rescueMax the most bytes of that
 * @param upstream where user files come from, as a person declares it
 * @param copy when user files go into the set
 * @param copyMax the most bytes of user files that {@link CopyFiles#AUTO} copies
 * @param suspect when a database looks emptied
 * @param keep which sets stay; one source's wish takes the place of a weaker one's as a whole
 */
public record Preferences(
        Optional<Boolean> rescue,
        Optional<Long> rescueMax,
        Optional<String> upstream,
        Optional<CopyFiles> copy,
        Optional<Long> copyMax,
        SuspectShares suspect,
        Optional<KeepPolicy> keep) {

    public static final Preferences NONE =
            new Preferences(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    /** One that does not say when a database looks emptied. */
    public Preferences(
            Optional<Boolean> rescue,
            Optional<Long> rescueMax,
            Optional<String> upstream,
            Optional<CopyFiles> copy,
            Optional<Long> copyMax) {
        this(rescue, rescueMax, upstream, copy, copyMax, SuspectShares.NONE, Optional.empty());
    }

    /** What is said here, and by the other where this is silent. */
    public Preferences over(Preferences weaker) {
        return new Preferences(
                rescue.or(weaker::rescue),
                rescueMax.or(weaker::rescueMax),
                upstream.or(weaker::upstream),
                copy.or(weaker::copy),
                copyMax.or(weaker::copyMax),
                suspect.over(weaker.suspect),
                keep.or(weaker::keep));
    }

    /** The same, and which sets stay. */
    public Preferences keeping(Optional<KeepPolicy> policy) {
        return new Preferences(rescue, rescueMax, upstream, copy, copyMax, suspect, policy);
    }
}

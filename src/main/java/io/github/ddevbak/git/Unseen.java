package io.github.ddevbak.git;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What lies in folders that Git does not know or was told to ignore; paths are relative to the work tree's top.
 *
 * @param nested repositories of their own
 * @param precious ignored files that a restore needs, relative to the folder asked about
 * @param hollow untracked folders that hold nothing but repositories of their own
 * @param passedBy folders that were left out on purpose, such as {@code node_modules/}
 * @param notReached folders that were not looked into, though they may hide something: too deep, too many, unreadable
 */
record Unseen(
        List<Nested> nested,
        List<String> precious,
        Set<String> hollow,
        List<String> passedBy,
        List<String> notReached) {

    static final Unseen NOTHING = new Unseen(List.of(), List.of(), Set.of(), List.of(), List.of());

    Unseen {
        nested = List.copyOf(nested);
        precious = List.copyOf(precious);
        hollow = Set.copyOf(hollow);
        passedBy = List.copyOf(passedBy);
        notReached = List.copyOf(notReached);
    }

    /**
     * A repository inside another one that does not record it.
     *
     * @param path ends with {@code /}
     * @param folder where that is
     */
    record Nested(String path, Path folder, Kept kept) {}

    /** What the repository around a nested one has of it. */
    enum Kept {
        /** Nothing, and it was told so. */
        IGNORED,
        /** Nothing. */
        NOTHING,
        /** Its files, as if they were its own, but no history. */
        FILES
    }

    /** The same, with more repositories. */
    Unseen and(List<Nested> more) {
        List<Nested> all = new ArrayList<>(nested);
        all.addAll(more);
        return new Unseen(all, precious, hollow, passedBy, notReached);
    }

    /** Collects while folders are walked. */
    static final class Found {
        final List<Nested> nested = new ArrayList<>();
        final Set<String> precious = new TreeSet<>();
        final Set<String> hollow = new TreeSet<>();
        final List<String> passedBy = new ArrayList<>();
        final List<String> notReached = new ArrayList<>();

        Unseen unseen() {
            return new Unseen(nested, List.copyOf(precious), hollow, passedBy, notReached);
        }
    }
}

package io.github.ddevbak.git;

import java.util.List;

/**
 * A remote as it is configured.
 *
 * @param url where it is fetched from, without credentials
 * @param place where that is, seen from this machine
 * @param everyBranch whether a fetch asks for all of its branches; a single-branch clone does not
 */
record Remote(String name, String url, Place place, boolean everyBranch) {

    /** How much a remote proves. */
    enum Place {
        /** Through a network: outlives this machine. */
        ELSEWHERE,
        /** On this machine: outlives a mistake, not the disk. */
        THIS_MACHINE,
        /** A path where no repository is. */
        MISSING
    }

    /** The words that keep these remotes' refs from counting as proof in {@code git rev-list … --not … --remotes}. */
    static List<String> exclusions(List<Remote> remotes) {
        return remotes.stream()
                .map(remote -> "--exclude=" + remote.name() + "/*")
                .toList();
    }
}

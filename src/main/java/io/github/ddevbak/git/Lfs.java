package io.github.ddevbak.git;

import java.util.List;

/**
 * What became of a repository's files that are in Git LFS.
 *
 * @param notPushed whose content is here, and on no remote
 * @param lost whose content is nowhere that was looked at, though no remote has the commit or was given the content
 * @param absent whose content is not here; remotes that have their commits should have it
 * @param counted files checked out whose content remotes are taken to have, because they have the commits
 * @param unfiltered how many files are checked out for Git LFS where no filter is set up for it
 */
record Lfs(List<LfsFile> notPushed, List<LfsFile> lost, List<LfsFile> absent, List<LfsFile> counted, int unfiltered) {
    /** A repository without Git LFS. */
    static final Lfs NONE = new Lfs(List.of(), List.of(), List.of(), List.of(), 0);

    Lfs {
        notPushed = List.copyOf(notPushed);
        lost = List.copyOf(lost);
        absent = List.copyOf(absent);
        counted = List.copyOf(counted);
    }
}

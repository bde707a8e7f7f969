package io.github.ddevbak.git;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What the repository holds that its remotes do not.
 *
 * @param unpushed commits that no remote-tracking ref of a remote that is there reaches
 * @param capped whether there are more of them than were read
 * @param stashes the stashes, the newest first
 * @param held commits that operations in progress hold
 * @param tags the tags, asked for only where some of these commits are on no branch and no HEAD
 * @param tagged whether it has any tag
 * @param now what remotes said, where they were asked
 * @param lost commits that remote-tracking refs hold and the remotes they stand for do not; none where none was asked
 * @param others refs of other kinds that are judged, asked for where the tags are
 * @param besides whether it has any of these
 * @param foreign remote-tracking refs that stand for something else, and prove nothing
 * @param onlyHere how many commits are on remotes of this machine but not on those elsewhere; 0 where no remote is elsewhere
 * @param lfs files of Git LFS whose pointers are in commits that no remote has, and in none that one has
 */
record History(
        Refs refs,
        List<Remote> remotes,
        CommitGraph unpushed,
        boolean capped,
        List<Stash> stashes,
        Held held,
        List<Tag> tags,
        List<Tag> others,
        boolean besides,
        Set<String> foreign,
        int onlyHere,
        boolean tagged,
        RemotesNow now,
        Lost lost,
        List<LfsFile> lfs) {

    /**
     * Changes put aside.
     *
     * @param when it was made; 1970 where git kept no log of it
     * @param message such as {@code On main: half of the menu}; may be empty
     * @param untracked whether it holds untracked files too
     */
    record Stash(Instant when, String message, boolean untracked) {}

    /** A tag, or a ref of another kind by its full name, and the commit it names. */
    record Tag(String name, String oid) {}

    /**
     * What remotes no longer have.
     *
     * @param tracking the remote-tracking refs that hold it, with the commits they name
     */
    record Lost(Map<String, String> tracking, CommitGraph commits) {
        static final Lost NOTHING = new Lost(Map.of(), new CommitGraph(Map.of()));

        Lost {
            tracking = new TreeMap<>(tracking);
        }
    }

    History {
        remotes = List.copyOf(remotes);
        stashes = List.copyOf(stashes);
        tags = List.copyOf(tags);
        others = List.copyOf(others);
        foreign = Collections.unmodifiableSet(foreign);
        lfs = List.copyOf(lfs);
    }

    List<Remote> at(Remote.Place place) {
        return remotes.stream().filter(remote -> remote.place() == place).toList();
    }

    /** Whether there is a remote that can have commits at all. */
    boolean provable() {
        return at(Remote.Place.MISSING).size() < remotes.size();
    }

    /** Whether every remote that is there said what it has. */
    boolean allAsked() {
        return provable()
                && remotes.stream().allMatch(remote -> remote.place() == Remote.Place.MISSING || now.asked(remote));
    }

    /** Whether a remote through a network said what it has. */
    boolean elsewhereAsked() {
        return at(Remote.Place.ELSEWHERE).stream().anyMatch(now::asked);
    }

    /** Whether notes are among what no remote has. */
    boolean notesTold() {
        return provable()
                && others.stream()
                        .anyMatch(other -> OtherRefs.notes(other.name())
                                && unpushed.commits().containsKey(other.oid()));
    }

    boolean offDisk() {
        return !at(Remote.Place.ELSEWHERE).isEmpty() && onlyHere == 0;
    }

    /** Name to URL, without credentials. */
    Map<String, String> urls() {
        return remotes.stream().collect(Collectors.toMap(Remote::name, Remote::url));
    }

    Optional<String> branch() {
        return refs.current().map(Refs.Branch::name);
    }
}

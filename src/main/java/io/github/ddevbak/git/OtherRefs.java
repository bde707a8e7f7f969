package io.github.ddevbak.git;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;

/**
 * Refs that are neither branches nor tags, remote-tracking refs or the stash, such as {@code refs/original} and
 * {@code refs/notes}: which of them a person or a tool keeps commits by, and which are git's own or a remote's.
 *
 * @param passedOver beginnings of names that are not judged
 */
record OtherRefs(List<String> passedOver) {
    private static final String BISECT = "refs/bisect/";
    private static final String NOTES = "refs/notes/";

    /** Copies of what remotes and their bundles have (git-maintenance(1), git-clone(1)), and labels of a rebase. */
    private static final List<String> OF_GIT = List.of("refs/prefetch/", "refs/bundles/", "refs/rewritten/");

    OtherRefs {
        passedOver = List.copyOf(passedOver);
    }

    static OtherRefs of(Repository repository, List<Remote> remotes) {
        List<String> passedOver = new ArrayList<>(OF_GIT);
        // Told as an operation in progress, and saved with it.
        if (Files.exists(repository.layout().gitDir().resolve("BISECT_LOG"))) {
            passedOver.add(BISECT);
        }
        remotes.stream()
                .filter(remote -> remote.place() != Remote.Place.MISSING)
                .flatMap(remote -> repository.config().values("remote", remote.name(), "fetch").stream())
                .map(rule -> rule.substring(rule.lastIndexOf(':') + 1).split("\\*", 2)[0])
                .filter(OtherRefs::other)
                .forEach(passedOver::add);
        return new OtherRefs(passedOver);
    }

    /** Whether a name, or the beginning of names, is of no usual kind. */
    private static boolean other(String name) {
        return name.startsWith("refs/")
                && name.length() > "refs/".length()
                && !RefFiles.among(name)
                && !name.startsWith(RefFiles.STASH);
    }

    boolean judged(String name) {
        return other(name) && passedOver.stream().noneMatch(name::startsWith);
    }

    static boolean notes(String name) {
        return name.startsWith(NOTES);
    }

    /** The branches, the tags and the others that are judged, as rev-list is told them. */
    List<String> tips() {
        List<String> words = new ArrayList<>(List.of("--exclude=" + RefFiles.REMOTES + "*"));
        words.add("--exclude=" + RefFiles.STASH);
        passedOver.forEach(beginning -> words.add("--exclude=" + beginning + "*"));
        words.add("--glob=refs/*");
        return words;
    }

    /** The name that a bundle gives one; one of git's own is not put back where it was. */
    static String bundled(String name) {
        boolean own = name.startsWith(BISECT) || OF_GIT.stream().anyMatch(name::startsWith);
        return (own ? "refs/ddevbak/" : "refs/ddevbak/ref/") + name.substring("refs/".length());
    }
}

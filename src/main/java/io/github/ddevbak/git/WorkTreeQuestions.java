package io.github.ddevbak.git;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Asks what a work tree holds that is not committed. */
final class WorkTreeQuestions {
    private static final List<String> STATUS = List.of(
            "status",
            "--porcelain=v2",
            "-z",
            "--branch",
            "--no-ahead-behind",
            "--no-renames",
            "--ignore-submodules=none",
            "--untracked-files=normal",
            // As "traditional" does, but without looking into what is ignored as a whole.
            "--ignored=matching",
            "--",
            ".");

    private final GitCli git;

    WorkTreeQuestions(GitCli git) {
        this.git = git;
    }

    /** The work tree below the layout's folder; the paths to leave out are work trees that are looked at by themselves. */
    WorkTree look(Layout layout, Index index, List<Path> leaveOut) {
        Status status = status(layout, index, leaveOut);
        List<Index.Entry> hidden = new HiddenChanges(git).differing(layout, index.unwatched());
        return new WorkTree(
                status,
                Operations.in(layout.gitDir()),
                hidden.stream().map(Index.Entry::path).toList(),
                FolderWalk.of(layout, status, Set.copyOf(leaveOut))
                        .and(TrackedRepositories.of(layout, index, Set.copyOf(leaveOut))));
    }

    private Status status(Layout layout, Index index, List<Path> leaveOut) {
        new SubmoduleGuard(git).restrain(layout, index);
        List<String> question = new ArrayList<>(STATUS);
        for (Path other : leaveOut) {
            if (other.startsWith(layout.folder()) && !other.equals(layout.folder())) {
                question.add(":(exclude,literal)" + layout.folder().relativize(other));
            }
        }
        return StatusParser.parse(git.answer(layout.folder(), question).stdout());
    }

    /**
     * Whether every object of the commit and of the index is there.
     *
     * @throws UnansweredException naming the first that is not
     */
    void requireObjects(Layout layout, String head) {
        git.answer(
                layout.folder(),
                List.of("rev-list", "--objects", "--no-walk", "--quiet", "--indexed-objects", head, "--"));
    }
}

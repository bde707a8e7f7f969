package io.github.ddevbak.git;

import io.github.ddevbak.project.Finding;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Asks after the linked work trees of a repository, from what gitrepository-layout(5) says of {@code worktrees/}. */
final class WorktreeQuestions {
    private static final Pattern COMMIT = Pattern.compile("[0-9a-f]{40}|[0-9a-f]{64}");

    private final GitCli git;
    private final LayoutQuestion layouts;
    private final WorkTreeQuestions workTrees;

    WorktreeQuestions(GitCli git, LayoutQuestion layouts, WorkTreeQuestions workTrees) {
        this.git = git;
        this.layouts = layouts;
        this.workTrees = workTrees;
    }

    /** Where git keeps its notes on each linked work tree; none where the layout is itself one, as those are not below it. */
    static List<Path> notes(Layout layout) {
        Path folder = layout.commonDir().resolve("worktrees");
        List<Path> notes = new ArrayList<>();
        if (layout.linkedWorktree() || !Files.isDirectory(folder)) {
            return notes;
        }
        try (DirectoryStream<Path> each = Files.newDirectoryStream(folder, Files::isDirectory)) {
            each.forEach(notes::add);
        } catch (IOException | DirectoryIteratorException e) {
            throw unreadable(folder, e);
        }
        notes.sort(null);
        return notes;
    }

    /** Where the work tree is, or was. */
    static Path place(Path notes) {
        String pointer = text(notes.resolve("gitdir"));
        Path dotGit = notes.resolve(pointer.endsWith("\n") ? pointer.substring(0, pointer.length() - 1) : pointer);
        Path place = dotGit.normalize().getParent();
        return place == null ? notes : place;
    }

    /**
     * Looks at the linked work tree of these notes.
     *
     * @param main the work tree that it is linked to
     * @param others the linked ones, which are looked at by themselves
     */
    Worktree look(Path notes, Layout main, List<Path> others) {
        Path place = place(notes);
        Optional<Layout> layout = Files.exists(place.resolve(".git")) ? layouts.around(place) : Optional.empty();
        List<Operation> operations = Operations.in(notes);
        // Another repository may stand at that place by now.
        if (layout.isEmpty() || !layout.get().gitDir().equals(notes)) {
            Worktree.Place missing =
                    Files.exists(notes.resolve("locked")) ? Worktree.Place.MISSING_LOCKED : Worktree.Place.MISSING;
            return new Worktree(
                    place.toString(), noted(notes), Optional.empty(), WorkTree.NOTHING, List.of(), missing, operations);
        }
        Repository repository = new Repository(layout.get(), GitConfig.ask(git, place));
        Index index = new HiddenChanges(git).index(repository);
        List<Path> leftOut = new ArrayList<>(others);
        leftOut.add(main.toplevel());
        WorkTree tree = workTrees.look(layout.get(), index, leftOut);
        return new Worktree(
                place.toString(),
                noted(notes),
                layout,
                tree.with(ownPrecious(tree, layout.get(), main)),
                index.submodules(),
                Worktree.Place.THERE,
                operations);
    }

    /** A file that the main work tree has the same is told there. */
    private static List<String> ownPrecious(WorkTree tree, Layout linked, Layout main) {
        return tree.unseen().precious().stream()
                .filter(path ->
                        !same(linked.toplevel().resolve(path), main.toplevel().resolve(path)))
                .toList();
    }

    private static boolean same(Path one, Path other) {
        try {
            return Files.isRegularFile(other) && Files.mismatch(one, other) < 0;
        } catch (IOException e) {
            return false;
        }
    }

    /** A detached HEAD holds the commit's name, one on a branch a line {@code ref: …}. */
    private static Optional<String> noted(Path notes) {
        return Optional.of(text(notes.resolve("HEAD")).strip())
                .filter(head -> COMMIT.matcher(head).matches());
    }

    /** Notes that are not whole are those of a work tree that git would prune. */
    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (NoSuchFileException e) {
            return "";
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    private static UnansweredException unreadable(Path file, Exception cause) {
        return new UnansweredException(Finding.error(
                "code.unreadable", "Cannot read " + file + ": " + cause.getMessage(), "repair it: git worktree prune"));
    }
}

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

    private final LayoutQuestion layouts;
    private final WorkTreeQuestions workTrees;

    WorktreeQuestions(LayoutQuestion layouts, WorkTreeQuestions workTrees) {
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

    Worktree look(Path notes) {
        Path place = place(notes);
        Optional<Layout> layout = Files.exists(place.resolve(".git")) ? layouts.around(place) : Optional.empty();
        List<String> operations = Operations.in(notes);
        // Another repository may stand at that place by now.
        if (layout.isEmpty() || !layout.get().gitDir().equals(notes)) {
            Worktree.Place missing =
                    Files.exists(notes.resolve("locked")) ? Worktree.Place.MISSING_LOCKED : Worktree.Place.MISSING;
            return new Worktree(place.toString(), noted(notes), List.of(), missing, operations);
        }
        Status status = workTrees.status(layout.get());
        List<String> unsaved = new ArrayList<>(status.untracked());
        status.changes().forEach(change -> unsaved.add(change.path()));
        return new Worktree(place.toString(), noted(notes), unsaved, Worktree.Place.THERE, operations);
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

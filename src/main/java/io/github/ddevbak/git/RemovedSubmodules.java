package io.github.ddevbak.git;

import io.github.ddevbak.process.Invocation;
import io.github.ddevbak.project.Finding;
import io.github.ddevbak.project.Severity;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Looks at git folders of submodules whose work trees are gone: git keeps them, and perhaps they alone hold commits. */
final class RemovedSubmodules {
    /** A submodule's name may hold slashes. */
    private static final int DEPTH = 8;

    private final GitCli git;

    RemovedSubmodules(GitCli git) {
        this.git = git.ofGitFolders();
    }

    /** A loss for each that holds what no remote has; the paths are those of the submodules that are recorded. */
    List<Finding> look(Layout layout, List<String> paths, Instant now) {
        // Each linked work tree has its own.
        Path modules = layout.gitDir().resolve("modules");
        if (!Files.isDirectory(modules)) {
            return List.of();
        }
        Set<Path> alive = new HashSet<>();
        for (String path : paths) {
            GitPointer.target(layout.toplevel().resolve(path).resolve(".git")).ifPresent(alive::add);
        }
        List<Finding> findings = new ArrayList<>();
        for (Path folder : gitFolders(modules, DEPTH)) {
            if (!alive.contains(folder) && !inUse(folder)) {
                String name = modules.relativize(folder).toString();
                findings.addAll(judge(folder, name, now));
            }
        }
        return findings;
    }

    /** Whether its work tree is still there, though not recorded: then it is found as a nested repository. */
    private static boolean inUse(Path folder) {
        try {
            return Files.readString(folder.resolve("config"))
                    .lines()
                    .map(String::strip)
                    .filter(line -> line.startsWith("worktree = "))
                    .map(line -> folder.resolve(line.substring("worktree = ".length()))
                            .normalize())
                    .anyMatch(place -> GitPointer.target(place.resolve(".git"))
                            .filter(folder::equals)
                            .isPresent());
        } catch (IOException | IllegalArgumentException e) {
            return false;
        }
    }

    private List<Finding> judge(Path folder, String name, Instant now) {
        try {
            Layout layout = new Layout(folder, folder, folder, folder);
            Repository repository = new Repository(layout, GitConfig.ask(git, folder));
            List<Remote> remotes = RemoteConfig.of(repository.config()).remotes(folder);
            Optional<String> head = head(layout);
            History history = new HistoryQuestions(git)
                    .look(repository, remotes, head.stream().toList());
            return HistoryLosses.of(history, head, List.of(), CloneTime.of(layout), now).stream()
                    .filter(finding -> finding.severity() == Severity.LOSS)
                    .filter(finding -> !history.unpushed().commits().isEmpty()
                            || !history.stashes().isEmpty())
                    .map(finding -> Finding.loss(
                            "code.submodule-removed",
                            "Submodule " + name + ", whose work tree is gone: " + finding.sentence(),
                            "push from its git folder: git --git-dir=" + Invocation.quoted(folder.toString())
                                    + " --work-tree=. push --all"))
                    .toList();
        } catch (UnansweredException e) {
            return List.of(e.finding());
        }
    }

    private Optional<String> head(Layout layout) {
        if (layout.branch().isPresent()) {
            return Optional.empty();
        }
        List<String> question = List.of("rev-parse", "--verify", "HEAD");
        return Optional.of(git.answer(layout.folder(), question).stdout().strip());
    }

    private static List<Path> gitFolders(Path folder, int depth) {
        List<Path> found = new ArrayList<>();
        if (depth == 0) {
            return found;
        }
        try (DirectoryStream<Path> each = Files.newDirectoryStream(folder, Files::isDirectory)) {
            for (Path child : each) {
                if (Files.exists(child.resolve("HEAD")) && Files.isDirectory(child.resolve("objects"))) {
                    found.add(child);
                } else {
                    found.addAll(gitFolders(child, depth - 1));
                }
            }
        } catch (IOException | DirectoryIteratorException e) {
            throw new UnansweredException(Finding.error(
                    "code.unreadable", "Cannot read " + folder + ": " + e.getMessage(), "make it readable"));
        }
        found.sort(null);
        return found;
    }
}

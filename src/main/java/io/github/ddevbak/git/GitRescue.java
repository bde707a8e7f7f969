package io.github.ddevbak.git;

import io.github.ddevbak.process.ProcessRunner;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Saves what a project's repositories have and no remote does: commits as a bundle, changes as a patch. Reads the
 * repositories only; git writes into a scratch repository of ours, which reads none of their configuration.
 */
public final class GitRescue {
    /** The artefacts' names. */
    public static final String BUNDLE = "unpushed.bundle";

    public static final String PATCH = "worktree.patch";
    public static final String STAGED = "staged.patch";

    /** A folder, laid out as git-lfs keeps its own. */
    public static final String LARGE_FILES = "lfs";

    private final GitCli git;
    private final LayoutQuestion layouts;

    /** The time-out is for each call of git; one that writes a bundle of a long history takes its time. */
    public GitRescue(ProcessRunner runner, Duration timeout) {
        git = new GitCli(runner, timeout);
        layouts = new LayoutQuestion(git);
    }

    /**
     * Saves what there is to save of everything that was looked at; never throws for what it cannot save, but tells it.
     *
     * @param target where the artefacts go; made where there is anything
     * @param scratch a folder that must not be there, for repositories of our own; it is gone afterwards
     * @param limit the most bytes of all artefacts
     * @throws IOException where the target or the scratch folder cannot be written
     */
    public List<Rescued> rescue(GitReport report, Path approot, Path target, Path scratch, long limit)
            throws IOException {
        Run run = new Run(target, scratch, limit);
        try {
            for (Looked looked : report.looked()) {
                run.repository(looked, looked.place(approot.toRealPath()));
            }
        } finally {
            GitFolders.delete(scratch);
        }
        return List.copyOf(run.rescued);
    }

    /** One rescue of all repositories of a project. */
    private final class Run {
        private final Path target;
        private final Path scratch;
        private final List<Rescued> rescued = new ArrayList<>();
        private final Set<String> folders = new HashSet<>();
        private long left;
        private int number;

        Run(Path target, Path scratch, long limit) {
            this.target = target;
            this.scratch = scratch;
            this.left = limit;
        }

        void repository(Looked looked, String place) throws IOException {
            tree(looked, looked.layout().folder(), place, Optional.empty());
            for (Worktree linked : looked.worktrees()) {
                if (linked.worthSaving()) {
                    tree(looked, Path.of(linked.path()), "worktree " + linked.path(), Optional.of(linked));
                }
            }
        }

        private void tree(Looked looked, Path folder, String place, Optional<Worktree> linked) throws IOException {
            String name = folder(place);
            Rescued.Draft draft = Rescued.draft(place, name, looked.layout(), looked);
            Path own = scratch.resolve(String.valueOf(number++));
            try {
                Optional<Repository> repository = layouts.repository(folder);
                if (repository.isPresent()) {
                    draft = Rescued.draft(place, name, repository.get().layout(), looked);
                    save(looked, repository.get(), draft, own, linked);
                }
            } catch (UnansweredException e) {
                draft.leftOut(Rescued.Kind.COMMITS, e.finding().sentence());
                draft.leftOut(Rescued.Kind.CHANGES, e.finding().sentence());
            } catch (InvalidPathException e) {
                draft.leftOut(Rescued.Kind.FILES, e.getInput() + ": the name cannot be used in this locale");
            } finally {
                GitFolders.delete(own);
            }
            removeIfEmpty(draft);
            Rescued done = draft.done();
            left -= done.bytes();
            rescued.add(done);
        }

        private void save(
                Looked looked, Repository repository, Rescued.Draft draft, Path own, Optional<Worktree> linked)
                throws IOException {
            BorrowingRepository mine = BorrowingRepository.over(git, repository, own);
            Layout layout = repository.layout();
            List<String> head = git.ask(layout.folder(), List.of("rev-parse", "--verify", "--quiet", "HEAD"))
                    .stdout()
                    .lines()
                    .toList();
            String base = head.isEmpty() ? "" : head.get(0);
            draft.standsOn(
                    base,
                    git.ask(layout.folder(), List.of("symbolic-ref", "-q", "--short", "HEAD"))
                            .stdout()
                            .strip());
            draft.begun(linked.map(Worktree::operations).orElse(looked.tree().operations()));
            Path folder = made(draft);
            List<LfsFile> large =
                    new ArrayList<>(linked.isEmpty() ? looked.lfs().notPushed() : List.of());
            large.addAll(staged(mine, repository, base));
            if (linked.isEmpty()) {
                bundle(mine, looked, draft, folder);
            }
            draft.copied(new LfsCopies(repository)
                    .write(large, folder.resolve(LARGE_FILES).resolve("objects"), left - draft.bytes()));
            patch(mine, layout, draft, folder, base.isEmpty() ? emptyTree(mine) : base);
            files(
                    mine,
                    layout,
                    linked.map(each -> each.tree().unseen().precious()).orElse(looked.precious()),
                    draft);
        }

        /** Files of Git LFS that the index has and the commit does not; only those kept here can be saved. */
        private List<LfsFile> staged(BorrowingRepository mine, Repository repository, String base) {
            if (!LfsPointers.possible(repository)) {
                return List.of();
            }
            Layout layout = repository.layout();
            String answer = mine.say(
                    layout,
                    List.of(
                            "diff-index",
                            "--cached",
                            "-z",
                            "--no-renames",
                            base.isEmpty() ? emptyTree(mine) : base,
                            "--"));
            String[] field = answer.split("\0", -1);
            Map<String, String> paths = new LinkedHashMap<>();
            for (int i = 0; i + 1 < field.length; i += 2) {
                paths.putIfAbsent(field[i].split(" ", -1)[3], field[i + 1]);
            }
            LfsStore store = LfsStore.of(repository);
            return new LfsPointers(git)
                    .files(layout, paths).stream()
                            .filter(file -> store.holds(file.pointer()))
                            .toList();
        }

        private void bundle(BorrowingRepository mine, Looked looked, Rescued.Draft draft, Path folder)
                throws IOException {
            Path file = folder.resolve(BUNDLE);
            try {
                RescueRefs refs = RescueRefs.of(git, looked);
                draft.bundled(new Bundle(mine, refs).write(file, left), refs);
            } catch (UnansweredException e) {
                Files.deleteIfExists(file);
                draft.leftOut(Rescued.Kind.COMMITS, "commits: " + e.finding().sentence());
            }
        }

        private void patch(BorrowingRepository mine, Layout layout, Rescued.Draft draft, Path folder, String base)
                throws IOException {
            Path worktree = folder.resolve(PATCH);
            Path staged = folder.resolve(STAGED);
            try {
                draft.patched(new Patch(mine, layout, base).write(worktree, staged, left - draft.bytes()));
            } catch (UnansweredException e) {
                Files.deleteIfExists(worktree);
                Files.deleteIfExists(staged);
                draft.leftOut(Rescued.Kind.CHANGES, "changes: " + e.finding().sentence());
            }
        }

        /** Untracked files, and ignored ones that nothing makes again; a folder is a repository of its own. */
        private void files(BorrowingRepository mine, Layout layout, List<String> precious, Rescued.Draft draft) {
            Set<String> names = new LinkedHashSet<>();
            String answer =
                    mine.say(layout, List.of("ls-files", "--others", "--exclude-standard", "-z", "--full-name"));
            for (String name : answer.split("\0", -1)) {
                if (!name.isEmpty() && !name.endsWith("/")) {
                    names.add(name);
                }
            }
            precious.forEach(name -> names.add(RawName.of(name)));
            names.forEach(draft::file);
        }

        private String emptyTree(BorrowingRepository mine) {
            return mine.say(List.of("hash-object", "-t", "tree", "--stdin"), "").strip();
        }

        private void removeIfEmpty(Rescued.Draft draft) throws IOException {
            Path folder = target.resolve(draft.folder());
            if (GitFolders.entries(folder).isEmpty()) {
                Files.deleteIfExists(folder);
            }
        }

        private Path made(Rescued.Draft draft) throws IOException {
            Path folder = target.resolve(draft.folder());
            Files.createDirectories(
                    folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            return folder;
        }

        /** A name of ours for a place, such as {@code web-modules-shop}; empty for the approot's own. */
        private String folder(String place) {
            if (place.isEmpty()) {
                return "";
            }
            String name = new String(place.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1)
                    .replaceAll("[^A-Za-z0-9_]+", "-")
                    .replaceAll("^-|-$", "")
                    .toLowerCase(Locale.ROOT);
            String base = "in-" + (name.length() > 80 ? name.substring(name.length() - 80) : name);
            String unique = base;
            for (int i = 2; !folders.add(unique); i++) {
                unique = base + "-" + i;
            }
            return unique;
        }
    }
}

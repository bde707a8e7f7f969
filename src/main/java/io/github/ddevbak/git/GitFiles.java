package io.github.ddevbak.git;

import io.github.ddevbak.process.ProcessRunner;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Which files Git does not have. */
public final class GitFiles {
    private static final List<String> STATUS = List.of(
            "status",
            "--porcelain=v2",
            "-z",
            "--no-renames",
            // Submodules' files are not asked for, and git would run their own filters.
            "--ignore-submodules=all",
            "--untracked-files=all",
            // With all untracked files, "traditional" lists the files of ignored folders too (git-status(1)).
            "--ignored=traditional",
            "--");

    private final GitCli git;
    private final LayoutQuestion layouts;

    /** The time-out is for each question to git. */
    public GitFiles(ProcessRunner runner, Duration timeout) {
        git = new GitCli(runner, timeout);
        layouts = new LayoutQuestion(git);
    }

    /**
     * A file that is on disk, but not in Git as it is on disk.
     *
     * @param path relative to the folder asked about, with {@code /}
     */
    public record GitFile(String path, Kind kind) {

        /** Why Git does not have it; changed also stands for staged, conflicted and hidden from Git's eyes. */
        public enum Kind {
            UNTRACKED,
            IGNORED,
            CHANGED
        }
    }

    /**
     * Files, never folders, below the folder that Git has not committed as they are, sorted by their UTF-8 bytes.
     *
     * @param pathspecs literal paths (a folder stands for all below it) or {@code :(glob)} patterns; none stands for all
     * @return empty where the folder is in no repository, or git cannot tell
     */
    public Optional<List<GitFile>> notInGit(Path folder, List<String> pathspecs) {
        try {
            return layouts.around(folder).map(layout -> files(layout, limits(pathspecs)));
        } catch (UnansweredException | InvalidPathException e) {
            return Optional.empty();
        }
    }

    private static List<String> limits(List<String> pathspecs) {
        return pathspecs.isEmpty()
                ? List.of(".")
                : pathspecs.stream()
                        .map(spec -> spec.startsWith(":(glob)") ? spec : ":(literal)" + spec)
                        .toList();
    }

    private List<GitFile> files(Layout layout, List<String> limits) {
        List<String> question = new ArrayList<>(STATUS);
        question.addAll(limits);
        Status status = StatusParser.parse(git.answer(layout.folder(), question).stdout());
        HiddenChanges hidden = new HiddenChanges(git);
        Map<String, GitFile.Kind> kinds = new TreeMap<>(GitFiles::byBytes);
        status.ignored().forEach(path -> kinds.put(path, GitFile.Kind.IGNORED));
        status.changes().stream()
                .filter(change -> !change.submodule() && !change.deleted())
                .forEach(change -> kinds.put(change.path(), GitFile.Kind.CHANGED));
        // A file taken out of the index but still on disk is in both lists; on disk it is untracked.
        status.untracked().forEach(path -> kinds.put(path, GitFile.Kind.UNTRACKED));
        hidden.differing(layout, hidden.index(layout, limits).unwatched())
                .forEach(entry -> kinds.put(entry.path(), GitFile.Kind.CHANGED));
        return relative(layout.prefix(), kinds);
    }

    private static List<GitFile> relative(String prefix, Map<String, GitFile.Kind> kinds) {
        List<GitFile> files = new ArrayList<>();
        kinds.forEach((path, kind) -> {
            if (path.startsWith(prefix) && !path.endsWith("/")) {
                files.add(new GitFile(path.substring(prefix.length()), kind));
            }
        });
        return List.copyOf(files);
    }

    private static int byBytes(String one, String other) {
        return Arrays.compareUnsigned(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }
}

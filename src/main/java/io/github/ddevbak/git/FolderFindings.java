package io.github.ddevbak.git;

import io.github.ddevbak.process.Invocation;
import io.github.ddevbak.project.Finding;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What a git folder's own files say that bears on a loss, though it is none: locks left behind, refs no push takes. */
final class FolderFindings {
    /** A lock is held for seconds; git gc may take minutes. */
    private static final Duration STALE = Duration.ofHours(1);

    private static final int LARGEST_PACKED = 16 << 20;

    private final Layout layout;
    private final List<Finding> findings = new ArrayList<>();

    private FolderFindings(Layout layout) {
        this.layout = layout;
    }

    /** @param notesTold whether notes are told as what no remote has */
    static List<Finding> of(Repository repository, boolean partial, boolean notesTold, Instant now) {
        FolderFindings folder = new FolderFindings(repository.layout());
        Alternates.finding(repository.layout()).ifPresent(folder.findings::add);
        folder.locks(now);
        folder.refs(notesTold);
        if (partial) {
            folder.findings.add(Finding.warning(
                    "code.partial-clone",
                    "A partial clone: some of the content is only on the remote.",
                    "clone it again without --filter"));
        }
        return folder.findings;
    }

    private void locks(Instant now) {
        Path common = layout.commonDir();
        Stream.of(
                        layout.gitDir().resolve("index.lock"),
                        layout.gitDir().resolve("HEAD.lock"),
                        common.resolve("config.lock"),
                        common.resolve("packed-refs.lock"))
                .distinct()
                .forEach(lock -> lock(lock, now));
    }

    private void lock(Path lock, Instant now) {
        try {
            Instant since = Files.getLastModifiedTime(lock).toInstant();
            if (since.isBefore(now.minus(STALE))) {
                findings.add(Finding.warning(
                        "code.stale-lock",
                        lock + " has been there for " + Words.age(since, now) + ", and git does not write while it is.",
                        "if no git is at work: rm " + Invocation.quoted(lock.toString())));
            }
        } catch (IOException none) {
            // None, or taken away meanwhile.
            return;
        }
    }

    private void refs(boolean notesTold) {
        String packed = packed();
        if (any("replace", packed) || filled(layout.commonDir().resolve("info").resolve("grafts"))) {
            findings.add(Finding.warning(
                    "code.replaced-objects",
                    "Parts of the history are replaced here by others (git replace, or grafts), which no push tells a"
                            + " remote.",
                    "git push REMOTE 'refs/replace/*'"));
        }
        if (!notesTold && any("notes", packed)) {
            findings.add(Finding.warning(
                    "code.notes",
                    "There are git notes, which a plain push leaves here.",
                    "git push REMOTE 'refs/notes/*'"));
        }
    }

    private boolean any(String kind, String packed) {
        return packed.contains(" refs/" + kind + "/")
                || anyFile(layout.commonDir().resolve("refs").resolve(kind));
    }

    private String packed() {
        Path file = layout.commonDir().resolve("packed-refs");
        try {
            return Files.size(file) > LARGEST_PACKED ? "" : Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException none) {
            return "";
        }
    }

    private static boolean anyFile(Path folder) {
        if (!Files.isDirectory(folder)) {
            return false;
        }
        try (DirectoryStream<Path> each = Files.newDirectoryStream(folder)) {
            for (Path child : each) {
                if (!Files.isDirectory(child) || anyFile(child)) {
                    return true;
                }
            }
        } catch (IOException | DirectoryIteratorException e) {
            return false;
        }
        return false;
    }

    private static boolean filled(Path file) {
        try {
            return Files.size(file) > 0;
        } catch (IOException none) {
            return false;
        }
    }
}

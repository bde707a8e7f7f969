package io.github.ddevbak.files;

import io.github.ddevbak.project.Finding;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Walks a tree so that whole paths come in byte order; follows no link. Two threads look ahead, by folder; the visitor
 * is called on the caller's own thread. Memory holds the bare names of one folder for each level.
 */
final class TreeWalk implements AutoCloseable {
    private final BooleanSupplier cancelled;
    private final FileFindings findings;
    private final Visitor visitor;
    private final LookAhead ahead;

    TreeWalk(BooleanSupplier cancelled, FileFindings findings, Visitor visitor) {
        this.cancelled = cancelled;
        this.findings = findings;
        this.visitor = visitor;
        this.ahead = new LookAhead(cancelled);
    }

    /** Takes what the walk meets: everything that is not a directory, and directories that are empty. */
    @FunctionalInterface
    interface Visitor {
        void met(Entry entry) throws IOException;
    }

    /**
     * Walks what is below one name; a name that is no directory is met itself.
     *
     * @param path as it shall be called, relative to the approot
     * @param real where it is, without links
     * @throws IOException only what the visitor throws, or {@code InterruptedIOException} on a cancellation
     */
    void walk(RawPath path, Path real) throws IOException {
        Stat stat = stat(path, real);
        if (stat == null) {
            return;
        }
        Folder top = new Folder(path, real, stat);
        if (!stat.directory()) {
            visitor.met(Entry.of(top));
            return;
        }
        // Not by recursion: paths may have two thousand levels.
        Deque<FolderWalk> levels = new ArrayDeque<>();
        levels.push(new FolderWalk(top, ahead.now(top), ahead, findings));
        while (!levels.isEmpty()) {
            Stopped.unlessGoing(cancelled);
            FolderWalk level = levels.element();
            if (!level.hasNext()) {
                levels.pop();
            } else {
                FolderWalk below = level.next(visitor);
                if (below != null) {
                    levels.push(below);
                }
            }
        }
    }

    /** Meets the name itself where it is a link, as an upload directory may be. */
    void link(RawPath path, Path file) throws IOException {
        Stat stat = stat(path, file);
        if (stat != null && stat.kind() == Stat.Kind.SYMLINK) {
            visitor.met(Entry.of(new Folder(path, file, stat)));
        }
    }

    @Override
    public void close() {
        ahead.close();
    }

    private @Nullable Stat stat(RawPath path, Path file) {
        Finding problem;
        try {
            return Stat.of(file);
        } catch (NoSuchFileException gone) {
            problem = Problems.vanished(path);
        } catch (IOException unreadable) {
            problem = Problems.unreadable(path, unreadable);
        }
        findings.add(problem);
        return null;
    }
}

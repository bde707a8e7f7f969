package io.github.ddevbak.files;

import io.github.ddevbak.project.Finding;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Walks a tree so that whole paths come in byte order, holding one folder's names for each level; follows no link. */
final class TreeWalk {
    private final BooleanSupplier cancelled;
    private final FileFindings findings;
    private final Visitor visitor;

    TreeWalk(BooleanSupplier cancelled, FileFindings findings, Visitor visitor) {
        this.cancelled = cancelled;
        this.findings = findings;
        this.visitor = visitor;
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
        if (stat != null) {
            step(path, real, stat);
        }
    }

    /** Meets the name itself where it is a link, as an upload directory may be. */
    void link(RawPath path, Path file) throws IOException {
        Stat stat = stat(path, file);
        if (stat != null && stat.kind() == Stat.Kind.SYMLINK) {
            visitor.met(new Entry(path, file, stat));
        }
    }

    private void step(RawPath path, Path file, Stat stat) throws IOException {
        Stopped.unlessGoing(cancelled);
        if (!stat.directory()) {
            visitor.met(new Entry(path, file, stat));
            return;
        }
        List<Name> names = names(path, file);
        if (names == null) {
            return;
        }
        if (names.isEmpty()) {
            visitor.met(new Entry(path, file, stat));
        }
        for (Name name : names) {
            step(path.child(name.name), name.odd == null ? name.name.under(file) : name.odd, name.stat);
        }
    }

    private @Nullable List<Name> names(RawPath path, Path directory) throws IOException {
        List<Name> names = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(directory)) {
            for (Path entry : entries) {
                Stopped.unlessGoing(cancelled);
                Name name = name(path, entry);
                if (name != null) {
                    names.add(name);
                }
            }
        } catch (NoSuchFileException gone) {
            findings.add(Problems.vanished(path));
            return null;
        } catch (DirectoryIteratorException broken) {
            findings.add(Problems.unreadable(path, Objects.requireNonNull(broken.getCause())));
            return null;
        } catch (IOException unreadable) {
            Stopped.rethrow(unreadable);
            findings.add(Problems.unreadable(path, unreadable));
            return null;
        }
        names.sort((a, b) -> RawPath.inWalkOrder(a.name, a.stat.directory(), b.name, b.stat.directory()));
        return names;
    }

    private @Nullable Name name(RawPath parent, Path entry) {
        RawPath name = RawPath.of(entry.getFileName());
        RawPath path = parent.child(name);
        Stat stat = stat(path, entry);
        if (stat == null) {
            return null;
        }
        if (!name.utf8()) {
            findings.add(Problems.oddName(path));
        }
        return new Name(name, name.ascii() ? null : entry, stat);
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

    /** A name in a folder; its whole path is only kept where it cannot be made from the name again for nothing. */
    private record Name(RawPath name, @Nullable Path odd, Stat stat) {}
}

package io.github.ddevbak.files;

import io.github.ddevbak.project.Finding;
import io.github.ddevbak.project.Severity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/** Everything that lies in the folder of a set, in the order of its manifest; no link is followed. */
public final class SealedTree {
    private SealedTree() {}

    /** What a name stands for. */
    public enum Kind {
        FILE,
        LINK,
        EMPTY_FOLDER,
        OTHER
    }

    /**
     * One name.
     *
     * @param path relative to the set
     * @param file where it is
     * @param size in bytes
     * @param inode number of the file on its device
     * @param device number of the device, as long as it is mounted
     */
    public record Met(RawPath path, Path file, Kind kind, long size, long inode, long device) {
        /** Where a link points, as it is written. */
        public RawPath target() throws IOException {
            return RawPath.of(Files.readSymbolicLink(file));
        }
    }

    /** Takes what the walk meets. */
    @FunctionalInterface
    public interface Visitor {
        void met(Met met) throws IOException;
    }

    /**
     * Walks the folder.
     *
     * @return a sentence for each name that could not be looked at
     * @throws IOException what the visitor throws, or {@code InterruptedIOException} on a cancellation
     */
    public static List<String> walk(Path set, BooleanSupplier cancelled, Visitor visitor) throws IOException {
        FileFindings findings = new FileFindings();
        List<String> unreadable = new ArrayList<>();
        try (TreeWalk walk = new TreeWalk(cancelled, findings, entry -> visitor.met(met(entry)))) {
            walk.walk(RawPath.EMPTY, set);
        }
        findings.list().stream()
                .filter(finding -> finding.severity() == Severity.ERROR)
                .map(Finding::sentence)
                .forEach(unreadable::add);
        return unreadable;
    }

    private static Met met(Entry entry) {
        Stat stat = entry.stat();
        Kind kind = switch (stat.kind()) {
            case FILE -> Kind.FILE;
            case SYMLINK -> Kind.LINK;
            case DIRECTORY -> Kind.EMPTY_FOLDER;
            case OTHER -> Kind.OTHER;
        };
        return new Met(entry.path(), entry.file(), kind, stat.size(), stat.inode(), stat.device());
    }
}

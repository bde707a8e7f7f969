package io.github.ddevbak.files;

import io.github.ddevbak.files.FileDigest.Outcome;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where the lines of a manifest go: to the checksums, to the JSON lines, or to both. */
final class ManifestOutput {
    private final @Nullable OutputStream checksums;
    private final @Nullable OutputStream lines;

    private ManifestOutput(@Nullable OutputStream checksums, @Nullable OutputStream lines) {
        this.checksums = checksums;
        this.lines = lines;
    }

    static ManifestOutput both(OutputStream checksums, OutputStream lines) {
        return new ManifestOutput(checksums, lines);
    }

    static ManifestOutput checksums(OutputStream checksums) {
        return new ManifestOutput(checksums, null);
    }

    static ManifestOutput lines(OutputStream lines) {
        return new ManifestOutput(null, lines);
    }

    void file(RawPath path, Outcome.Read read) throws IOException {
        if (checksums != null) {
            ManifestLine.write(read.hash(), path, checksums);
        }
        if (lines != null) {
            new EntryLine(path, read.stat(), Optional.empty(), Optional.of(read.sha256())).writeTo(lines);
        }
    }

    /** What is no file has no checksum. */
    void other(Entry entry, Optional<RawPath> target) throws IOException {
        if (lines != null) {
            new EntryLine(entry.path(), entry.stat(), target, Optional.empty()).writeTo(lines);
        }
    }

    void flush() throws IOException {
        if (checksums != null) {
            checksums.flush();
        }
        if (lines != null) {
            lines.flush();
        }
    }
}

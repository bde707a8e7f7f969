package io.github.ddevbak.files;

import io.github.ddevbak.project.Printable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where a manifest is read from.
 *
 * @param name what it is called when it is told of; safe to print
 * @param file the manifest; empty where it comes from a stream
 * @param stream where it comes from, if not from a file
 * @param root what its names are relative to, relative to the approot; empty for the approot itself
 */
public record ManifestSource(String name, Optional<Path> file, Optional<InputStream> stream, String root) {

    /** A manifest in a file, with what lies beside it. */
    public static ManifestSource of(Path file) {
        return new ManifestSource(Printable.text(file.toString()), Optional.of(file), Optional.empty(), "");
    }

    /** A manifest that somebody pipes in. */
    public static ManifestSource of(InputStream stream) {
        return new ManifestSource("standard input", Optional.empty(), Optional.of(stream), "");
    }

    /** The same, told under another name. */
    public ManifestSource called(String other) {
        return new ManifestSource(other, file, stream, root);
    }

    /** The same, its names being relative to a folder of the project. */
    public ManifestSource relativeTo(String folder) {
        return new ManifestSource(name, file, stream, folder);
    }

    InputStream open() throws IOException {
        return stream.isPresent() ? stream.get() : Files.newInputStream(file.orElseThrow());
    }

    /** The JSON lines that were written together with the manifest. */
    Optional<Path> lines() {
        return file.map(ManifestSource::beside).filter(Files::isRegularFile);
    }

    /** What the JSON lines of a manifest of that name are called. */
    public static Path beside(Path manifest) {
        String name = String.valueOf(manifest.getFileName());
        return manifest.resolveSibling(name.equals(FilesManifest.CHECKSUMS) ? FilesManifest.LINES : name + ".jsonl");
    }
}

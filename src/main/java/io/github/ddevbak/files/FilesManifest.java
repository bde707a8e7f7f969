package io.github.ddevbak.files;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;

/**
 * The checksum manifest of a project's user files, which {@code sha256sum -c --strict}, run in the approot, accepts:
 * one line for each regular file, paths relative to the approot, sorted by their bytes.
 */
public final class FilesManifest {
    /** What the manifest is called. */
    public static final String CHECKSUMS = "MANIFEST.sha256";

    /** What lies beside it: size, time, mode and type of every name, links and empty folders included. */
    public static final String LINES = "manifest.jsonl";

    private FilesManifest() {}

    /**
     * Walks the directories, hashes every file and writes {@link #CHECKSUMS} and {@link #LINES} into the folder, which
     * is made where it is missing (0700, files 0600). Both appear at the end, in one move each; where no file was
     * found, none is written. What vanished, changed or could not be read is a finding, and the rest is done.
     *
     * @param approot the project's folder
     * @param dirs relative to it, see {@link UploadDirs#of}
     * @throws java.io.InterruptedIOException where it was cancelled; nothing is left behind
     * @throws IOException where the approot is gone or the manifest cannot be written; nothing is left behind
     */
    public static FilesReport write(Path approot, List<String> dirs, Path folder, BooleanSupplier cancelled)
            throws IOException {
        return write(approot, dirs, folder, Reading.all(cancelled));
    }

    /** The same, but what the cache knows is not read again. */
    public static FilesReport write(Path approot, List<String> dirs, Path folder, Reading reading) throws IOException {
        try (ManifestFiles staged = ManifestFiles.in(folder)) {
            return published(staged, approot, dirs, Content.NONE, reading);
        }
    }

    /** The same, and what is met is copied on the way. */
    public static FilesReport write(
            Path approot, List<String> dirs, Path folder, UserFileCopies copies, BooleanSupplier cancelled)
            throws IOException {
        return write(approot, dirs, folder, copies, Reading.all(cancelled));
    }

    /** The same, but what the cache knows is not read again. */
    public static FilesReport write(
            Path approot, List<String> dirs, Path folder, UserFileCopies copies, Reading reading) throws IOException {
        BooleanSupplier ended = copies.orFailed(reading.cancelled());
        try (ManifestFiles staged = ManifestFiles.in(folder)) {
            Reading ending = new Reading(reading.cache(), reading.progress(), ended);
            return published(staged, approot, dirs, copies.content(), ending);
        }
    }

    private static FilesReport published(
            ManifestFiles staged, Path approot, List<String> dirs, Content content, Reading reading)
            throws IOException {
        ManifestOutput out = ManifestOutput.both(staged.checksums(), staged.lines());
        FilesReport report = run(approot, dirs, out, content, reading);
        if (report.files() > 0) {
            staged.publish();
        }
        return report;
    }

    /** The same manifest lines to a stream, which is flushed and left open. */
    public static FilesReport print(Path approot, List<String> dirs, OutputStream sha256sum, BooleanSupplier cancelled)
            throws IOException {
        return print(approot, dirs, sha256sum, Reading.all(cancelled));
    }

    /** The same, but what the cache knows is not read again. */
    public static FilesReport print(Path approot, List<String> dirs, OutputStream sha256sum, Reading reading)
            throws IOException {
        ManifestOutput out = ManifestOutput.checksums(new BufferedOutputStream(sha256sum, 1 << 16));
        return run(approot, dirs, out, Content.NONE, reading);
    }

    /** Both, each to a stream of its own; they are flushed and left open. */
    public static FilesReport print(
            Path approot, List<String> dirs, OutputStream sha256sum, OutputStream lines, Reading reading)
            throws IOException {
        ManifestOutput out = ManifestOutput.both(
                new BufferedOutputStream(sha256sum, 1 << 16), new BufferedOutputStream(lines, 1 << 16));
        return run(approot, dirs, out, Content.NONE, reading);
    }

    /** The lines of {@link #LINES} to a stream, which is flushed and left open. */
    public static FilesReport lines(Path approot, List<String> dirs, OutputStream lines, Reading reading)
            throws IOException {
        ManifestOutput out = ManifestOutput.lines(new BufferedOutputStream(lines, 1 << 16));
        return run(approot, dirs, out, Content.NONE, reading);
    }

    private static FilesReport run(
            Path approot, List<String> dirs, ManifestOutput out, Content content, Reading reading) throws IOException {
        FileDigest digest = new FileDigest(FileDigest.Opener.REAL, reading.cancelled());
        return new ManifestRun(approot.toRealPath(), digest, out, content, reading).over(outermost(dirs));
    }

    /** The directories that lie in none of the others, in the order a walk meets them. */
    static List<RawPath> outermost(List<String> dirs) {
        TreeSet<RawPath> all = new TreeSet<>((a, b) -> RawPath.inWalkOrder(a, true, b, true));
        for (String dir : dirs) {
            try {
                all.add(ManifestLine.relative(dir.getBytes(StandardCharsets.UTF_8)));
            } catch (MalformedLineException wrong) {
                throw new IllegalArgumentException("not an upload directory: " + dir, wrong);
            }
        }
        return all.stream()
                .filter(dir -> all.stream().noneMatch(other -> !dir.equals(other) && dir.within(other)))
                .toList();
    }
}

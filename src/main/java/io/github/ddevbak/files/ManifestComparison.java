package io.github.ddevbak.files;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;

/**
 * Compares a project's user files with a manifest: everything that a walk over the upload directories meets, and every
 * name of the manifest that lies elsewhere. Memory does not grow with the number of files.
 */
public final class ManifestComparison {
    private final Path approot;
    private final List<String> dirs;
    private final BooleanSupplier cancelled;

    /**
     * @param approot the project's folder
     * @param dirs relative to it, see {@link UploadDirs#of}; where empty, added files are looked for in the folders of
     *     the manifest's own
     */
    public ManifestComparison(Path approot, List<String> dirs, BooleanSupplier cancelled) {
        this.approot = approot;
        this.dirs = List.copyOf(dirs);
        this.cancelled = cancelled;
    }

    /** Says what there is now. */
    @FunctionalInterface
    public interface Present {
        /** Writes the lines of {@link FilesManifest#LINES} of the directories to the stream. */
        FilesReport write(List<String> dirs, OutputStream lines) throws IOException;
    }

    /**
     * Reads the manifest, has the files looked at, and compares.
     *
     * @throws NoManifestException where it is none
     * @throws java.io.InterruptedIOException where it was cancelled
     * @throws IOException where the manifest or the approot cannot be read at all
     */
    public Differences with(ManifestSource source, Present present) throws IOException {
        Path real = approot.toRealPath();
        Differences differences = new Differences();
        try (Sightings sightings = new Sightings();
                Moves moves = new Moves(differences)) {
            Naming names = new Naming(real, source.root());
            ManifestReader manifest = new ManifestReader(names, sightings, cancelled);
            manifest.read(source);
            FilesReport report =
                    present.write(dirs.isEmpty() ? names.folders() : dirs, sightings.present(own(real, source)));
            FileDigest digest = new FileDigest(FileDigest.Opener.REAL, cancelled);
            Comparison comparison = new Comparison(new Look(real, digest), manifest, moves, cancelled);
            comparison.over(sightings);
            moves.finish();
            differences.done(new Differences.Totals(
                    comparison.recorded(),
                    comparison.same(),
                    report.files(),
                    report.bytes(),
                    manifest.empty(),
                    manifest.malformed(),
                    manifest.unusable(),
                    report.findings()));
            return differences;
        } catch (IOException | RuntimeException failed) {
            differences.close();
            throw failed;
        }
    }

    /** A manifest that lies among the files it is of is none of them. */
    private static Set<RawPath> own(Path real, ManifestSource source) throws IOException {
        Set<RawPath> own = new HashSet<>();
        if (source.file().isPresent()) {
            Path manifest = source.file().get().toRealPath();
            for (Path one : List.of(manifest, ManifestSource.beside(manifest))) {
                if (one.startsWith(real)) {
                    own.add(RawPath.of(real.relativize(one)));
                }
            }
        }
        return own;
    }
}

package io.github.ddevbak.files;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * What there is to copy, before anything is read.
 *
 * @param files regular files
 * @param bytes their sizes added up
 * @param newBytes the sizes of those that no earlier set holds unchanged
 */
public record UserFileSizes(long files, long bytes, long newBytes) {
    /**
     * Walks the directories; what cannot be walked is left to the look that tells of it.
     *
     * @param dirs relative to the approot
     * @throws java.io.InterruptedIOException where it was cancelled
     * @throws IOException where the approot is gone
     */
    public static UserFileSizes of(Path approot, List<String> dirs, StoredCopies earlier, BooleanSupplier cancelled)
            throws IOException {
        long[] sums = new long[3];
        FileFindings untold = new FileFindings();
        Path real = approot.toRealPath();
        try (TreeWalk walk = new TreeWalk(cancelled, untold, entry -> add(sums, entry, earlier))) {
            for (RawPath dir : FilesManifest.outermost(dirs)) {
                Optional<Path> place = new UploadDirectory(real, dir).resolve(untold);
                if (place.isPresent()) {
                    walk.walk(dir, place.get());
                }
            }
        }
        return new UserFileSizes(sums[0], sums[1], sums[2]);
    }

    private static void add(long[] sums, Entry entry, StoredCopies earlier) {
        if (entry.stat().kind() == Stat.Kind.FILE) {
            sums[0]++;
            sums[1] += entry.stat().size();
            boolean held = earlier.find(entry.path())
                    .filter(stored -> stored.matches(entry.stat()))
                    .isPresent();
            sums[2] += held ? 0 : entry.stat().size();
        }
    }
}

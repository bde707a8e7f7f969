package io.github.ddevbak.files;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;

/** A tree of user files that is looked at again and again with a cache of hashes, on a clock that is well past its files. */
record CachedTree(Tree tree, Path cache, Clock clock) {
    static final Clock LATER = Clock.offset(Clock.systemUTC(), Duration.ofMinutes(1));

    /** What one run wrote and read. */
    record Looked(String manifest, List<String> read, FilesReport report) {}

    Looked look() throws IOException {
        return look(false, FileDigest.Opener.REAL);
    }

    Looked rehash(FileDigest.Opener opener) throws IOException {
        return look(true, opener);
    }

    /** Looks at the files, which the opener opens. */
    Looked look(boolean rehash, FileDigest.Opener opener) throws IOException {
        Queue<String> read = new ConcurrentLinkedQueue<>();
        FileDigest digest = new FileDigest(
                path -> {
                    read.add(tree.root().toRealPath().relativize(path).toString());
                    return opener.open(path);
                },
                () -> false);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Reading reading = new Reading(HashCache.in(cache, clock, rehash), FilesProgress.NONE, () -> false);
        FilesReport report = new ManifestRun(
                        tree.root().toRealPath(), digest, ManifestOutput.checksums(out), Content.NONE, reading)
                .over(List.of(RawPath.of("files")));
        return new Looked(out.toString(StandardCharsets.UTF_8), List.copyOf(read), report);
    }

    /** Files read in so many runs, one after the other. */
    int readsIn(int runs) throws IOException {
        int reads = 0;
        for (int run = 0; run < runs; run++) {
            reads += look().read().size();
        }
        return reads;
    }

    Path cacheFile() throws IOException {
        try (var files = Files.list(cache)) {
            return files.filter(file -> !file.toString().endsWith(".partial"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    /** Writes content of the same length and sets the time of modification back; only the kernel's own time moves. */
    void changeUnseen(String path, String content) throws IOException {
        Path file = tree.root().resolve(path);
        Stat before = Stat.of(file);
        do {
            Files.writeString(file, content);
            Files.setLastModifiedTime(file, FileTime.from(before.modified(), TimeUnit.NANOSECONDS));
        } while (Stat.of(file).changed() == before.changed());
    }
}

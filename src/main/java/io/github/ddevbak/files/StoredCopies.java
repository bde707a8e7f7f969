package io.github.ddevbak.files;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/**
 * The user files that an earlier set holds, as its own {@code manifest.jsonl} recorded them: some seventy bytes for each,
 * whatever its path. A line that cannot be read is a file that has no copy there.
 */
public final class StoredCopies {
    private static final int DIGEST = 32;

    private final String set;
    private final Path data;
    private final PathPrints paths = new PathPrints();
    private long[] sizes = new long[64];
    private long[] times = new long[64];
    private byte[] digests = new byte[64 * DIGEST];

    private StoredCopies(String set, Path data) {
        this.set = set;
        this.data = data;
    }

    /**
     * One file of the earlier set.
     *
     * @param size bytes
     * @param modified nanoseconds since 1970 UTC
     * @param sha256 64 lower-case hexadecimal digits
     */
    record Stored(long size, long modified, String sha256) {
        /** The mode is left out: a copy is 0400 whatever its source is, which the manifest records. */
        boolean matches(Stat stat) {
            return stat.kind() == Stat.Kind.FILE && stat.size() == size && stat.modified() == modified;
        }
    }

    /** No earlier set, or none to link to. */
    public static StoredCopies none() {
        return new StoredCopies("", Path.of(""));
    }

    /**
     * Reads what a set recorded; nothing where it holds no user files, or its record of them cannot be read.
     *
     * @param set what it is called
     * @param files its folder with {@code manifest.jsonl} and {@code data}
     */
    public static StoredCopies of(String set, Path files) {
        Path data = files.resolve(UserFileCopies.FOLDER);
        Path lines = files.resolve(FilesManifest.LINES);
        if (!Files.isDirectory(data, LinkOption.NOFOLLOW_LINKS)
                || !Files.isRegularFile(lines, LinkOption.NOFOLLOW_LINKS)) {
            return none();
        }
        StoredCopies stored = new StoredCopies(set, data);
        try (InputStream in = new BufferedInputStream(Files.newInputStream(lines), 1 << 16)) {
            ManifestLines each = new ManifestLines(in);
            for (Optional<byte[]> line = each.next(); line.isPresent(); line = each.next()) {
                stored.add(line.get());
            }
            return stored;
        } catch (IOException unreadable) {
            return none();
        }
    }

    private void add(byte[] line) {
        try {
            Recorded entry = Recorded.entry(line, ManifestLine::relative);
            FileState state = entry.state();
            if (state.type().equals(FileState.FILE) && state.sha256().isPresent()) {
                int number = paths.add(entry.path());
                room(number);
                sizes[number] = state.size();
                times[number] = state.modified();
                byte[] digest = HexFormat.of().parseHex(state.sha256().get());
                System.arraycopy(digest, 0, digests, number * DIGEST, DIGEST);
            }
        } catch (MalformedLineException unreadable) {
            // It will be copied anew.
            return;
        }
    }

    private void room(int number) {
        if (number >= sizes.length) {
            sizes = Arrays.copyOf(sizes, sizes.length * 2);
            times = Arrays.copyOf(times, times.length * 2);
            digests = Arrays.copyOf(digests, digests.length * 2);
        }
    }

    /** What was recorded of the path. */
    Optional<Stored> find(RawPath path) {
        int number = paths.number(path);
        return number < 0
                ? Optional.empty()
                : Optional.of(new Stored(
                        sizes[number],
                        times[number],
                        HexFormat.of().formatHex(digests, number * DIGEST, (number + 1) * DIGEST)));
    }

    boolean any() {
        return paths.size() > 0;
    }

    /** What the set is called. */
    String set() {
        return set;
    }

    /** Where its files are, by their paths relative to the approot. */
    Path data() {
        return data;
    }
}

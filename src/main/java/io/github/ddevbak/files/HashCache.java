package io.github.ddevbak.files;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * Hashes of files from earlier runs, one file for each project, so that an unchanged file is not read again. Losing it
 * loses nothing: what it does not know is read.
 */
public final class HashCache {
    /** Knows nothing and keeps nothing. */
    public static final HashCache NONE = new HashCache(null, Clock.fixed(Instant.EPOCH, ZoneOffset.UTC), true);

    private final @Nullable Path folder;
    private final Clock clock;
    private final boolean rehash;

    private HashCache(@Nullable Path folder, Clock clock, boolean rehash) {
        this.folder = folder;
        this.clock = clock;
        this.rehash = rehash;
    }

    /**
     * A cache in a folder.
     *
     * @param folder of ours, made where it is missing
     * @param clock the computer's, as the file system's times are
     * @param rehash whether every file is read again, and compared with what is known of it
     */
    public static HashCache in(Path folder, Clock clock, boolean rehash) {
        return new HashCache(folder, clock, rehash);
    }

    /** The same cache, where every file is read, or not. */
    public HashCache rehashing(boolean all) {
        return new HashCache(folder, clock, all);
    }

    /** What is known of a project's files; where the cache cannot be read or written, nothing is. */
    KnownHashes open(Path approot) {
        return folder == null ? KnownHashes.nothing() : KnownHashes.open(folder, approot, clock.instant(), rehash);
    }
}

package io.github.ddevbak.files;

import io.github.ddevbak.files.FileDigest.Outcome;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * What one run knows of a project's files, and what it keeps for the next: read and written in one pass beside the
 * walk, in the order of the paths. Trouble with the cache itself ends its use and nothing else.
 */
final class KnownHashes implements AutoCloseable {
    /** Every unchanged file is read again once in so many runs, so that bit rot shows: once a month, of daily runs. */
    static final int ROUND = 30;

    /**
     * Nanoseconds that a file must have stood still before a run: within one tick of a clock a file can change twice
     * and show the same time. No steady file system counts in more than a second.
     */
    private static final long STILL = TimeUnit.SECONDS.toNanos(2);

    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private final CacheHeader earlier;
    private final long standing;
    private final boolean rehash;
    private final DeviceTable devices = new DeviceTable();
    private final CacheRecord record = new CacheRecord();
    private boolean positioned;
    private @Nullable CacheReader reader;
    private @Nullable CacheWriter writer;

    private KnownHashes(
            CacheHeader earlier,
            long standing,
            boolean rehash,
            @Nullable CacheReader reader,
            @Nullable CacheWriter writer) {
        this.earlier = earlier;
        this.standing = standing;
        this.rehash = rehash;
        this.reader = reader;
        this.writer = writer;
    }

    static KnownHashes nothing() {
        return new KnownHashes(new CacheHeader("", 0, 0, 0, List.of()), 0, true, null, null);
    }

    /** @param now before the first file is looked at */
    static KnownHashes open(Path folder, Path approot, Instant now, boolean rehash) {
        CacheFile file = CacheFile.of(folder, approot);
        CacheReader reader = file.reader();
        CacheHeader none = new CacheHeader(file.approot(), 0, 0, 0, List.of());
        long nanos = TimeUnit.SECONDS.toNanos(now.getEpochSecond()) + now.getNano();
        return new KnownHashes(reader == null ? none : reader.header(), nanos - STILL, rehash, reader, file.writer());
    }

    /**
     * What is known of a file that is as it was.
     *
     * @param hash of its content
     * @param due whether it is to be read again all the same
     */
    record Known(ContentHash hash, boolean due) {}

    /** How many files and bytes there were the last time. */
    CacheHeader earlier() {
        return earlier;
    }

    /** Must be asked of one file after the other, in the order of their paths. */
    Optional<Known> find(Entry entry) {
        int device = device(entry, entry.stat());
        if (device == DeviceTable.NONE || !seek(entry.path())) {
            return Optional.empty();
        }
        boolean same = record.unchanged(entry.stat())
                && record.device < earlier.devices().size()
                && earlier.devices().get(record.device).equals(devices.at(device));
        return same
                ? Optional.of(new Known(ContentHash.of(record.sha256), rehash || record.rotten || due(record.inode)))
                : Optional.empty();
    }

    /**
     * Keeps the hash of a file. Of a rotten one it keeps what it was, so that it is told again until it is put right.
     *
     * @param known what was found of it, null where nothing was
     * @return whether it is rotten: nothing changed the file, and its content is another all the same
     */
    boolean keep(Entry entry, Outcome.Read read, @Nullable Known known) {
        if (read.changing()) {
            return false;
        }
        if (known == null || read.hash().equals(known.hash()) || !read.stat().equals(entry.stat())) {
            put(entry, read.stat(), read.hash(), false);
            return false;
        }
        put(entry, read.stat(), known.hash(), true);
        return true;
    }

    /** Puts what was kept in the place of what was known; a run that does not come to its end changes nothing. */
    void publish(long files, long bytes) {
        if (writer != null) {
            try {
                writer.publish(new CacheHeader(earlier.approot(), earlier.run() + 1, files, bytes, devices.all()));
            } catch (IOException noRoom) {
                drop();
            }
        }
    }

    /** Ends it; what was not published is gone. */
    @Override
    public void close() {
        forget();
        drop();
    }

    private void put(Entry entry, Stat stat, ContentHash hash, boolean rotten) {
        if (writer == null) {
            return;
        }
        int device = device(entry, stat);
        if (device != DeviceTable.NONE) {
            try {
                writer.put(entry.path(), stat, hash, device, rotten);
            } catch (IOException noRoom) {
                drop();
            }
        }
    }

    /** Of a file that can be told to be unchanged: a time of change that is near, or to come, says nothing. */
    private int device(Entry entry, Stat stat) {
        return stat.changed() > standing
                ? DeviceTable.NONE
                : devices.place(stat.device(), entry.folder().place());
    }

    /** The same for a file in every run, and never for all files at once. */
    private boolean due(long inode) {
        return (int) (((inode * GOLDEN) >>> 33) % ROUND) == Math.floorMod(earlier.run(), ROUND);
    }

    private boolean seek(RawPath path) {
        while (reader != null) {
            int order = positioned ? path.compareTo(record.path, record.length) : 1;
            if (order <= 0) {
                return order == 0;
            }
            advance(reader);
        }
        return false;
    }

    private void advance(CacheReader from) {
        try {
            positioned = from.next(record);
            if (!positioned) {
                forget();
            }
        } catch (IOException damaged) {
            forget();
        }
    }

    private void forget() {
        CacheReader last = reader;
        reader = null;
        closed(last);
    }

    private void drop() {
        CacheWriter last = writer;
        writer = null;
        closed(last);
    }

    private static void closed(@Nullable Closeable last) {
        try {
            if (last != null) {
                last.close();
            }
        } catch (IOException unused) {
            // it is not used any more
        }
    }
}

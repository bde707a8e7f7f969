package io.github.ddevbak.files;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.ReadableByteChannel;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Set;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.BooleanSupplier;

/** Reads files once and says their SHA-256, and whether they stood still meanwhile; safe for several threads. */
final class FileDigest {
    /** Bytes read at once: 64 to 256 KiB measured best, more gains nothing. */
    private static final int BUFFER = 128 << 10;

    /** Bytes beyond the size at the start after which a file that grows is no longer followed. */
    private static final int OVERSHOOT = 1 << 20;

    private static final ThreadLocal<Scratch> SCRATCH = ThreadLocal.withInitial(Scratch::new);

    private final Opener opener;
    private final BooleanSupplier cancelled;
    private final LongAdder bytes = new LongAdder();

    FileDigest(Opener opener, BooleanSupplier cancelled) {
        this.opener = opener;
        this.cancelled = cancelled;
    }

    /** Opens a file that was just seen to be a regular one. */
    @FunctionalInterface
    interface Opener {
        /** The real thing; a link that took the file's place is refused. */
        Opener REAL = path -> FileChannel.open(path, Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS));

        ReadableByteChannel open(Path path) throws IOException;
    }

    /** What came of one file. */
    sealed interface Outcome {
        /**
         * It was read to its end.
         *
         * @param stat as it was afterwards
         * @param changing whether it changed while it was read, twice
         */
        record Read(ContentHash hash, Stat stat, boolean changing) implements Outcome {
            /** 64 lower-case hexadecimal digits. */
            String sha256() {
                return hash.hex();
            }
        }

        /** It was not there any more, or had become something else than a file. */
        record Gone() implements Outcome {}

        /** It could not be read. */
        record Unreadable(IOException why) implements Outcome {}
    }

    /** Bytes read so far, by all threads. */
    long bytes() {
        return bytes.sum();
    }

    /** Reads the file; once more, where its size or time of change differ afterwards. */
    Outcome read(Path file) {
        return told(() -> {
            Outcome first = once(file, Stat.of(file), () -> true);
            return changing(first) ? once(file, Stat.of(file), () -> true) : first;
        });
    }

    /** The same of a file that a walk met: nothing is read behind a link that took the place of its folder. */
    Outcome read(Entry entry) {
        return told(() -> {
            Path file = entry.file();
            // The walk's own look at the file saves one here: whatever changed since then shows afterwards.
            Outcome first = once(file, entry.stat(), () -> there(file, entry) || entry.standing());
            return changing(first) ? once(file, Stat.of(file), entry::standing) : first;
        });
    }

    /** Whether the name still leads to the file that the walk met, and so its folder does too. */
    private static boolean there(Path file, Entry entry) throws IOException {
        return Stat.of(file).same(entry.stat());
    }

    /** Says whether what was opened may be read. */
    @FunctionalInterface
    private interface Check {
        boolean passed() throws IOException;
    }

    /** Reads, and may fail at it. */
    @FunctionalInterface
    private interface Attempt {
        Outcome made() throws IOException;
    }

    private static Outcome told(Attempt attempt) {
        try {
            return attempt.made();
        } catch (NoSuchFileException gone) {
            return new Outcome.Gone();
        } catch (IOException why) {
            return new Outcome.Unreadable(why);
        }
    }

    private static boolean changing(Outcome outcome) {
        return outcome instanceof Outcome.Read read && read.changing();
    }

    private Outcome once(Path file, Stat before, Check check) throws IOException {
        if (before.kind() != Stat.Kind.FILE) {
            return new Outcome.Gone();
        }
        Scratch scratch = SCRATCH.get();
        scratch.sha256.reset();
        long length;
        try (ReadableByteChannel channel = PipeGuard.open(file, opener::open)) {
            if (!check.passed()) {
                return new Outcome.Gone();
            }
            length = digest(channel, before.size(), scratch);
        }
        Stat after = Stat.of(file);
        return new Outcome.Read(
                ContentHash.of(scratch.sha256.digest()), after, !before.equals(after) || length != after.size());
    }

    /** Reads to the size that was seen, or, where that is not the end, to the end or somewhat farther. */
    private long digest(ReadableByteChannel channel, long size, Scratch scratch) throws IOException {
        long length = 0;
        while (length <= size + OVERSHOOT && channel.read(scratch.buffer.clear()) >= 0) {
            Stopped.unlessGoing(cancelled);
            int read = scratch.buffer.flip().remaining();
            scratch.sha256.update(scratch.buffer);
            bytes.add(read);
            length += read;
            if (length == size) {
                break;
            }
        }
        return length;
    }

    /** What one thread uses again for every file. */
    private static final class Scratch {
        private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER);
        private final MessageDigest sha256;

        private Scratch() {
            try {
                sha256 = MessageDigest.getInstance("SHA-256");
            } catch (NoSuchAlgorithmException impossible) {
                throw new IllegalStateException("every Java has SHA-256", impossible);
            }
        }
    }
}

package io.github.ddevbak.files;

import io.github.ddevbak.files.FileDigest.Outcome;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.ReadableByteChannel;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.BooleanSupplier;

/** Reads files once, hashing and writing what was read, so that hash and copy are always of the same bytes. */
final class ContentCopy {
    private static final int BUFFER = 128 << 10;

    /** Bytes beyond the size at the start after which a file that grows is no longer followed. */
    private static final int OVERSHOOT = 1 << 20;

    private static final ByteBuffer ZEROS = ByteBuffer.allocate(BUFFER).asReadOnlyBuffer();
    private static final ThreadLocal<Scratch> SCRATCH = ThreadLocal.withInitial(Scratch::new);

    private final FileDigest.Opener opener;
    private final BooleanSupplier cancelled;
    private final LongAdder bytes = new LongAdder();

    ContentCopy(FileDigest.Opener opener, BooleanSupplier cancelled) {
        this.opener = opener;
        this.cancelled = cancelled;
    }

    /** The copy could not be written, which is not the fault of the file that was read. */
    static final class TargetException extends Exception {
        private static final long serialVersionUID = 1L;

        private final IOException why;

        TargetException(IOException why) {
            super(why);
            this.why = why;
        }

        IOException why() {
            return why;
        }
    }

    /**
     * Copies the whole content, and once more where the file changed meanwhile.
     *
     * @param out empty; positioned at its beginning
     */
    Outcome copy(Path file, FileChannel out) throws TargetException {
        try {
            Outcome first = once(file, out);
            if (first instanceof Outcome.Read read && read.changing()) {
                emptied(out);
                return once(file, out);
            }
            return first;
        } catch (NoSuchFileException gone) {
            return new Outcome.Gone();
        } catch (IOException why) {
            return new Outcome.Unreadable(why);
        }
    }

    private Outcome once(Path file, FileChannel out) throws IOException, TargetException {
        Stat before = Stat.of(file);
        if (before.kind() != Stat.Kind.FILE) {
            return new Outcome.Gone();
        }
        Scratch scratch = SCRATCH.get();
        scratch.sha256.reset();
        long length = 0;
        try (ReadableByteChannel in = opener.open(file)) {
            while (length <= before.size() + OVERSHOOT && in.read(scratch.buffer.clear()) >= 0) {
                Stopped.unlessGoing(cancelled);
                int count = scratch.buffer.flip().remaining();
                length += count;
                bytes.add(count);
                scratch.sha256.update(scratch.buffer.duplicate());
                written(scratch.buffer, out, length);
            }
        }
        Stat after = Stat.of(file);
        return new Outcome.Read(
                ContentHash.of(scratch.sha256.digest()), after, !before.equals(after) || length != after.size());
    }

    /** Of all files so far. */
    long bytes() {
        return bytes.sum();
    }

    /** Whole buffers of zeros become holes; the last byte is always written, which gives the copy its length. */
    private static void written(ByteBuffer buffer, FileChannel out, long end) throws TargetException {
        try {
            int count = buffer.remaining();
            if (count == BUFFER && buffer.mismatch(ZEROS) < 0) {
                out.position(end - 1);
                buffer.position(count - 1);
            }
            while (buffer.hasRemaining()) {
                int taken = out.write(buffer);
                if (taken < 0) {
                    throw new IOException("nothing more was taken");
                }
            }
        } catch (IOException why) {
            throw new TargetException(why);
        }
    }

    private static void emptied(FileChannel out) throws TargetException {
        try {
            out.truncate(0).position(0);
        } catch (IOException why) {
            throw new TargetException(why);
        }
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

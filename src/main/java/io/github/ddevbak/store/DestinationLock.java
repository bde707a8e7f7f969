package io.github.ddevbak.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * One lock for all writing commands: the operating system's lock on {@code <state>/lock}, so that a dead holder's is free
 * at once. What the file says of the holder is for people only. A second one, {@code <state>/sets}, is shared by those who
 * read sets for hours, whom no run need wait for, and held alone by whoever removes sets.
 */
public final class DestinationLock implements AutoCloseable {
    private static final long POLL_MILLIS = 100;

    /**
     * Locks of this process. POSIX gives all its locks on a file back when any of its descriptors of that file is closed, so
     * a file that we hold locked is not opened a second time.
     */
    private static final Map<Path, LockHolder> HELD = new ConcurrentHashMap<>();

    /** What is locked. */
    private enum Kind {
        WRITING("lock", false),
        READING_SETS("sets", true),
        REMOVING_SETS("sets", false);

        private final String file;
        private final boolean shared;

        Kind(String file, boolean shared) {
            this.file = file;
            this.shared = shared;
        }
    }

    private final Path file;
    private final FileChannel channel;
    private final FileLock lock;

    private DestinationLock(Path file, FileChannel channel, FileLock lock) {
        this.file = file;
        this.channel = channel;
        this.lock = lock;
    }

    /**
     * Takes the lock, waiting for it if need be.
     *
     * @param state the state folder; made, 0700, where it is not there
     * @param command what the holder is doing, told to those who find the lock taken
     * @param now told to them too
     * @param wait how long at most; zero or less for not at all
     * @param cancelled asked about ten times a second; true ends the waiting
     * @throws LockHeldException where another still holds it
     * @throws DestinationException where the state folder cannot be used
     */
    public static DestinationLock acquire(
            Path state, String command, Instant now, Duration wait, BooleanSupplier cancelled) {
        return acquire(Kind.WRITING, state, command, now, wait, cancelled);
    }

    /** That for those who read sets, which no other of them is kept from: while it is held, none is removed. */
    public static DestinationLock readingSets(
            Path state, String command, Instant now, Duration wait, BooleanSupplier cancelled) {
        return acquire(Kind.READING_SETS, state, command, now, wait, cancelled);
    }

    /** That for whoever removes sets: while it is held, nobody reads any for long. */
    public static DestinationLock removingSets(
            Path state, String command, Instant now, Duration wait, BooleanSupplier cancelled) {
        return acquire(Kind.REMOVING_SETS, state, command, now, wait, cancelled);
    }

    private static DestinationLock acquire(
            Kind kind, Path state, String command, Instant now, Duration wait, BooleanSupplier cancelled) {
        long polls = Math.min(wait.toSeconds(), Integer.MAX_VALUE) * (1000 / POLL_MILLIS)
                + wait.toMillisPart() / POLL_MILLIS;
        for (long poll = 0; ; poll++) {
            Optional<DestinationLock> lock = tryAcquire(kind, state, command, now);
            if (lock.isPresent()) {
                return lock.get();
            }
            if (poll >= polls || cancelled.getAsBoolean() || interruptedWhilePausing()) {
                throw new LockHeldException("Another ddevbak"
                        + holder(file(kind, state)).inWords() + " holds the lock " + file(kind, state)
                        + ". Wait until it is done, or let this one wait with --lock-wait 30m.");
            }
        }
    }

    /** Takes the lock if it is free. */
    public static Optional<DestinationLock> tryAcquire(Path state, String command, Instant now) {
        return tryAcquire(Kind.WRITING, state, command, now);
    }

    private static Optional<DestinationLock> tryAcquire(Kind kind, Path state, String command, Instant now) {
        Path file = file(kind, state);
        LockHolder holder = new LockHolder(Long.toString(ProcessHandle.current().pid()), command, now.toString());
        if (HELD.putIfAbsent(file, holder) != null) {
            return Optional.empty();
        }
        Optional<DestinationLock> lock = Optional.empty();
        try {
            lock = locked(file, holder, kind.shared);
            return lock;
        } catch (IOException refused) {
            throw new DestinationException(
                    "The lock " + file + " cannot be taken: " + Reason.of(refused)
                            + ". Give yourself access, or set XDG_STATE_HOME to a folder on a local disk.",
                    refused);
        } finally {
            if (lock.isEmpty()) {
                HELD.remove(file);
            }
        }
    }

    private static Optional<DestinationLock> locked(Path file, LockHolder holder, boolean shared) throws IOException {
        FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        FileLock lock = null;
        try {
            FileModes.restrictFile(file);
            lock = channel.tryLock(0, Long.MAX_VALUE, shared);
            if (lock == null) {
                return Optional.empty();
            }
            tellHolder(channel, holder);
            return Optional.of(new DestinationLock(file, channel, lock));
        } catch (OverlappingFileLockException heldUnderAnotherName) {
            return Optional.empty();
        } finally {
            if (lock == null) {
                channel.close();
            }
        }
    }

    /** For people only: a full disk, which prune is called to, takes no word and keeps nobody from the lock. */
    private static void tellHolder(FileChannel channel, LockHolder holder) throws IOException {
        channel.truncate(0);
        try {
            channel.write(ByteBuffer.wrap(holder.content()));
        } catch (IOException noRoom) {
            channel.truncate(0);
        }
    }

    private static LockHolder holder(Path file) {
        @Nullable LockHolder ourselves = HELD.get(file);
        return ourselves == null ? LockHolder.read(file) : ourselves;
    }

    private static Path file(Kind kind, Path state) {
        try {
            FileModes.makeFolder(state.toAbsolutePath());
            return state.toRealPath().resolve(kind.file);
        } catch (IOException refused) {
            throw new DestinationException(
                    "The state folder " + state + " cannot be made: " + Reason.of(refused)
                            + ". Give yourself access, or set XDG_STATE_HOME to another folder.",
                    refused);
        }
    }

    private static boolean interruptedWhilePausing() {
        try {
            Thread.sleep(POLL_MILLIS);
            return false;
        } catch (InterruptedException interrupt) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    /** Gives the lock back; the file stays, as removing it would let two hold a lock of that name. */
    @Override
    public void close() {
        try (channel;
                lock) {
            if (channel.isOpen()) {
                channel.truncate(0);
            }
        } catch (IOException givenBackAnyway) {
            // Closing the descriptor gives the lock back whatever else failed.
        } finally {
            HELD.remove(file);
        }
    }
}

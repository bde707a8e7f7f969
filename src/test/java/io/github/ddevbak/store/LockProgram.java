package io.github.ddevbak.store;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Tries for a lock of the given state folder and says what came of it; holds it until its input ends. */
final class LockProgram {
    private LockProgram() {}

    /** Without a second word the one of those who write, else {@code reading} or {@code removing} sets. */
    public static void main(String[] arguments) throws IOException {
        Optional<DestinationLock> lock = lock(Path.of(arguments[0]), arguments.length > 1 ? arguments[1] : "");
        System.out.println(lock.isPresent() ? "held" : "refused");
        int ended = lock.isPresent() ? System.in.read() : -1;
        if (ended < 0) {
            lock.ifPresent(DestinationLock::close);
        }
    }

    private static Optional<DestinationLock> lock(Path state, String kind) {
        try {
            return switch (kind) {
                case "reading" ->
                    Optional.of(
                            DestinationLock.readingSets(state, kind, SampleRecords.NOW, Duration.ZERO, () -> false));
                case "removing" ->
                    Optional.of(
                            DestinationLock.removingSets(state, kind, SampleRecords.NOW, Duration.ZERO, () -> false));
                default -> DestinationLock.tryAcquire(state, "all", SampleRecords.NOW);
            };
        } catch (LockHeldException held) {
            return Optional.empty();
        }
    }
}

package io.github.ddevbak.store;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** Tries for the lock of the given state folder and says what came of it; holds it until its input ends. */
final class LockProgram {
    private LockProgram() {}

    public static void main(String[] arguments) throws IOException {
        Optional<DestinationLock> lock = DestinationLock.tryAcquire(Path.of(arguments[0]), "all", SampleRecords.NOW);
        System.out.println(lock.isPresent() ? "held" : "refused");
        int ended = lock.isPresent() ? System.in.read() : -1;
        if (ended < 0) {
            lock.ifPresent(DestinationLock::close);
        }
    }
}

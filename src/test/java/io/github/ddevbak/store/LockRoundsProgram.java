package io.github.ddevbak.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** Counts in a file, as often as it is told, each time under the lock; adding takes a reading and a writing. */
final class LockRoundsProgram {
    private LockRoundsProgram() {}

    public static void main(String[] arguments) throws IOException {
        Path state = Path.of(arguments[0]);
        Path counter = Path.of(arguments[1]);
        for (int round = 0; round < Integer.parseInt(arguments[2]); round++) {
            try (DestinationLock lock =
                    DestinationLock.acquire(state, "all", SampleRecords.NOW, Duration.ofHours(1), () -> false)) {
                Path inside = Files.createFile(counter.resolveSibling("inside"));
                Files.writeString(counter, "" + (Integer.parseInt(Files.readString(counter)) + 1));
                Files.delete(inside);
            }
        }
        System.out.println("done");
    }
}

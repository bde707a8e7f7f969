package io.github.ddevbak.files;

import java.util.concurrent.atomic.LongAdder;

/** Counts copies; from several threads. */
final class Tally {
    private final LongAdder files = new LongAdder();
    private final LongAdder bytes = new LongAdder();
    private final LongAdder linked = new LongAdder();
    private final LongAdder newBytes = new LongAdder();

    void linked(long size) {
        files.increment();
        bytes.add(size);
        linked.increment();
    }

    void written(long size) {
        files.increment();
        bytes.add(size);
        newBytes.add(size);
    }

    UserFileCopies.Copied copied() {
        return new UserFileCopies.Copied(files.sum(), bytes.sum(), linked.sum(), newBytes.sum());
    }
}

package io.github.ddevbak.files;

import java.io.IOException;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;

/** Has folders looked at on two threads before a walk comes to them, but not too many at once. */
final class LookAhead implements AutoCloseable {
    /** Folders of one folder that are looked at before they are needed. */
    static final int FOLDERS = 8;

    /** Batches of one folder likewise. */
    static final int BATCHES = 3;

    /** Folders of all levels together. */
    private static final int IN_ALL = 64;

    private final FolderLook look;
    private final Workers workers;
    private int ahead;

    LookAhead(BooleanSupplier cancelled) {
        this.look = new FolderLook(cancelled);
        this.workers = new Workers(cancelled, () -> {});
    }

    FolderLook.Listing now(Folder folder) throws IOException {
        return workers.result(workers.give(() -> look.list(folder)));
    }

    boolean full() {
        return ahead >= IN_ALL;
    }

    Future<FolderLook.Listing> begin(Folder folder) {
        ahead++;
        return workers.give(() -> look.list(folder));
    }

    FolderLook.Listing end(Future<FolderLook.Listing> begun) throws IOException {
        ahead--;
        return workers.result(begun);
    }

    Future<FolderLook.Batch> begin(Folder folder, Names names, int from) {
        return workers.give(() -> look.batch(folder, names, from));
    }

    FolderLook.Batch result(Future<FolderLook.Batch> begun) throws IOException {
        return workers.result(begun);
    }

    @Override
    public void close() {
        workers.close();
    }
}

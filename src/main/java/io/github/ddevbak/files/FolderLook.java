package io.github.ddevbak.files;

import io.github.ddevbak.project.Finding;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.BooleanSupplier;

/** Looks at what is in a folder: its names first, then some of them at a time; safe for several threads. */
final class FolderLook {
    /** Names that are looked at in one go. */
    static final int BATCH = 512;

    private final BooleanSupplier cancelled;

    FolderLook(BooleanSupplier cancelled) {
        this.cancelled = cancelled;
    }

    /**
     * The names of a folder, and a look at the first of them.
     *
     * @param names none where the folder could not be read
     */
    record Listing(Names names, Batch first) {}

    /**
     * Some names of a folder, in the order of their bytes.
     *
     * @param whole false where the folder was no longer there; nothing of it may be used then
     */
    record Batch(List<Met> met, List<Finding> problems, boolean whole) {
        static Batch failed(Finding problem) {
            return new Batch(List.of(), List.of(problem), false);
        }
    }

    /** A name in a folder and what it stands for. */
    record Met(RawPath name, Stat stat) {}

    Listing list(Folder folder) throws IOException {
        Names names = new Names();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder.place())) {
            for (Path entry : entries) {
                Stopped.unlessGoing(cancelled);
                names.add(RawPath.of(Objects.requireNonNull(entry.getFileName())));
            }
        } catch (NoSuchFileException gone) {
            return new Listing(new Names(), Batch.failed(Problems.vanished(folder.path())));
        } catch (DirectoryIteratorException broken) {
            return new Listing(new Names(), failed(folder, Objects.requireNonNull(broken.getCause())));
        } catch (IOException unreadable) {
            Stopped.rethrow(unreadable);
            return new Listing(new Names(), failed(folder, unreadable));
        }
        names.sort();
        Batch first = batch(folder, names, 0);
        return new Listing(first.whole() ? names : new Names(), first);
    }

    /** Looks at the names from the given one on; at no more than {@link #BATCH}. */
    Batch batch(Folder folder, Names names, int from) throws IOException {
        Stopped.unlessGoing(cancelled);
        int to = Math.min(names.size(), from + BATCH);
        List<Met> met = new ArrayList<>(to - from);
        List<Finding> problems = new ArrayList<>();
        for (int i = from; i < to; i++) {
            RawPath name = names.get(i);
            try {
                met.add(new Met(name, Stat.of(name.under(folder.place()))));
                if (!name.utf8()) {
                    problems.add(Problems.oddName(folder.path().child(name)));
                }
            } catch (NoSuchFileException gone) {
                problems.add(Problems.vanished(folder.path().child(name)));
            } catch (IOException unreadable) {
                problems.add(Problems.unreadable(folder.path().child(name), unreadable));
            }
        }
        return folder.standing() ? new Batch(met, problems, true) : Batch.failed(Problems.vanished(folder.path()));
    }

    private static Batch failed(Folder folder, IOException why) {
        return Batch.failed(Problems.unreadable(folder.path(), why));
    }
}

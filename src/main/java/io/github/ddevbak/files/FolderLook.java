package io.github.ddevbak.files;

import io.github.ddevbak.project.Finding;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
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

    /** A name and where it is, as the folder gave it: to put the two together again takes as long as to look. */
    private record Listed(RawPath name, Path place) {}

    Listing list(Folder folder) throws IOException {
        Names names = new Names();
        List<Listed> listed = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder.place())) {
            for (Path entry : entries) {
                Stopped.unlessGoing(cancelled);
                RawPath name = RawPath.of(Objects.requireNonNull(entry.getFileName()));
                names.add(name);
                if (names.size() <= BATCH) {
                    listed.add(new Listed(name, entry));
                }
            }
        } catch (NoSuchFileException gone) {
            return new Listing(new Names(), Batch.failed(Problems.vanished(folder.path())));
        } catch (DirectoryIteratorException broken) {
            return new Listing(new Names(), failed(folder, Objects.requireNonNull(broken.getCause())));
        } catch (IOException unreadable) {
            Stopped.rethrow(unreadable);
            return new Listing(new Names(), failed(folder, unreadable));
        }
        int given = names.size();
        names.sort();
        boolean all = given == listed.size() && given == names.size();
        Batch first = all ? batch(folder, sorted(listed)) : batch(folder, names, 0);
        return new Listing(first.whole() ? names : new Names(), first);
    }

    /** Looks at the names from the given one on; at no more than {@link #BATCH}. */
    Batch batch(Folder folder, Names names, int from) throws IOException {
        int to = Math.min(names.size(), from + BATCH);
        List<Listed> some = new ArrayList<>(to - from);
        for (int i = from; i < to; i++) {
            RawPath name = names.get(i);
            some.add(new Listed(name, name.under(folder.place())));
        }
        return batch(folder, some);
    }

    private static List<Listed> sorted(List<Listed> listed) {
        listed.sort(Comparator.comparing(Listed::name));
        return listed;
    }

    private Batch batch(Folder folder, List<Listed> some) throws IOException {
        Stopped.unlessGoing(cancelled);
        List<Met> met = new ArrayList<>(some.size());
        List<Finding> problems = new ArrayList<>();
        for (Listed one : some) {
            RawPath name = one.name();
            try {
                met.add(new Met(name, Stat.of(one.place())));
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

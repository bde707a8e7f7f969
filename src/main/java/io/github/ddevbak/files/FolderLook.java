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

    /** A name as its bytes, and as the folder gave it. */
    private record Listed(RawPath name, Path given) {}

    Listing list(Folder folder) throws IOException {
        Names names = new Names();
        List<Listed> first = new ArrayList<>();
        try (DirectoryStream<Path> open = Files.newDirectoryStream(folder.place())) {
            for (Path entry : open) {
                Stopped.unlessGoing(cancelled);
                Path given = Objects.requireNonNull(entry.getFileName());
                RawPath name = RawPath.of(given);
                names.add(name);
                if (names.size() <= BATCH) {
                    first.add(new Listed(name, given));
                }
            }
            if (names.size() <= BATCH) {
                return listing(names, batch(folder, open, sorted(first)));
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
        return listing(names, batch(folder, names, 0));
    }

    /** Looks at the names from the given one on; at no more than {@link #BATCH}. */
    Batch batch(Folder folder, Names names, int from) throws IOException {
        int to = Math.min(names.size(), from + BATCH);
        List<Listed> some = new ArrayList<>(to - from);
        for (int i = from; i < to; i++) {
            RawPath name = names.get(i);
            some.add(new Listed(
                    name, Objects.requireNonNull(name.under(folder.place()).getFileName())));
        }
        try (DirectoryStream<Path> open = Files.newDirectoryStream(folder.place())) {
            return batch(folder, open, some);
        } catch (NoSuchFileException gone) {
            return Batch.failed(Problems.vanished(folder.path()));
        } catch (IOException unreadable) {
            Stopped.rethrow(unreadable);
            return failed(folder, unreadable);
        }
    }

    private static Listing listing(Names names, Batch first) {
        return new Listing(first.whole() ? names : new Names(), first);
    }

    /** A name that a folder gave twice, as it may while others write to it, is there once. */
    private static List<Listed> sorted(List<Listed> listed) {
        listed.sort((one, other) -> one.name().compareTo(other.name()));
        List<Listed> distinct = new ArrayList<>(listed.size());
        for (Listed one : listed) {
            if (distinct.isEmpty() || !distinct.get(distinct.size() - 1).name().equals(one.name())) {
                distinct.add(one);
            }
        }
        return distinct;
    }

    private Batch batch(Folder folder, DirectoryStream<Path> open, List<Listed> some) throws IOException {
        Stopped.unlessGoing(cancelled);
        List<Met> met = new ArrayList<>(some.size());
        List<Finding> problems = new ArrayList<>();
        for (Listed one : some) {
            RawPath name = one.name();
            try {
                met.add(new Met(name, StatReader.FASTEST.read(open, folder.place(), one.given())));
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

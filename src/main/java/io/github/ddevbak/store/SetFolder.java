package io.github.ddevbak.store;

import io.github.ddevbak.project.Finding;
import io.github.ddevbak.project.ProjectName;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** A folder of sets of one project (or of ddev's global configuration): which are whole, which are not and why. */
final class SetFolder {
    static final String RECORD = "set.json";
    static final String GUIDE = "RESTORE.md";

    private final ProjectName project;
    private final Path folder;

    SetFolder(ProjectName project, Path folder) {
        this.project = project;
        this.folder = folder;
    }

    /** The whole ones, newest first. */
    List<StoredSet> sets() {
        return look().sets();
    }

    private static <T> Comparator<T> newestFirst(Function<T, String> id) {
        return (one, other) -> SetId.parse(id.apply(other))
                .orElseThrow()
                .compareTo(SetId.parse(id.apply(one)).orElseThrow());
    }

    /** One finding for each folder that has the name of a set and is none. */
    List<Finding> broken() {
        return look().broken();
    }

    boolean any() {
        try {
            return unsorted(folder).stream()
                    .anyMatch(one -> candidate(one).isPresent() && Files.isRegularFile(one.resolve(Manifest.NAME)));
        } catch (DestinationException unlistable) {
            return false;
        }
    }

    /** Every folder that has the name of a set, whole or not, newest first. */
    List<SealedFolder> folders() {
        List<SealedFolder> folders = new ArrayList<>();
        for (Path candidate : candidates(entries(folder))) {
            try {
                folders.add(SealedFolder.whole(read(candidate)));
            } catch (StoredFileException notWhole) {
                folders.add(new SealedFolder(
                        project, name(candidate), candidate, Optional.empty(), String.valueOf(notWhole.getMessage())));
            }
        }
        folders.sort(newestFirst(SealedFolder::id));
        return folders;
    }

    private record Look(List<StoredSet> sets, List<Finding> broken) {}

    /** What a list tells of the whole ones, newest first, and one finding for each of the others. */
    Summaries summaries(SummaryIndex index) {
        return new FolderSummaries(this, folder, index).look();
    }

    /** The set of that name, where it is whole. */
    Optional<StoredSet> set(String id) {
        return whole(folder.resolve(id), new ArrayList<>());
    }

    Optional<StoredSet> whole(Path candidate, List<Finding> broken) {
        try {
            return Optional.of(read(candidate));
        } catch (StoredFileException notWhole) {
            if (Files.exists(candidate, LinkOption.NOFOLLOW_LINKS)) {
                broken.add(finding(candidate, notWhole));
            }
            return Optional.empty();
        }
    }

    Finding unlistable(DestinationException unlistable) {
        return Finding.warning(
                "store.unreadable",
                "The sets of " + project + " do not count: " + unlistable.getMessage(),
                "Give yourself access to " + folder + ".");
    }

    private Look look() {
        Look look = new Look(new ArrayList<>(), new ArrayList<>());
        try {
            read(look);
        } catch (DestinationException unlistable) {
            look.broken.add(unlistable(unlistable));
        }
        look.sets.sort(newestFirst(StoredSet::id));
        return look;
    }

    private void read(Look look) {
        for (Path candidate : candidates(entries(folder))) {
            whole(candidate, look.broken).ifPresent(look.sets::add);
        }
    }

    private StoredSet read(Path set) {
        String id = name(set);
        SetRecord record = Records.set(set.resolve(RECORD));
        if (!record.id().equals(id)) {
            throw new StoredFileException(
                    "Its set.json is that of " + record.id() + ". Give the folder its name back.");
        }
        if (!project.equals(Destination.GLOBAL) && !record.project().equals(project.text())) {
            throw new StoredFileException(
                    "Its set.json is of the project " + record.project() + ". Move the folder to where it came from.");
        }
        Path manifest = set.resolve(Manifest.NAME);
        try (InputStream in = new FileInputStream(manifest.toFile())) {
            // A directory opens and cannot be read.
            int first = in.read();
            if (first < 0) {
                throw new StoredFileException("Its " + Manifest.NAME + " is empty.");
            }
            return new StoredSet(project, id, set, record);
        } catch (IOException unreadable) {
            throw new StoredFileException(
                    "Its " + Manifest.NAME + " cannot be read: " + Reason.of(unreadable) + ".", unreadable);
        }
    }

    private Finding finding(Path set, StoredFileException notWhole) {
        return Finding.warning(
                "store.broken-set",
                "The set " + name(set) + " of " + project + " is not whole and does not count. "
                        + notWhole.getMessage(),
                "Look at what " + set + " still holds, then delete the folder.");
    }

    private static List<Path> candidates(List<Path> entries) {
        List<Path> candidates = new ArrayList<>();
        for (Path entry : entries) {
            candidate(entry).ifPresent(id -> candidates.add(entry));
        }
        return candidates;
    }

    /** The name of the set that a folder's entry may be; empty where it can be none. */
    static Optional<SetId> candidate(Path entry) {
        return SetId.parse(name(entry)).filter(id -> Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS));
    }

    /** What is in a folder, sorted; nothing where there is no such folder. */
    static List<Path> entries(Path folder) {
        List<Path> entries = unsorted(folder);
        entries.sort(Comparator.naturalOrder());
        return entries;
    }

    /** The same as the disk gives it. */
    static List<Path> unsorted(Path folder) {
        try {
            return FileTree.unsorted(folder);
        } catch (NoSuchFileException | NotDirectoryException none) {
            return new ArrayList<>();
        } catch (IOException unreadable) {
            throw new DestinationException(
                    folder + " cannot be listed: " + Reason.of(unreadable) + ". Give yourself access to it.",
                    unreadable);
        }
    }

    static String name(Path entry) {
        return String.valueOf(entry.getFileName());
    }
}

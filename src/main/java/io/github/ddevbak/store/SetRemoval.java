package io.github.ddevbak.store;

import io.github.ddevbak.project.Printable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;

/**
 * Takes one set away so that a kill at any point leaves it whole or unlisted: {@code latest} leads elsewhere first, then
 * the folder gets a name that nobody lists and that the next run finishes, then its notes go, then its files. Files that
 * other sets share are only unlinked: a mode or a time of theirs never changes.
 */
final class SetRemoval {
    /** What a set that is being removed is called after its id. */
    static final String ENDING = ".removing";

    private SetRemoval() {}

    /** @throws DestinationException where it could not be removed; the message says what stands now */
    static void remove(StoredSet set, List<StoredSet> left) {
        Path parent = parent(set.folder());
        boolean led = Latest.name(parent).filter(set.id()::equals).isPresent();
        boolean repointed = !led || repointed(parent, left);
        Path removing = set.folder().resolveSibling(set.id() + ENDING);
        try {
            Files.move(set.folder(), removing, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException refused) {
            throw new DestinationException(
                    shown(set) + " cannot be removed: " + Reason.of(refused) + ". It is as it was; give yourself access"
                            + " to " + Printable.text(parent.toString()) + ".",
                    refused);
        }
        Flush.folder(parent);
        try {
            finish(removing);
        } catch (IOException stays) {
            throw new DestinationException(
                    shown(set) + " is removed from the list, but not all of its files are: " + Reason.of(stays)
                            + ". Delete " + Printable.text(removing.toString())
                            + " by hand, or let the next run try again.",
                    stays);
        }
        if (!repointed) {
            // On a full disk there was no room for a link while the files were still there.
            repointed(parent, left);
        }
    }

    /** Whether a folder is what a removal that was ended leaves. */
    static boolean unfinished(Path entry) {
        return id(entry).isPresent() && Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS);
    }

    /** Removes what is left of a set that nobody lists any more: its notes first, for the folder says whose they are. */
    static void finish(Path removing) throws IOException {
        String id = id(removing).map(SetId::text).orElseThrow();
        Path set = removing.resolveSibling(id);
        if (!Files.exists(set, LinkOption.NOFOLLOW_LINKS)) {
            for (NoteKind kind : NoteKind.values()) {
                Path note = SetNotes.file(set, kind);
                if (Files.isRegularFile(note, LinkOption.NOFOLLOW_LINKS)) {
                    Files.delete(note);
                }
            }
        }
        FileTree.delete(removing);
        Flush.folder(parent(removing));
    }

    private static Optional<SetId> id(Path entry) {
        String name = SetFolder.name(entry);
        return name.endsWith(ENDING)
                ? SetId.parse(name.substring(0, name.length() - ENDING.length()))
                : Optional.empty();
    }

    private static boolean repointed(Path parent, List<StoredSet> left) {
        try {
            Latest.among(parent, left);
            return true;
        } catch (IOException noRoom) {
            return false;
        }
    }

    private static String shown(StoredSet set) {
        return "The set " + set.id() + " of " + set.project();
    }

    private static Path parent(Path folder) {
        return Optional.ofNullable(folder.getParent()).orElseThrow();
    }
}

package io.github.ddevbak.store;

import io.github.ddevbak.project.Printable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;

/** What killed runs left: sets in the making, sets that were being removed, and files that were about to be renamed. */
final class Leftovers {
    private final List<String> told;

    Leftovers(List<String> told) {
        this.told = told;
    }

    /** What is left in the folder; nothing of it is touched. */
    static List<Path> in(Path folder) {
        return SetFolder.entries(folder).stream()
                .filter(entry -> AtomicFile.leftover(entry) || unfinishedSet(entry) || SetRemoval.unfinished(entry))
                .toList();
    }

    /** @param whose in words, such as the project's name */
    void removeFrom(Path folder, String whose) {
        try {
            for (Path entry : SetFolder.entries(folder)) {
                removeIfOurs(entry, whose);
            }
        } catch (DestinationException unlistable) {
            told.add(String.valueOf(unlistable.getMessage()));
        }
    }

    private void removeIfOurs(Path entry, String whose) {
        if (AtomicFile.leftover(entry)) {
            remove(entry, "an unfinished file", whose);
        } else if (unfinishedSet(entry)) {
            remove(entry, "the unfinished set " + SetFolder.name(entry), whose);
        } else if (SetRemoval.unfinished(entry)) {
            remove(entry, "the rest of the set " + SetFolder.name(entry), whose);
        }
    }

    /** Only what has the name we would have given it: other people's {@code *.partial} are theirs. */
    private static boolean unfinishedSet(Path entry) {
        String name = SetFolder.name(entry);
        return name.endsWith(Staging.ENDING)
                && SetId.parse(name.substring(0, name.length() - Staging.ENDING.length()))
                        .isPresent()
                && Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS);
    }

    private void remove(Path entry, String what, String whose) {
        try {
            if (SetRemoval.unfinished(entry)) {
                SetRemoval.finish(entry);
            } else {
                FileTree.delete(entry);
            }
            told.add("Removed " + what + " of " + Printable.text(whose) + ", left by a run that was ended.");
        } catch (IOException stays) {
            told.add("Could not remove " + what + " of " + Printable.text(whose) + ", left by a run that was ended: "
                    + Reason.of(stays) + ". Delete " + Printable.text(entry.toString()) + " by hand.");
        }
    }
}

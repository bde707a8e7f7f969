package io.github.ddevbak.git;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** Whether the file system tells names apart that differ only in the case of their letters. */
final class LetterCase {
    private LetterCase() {}

    /** Looks for the folder by its own name in other letters; false where that tells nothing. */
    static boolean counts(Path folder) {
        Path name = folder.getFileName();
        if (name == null) {
            return false;
        }
        String upper = name.toString().toUpperCase(Locale.ROOT);
        String other = upper.equals(name.toString()) ? upper.toLowerCase(Locale.ROOT) : upper;
        Path sibling = folder.resolveSibling(other);
        try {
            return !other.equals(name.toString()) && (!Files.exists(sibling) || !Files.isSameFile(folder, sibling));
        } catch (IOException e) {
            return false;
        }
    }
}

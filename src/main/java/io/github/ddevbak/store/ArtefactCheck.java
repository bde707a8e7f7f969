package io.github.ddevbak.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;

/** Whether an artefact of a sealed set is still the file that its record names. */
public final class ArtefactCheck {
    private ArtefactCheck() {}

    /** Why it is not, as words behind its name; empty where it is. Reads the whole file. */
    public static Optional<String> objection(StoredSet set, Artefact artefact) {
        Path file = set.folder().resolve(artefact.path());
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            return Optional.of("is missing or no file");
        }
        try {
            Sha256 found = Sha256.of(file);
            return found.hex().equals(artefact.sha256()) ? Optional.empty() : Optional.of("is not what was stored");
        } catch (IOException unreadable) {
            return Optional.of("cannot be read: " + Reason.of(unreadable));
        }
    }
}

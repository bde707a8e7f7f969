package io.github.ddevbak.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;

/**
 * The entry {@code latest} beside a project's sets: a relative link to the newest, a file with its name where links cannot
 * be. It leads to a copy made before a restore only where there is no other: that holds what somebody wanted to get rid
 * of.
 */
final class Latest {
    static final String NAME = "latest";

    private static final int LONGEST = 1024;

    private Latest() {}

    /** The set it leads to, whether that is there or not; empty where there is no such entry or it is not ours. */
    static Optional<String> name(Path parent) {
        Path latest = parent.resolve(NAME);
        try {
            String name = Files.isSymbolicLink(latest)
                    ? Files.readSymbolicLink(latest).toString()
                    : Files.isRegularFile(latest, LinkOption.NOFOLLOW_LINKS) && Files.size(latest) < LONGEST
                            ? Files.readString(latest).strip()
                            : "";
            return Optional.of(name).filter(one -> SetId.parse(one).isPresent());
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    /** Points it to a set that was just sealed, unless that is no measure of the project and it leads to another. */
    static void sealed(Path parent, SetId id) throws IOException {
        boolean leads = name(parent)
                .filter(led -> Files.isDirectory(parent.resolve(led), LinkOption.NOFOLLOW_LINKS))
                .isPresent();
        if (!leads || !id.label().equals(SetRecord.BEFORE_RESTORE)) {
            point(parent, id.text());
        }
    }

    /** Points it to the newest of these, or removes it where there is none. */
    static void among(Path parent, List<StoredSet> newestFirst) throws IOException {
        Optional<StoredSet> newest = newestFirst.stream()
                .filter(set -> !set.safetyCopy())
                .findFirst()
                .or(() -> newestFirst.stream().findFirst());
        if (newest.isPresent()) {
            point(parent, newest.get().id());
        } else {
            Files.deleteIfExists(parent.resolve(NAME));
        }
    }

    /** Points it to a sealed set, in one move: it leads to the earlier one or to this one, never nowhere. */
    static void point(Path parent, String id) throws IOException {
        Path latest = parent.resolve(NAME);
        Path beside = AtomicFile.besideName(latest);
        try {
            Files.createSymbolicLink(beside, Path.of(id));
        } catch (IOException | UnsupportedOperationException noLinksHere) {
            AtomicFile.write(latest, (id + "\n").getBytes(StandardCharsets.UTF_8));
            return;
        }
        try {
            Files.move(beside, latest, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(beside);
        }
        Flush.folder(parent);
    }
}

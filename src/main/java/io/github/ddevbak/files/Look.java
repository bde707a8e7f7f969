package io.github.ddevbak.files;

import io.github.ddevbak.files.FileDigest.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Looks at single recorded names that a walk did not meet: they lie elsewhere, could not be read, or are gone. Nothing
 * outside the project is ever opened; safe for several threads.
 *
 * @param approot without links
 */
record Look(Path approot, FileDigest digest) {

    /** What came of one look. */
    sealed interface Seen {
        /** It is there. */
        record There(FileState state) implements Seen {}

        /** It is not there. */
        record Gone() implements Seen {}

        /** Nobody can say. */
        record Unreadable(IOException why) implements Seen {}
    }

    /** @param through whether the content counts, as for {@code sha256sum}: a link is then read as what it points to */
    Seen at(RawPath path, boolean through) {
        try {
            Optional<Path> file = place(path, through);
            if (file.isEmpty()) {
                return new Seen.Gone();
            }
            if (!file.get().startsWith(approot)) {
                return new Seen.Unreadable(new IOException("a link leads out of the project"));
            }
            return seen(file.get());
        } catch (NoSuchFileException gone) {
            return new Seen.Gone();
        } catch (IOException unreadable) {
            return new Seen.Unreadable(unreadable);
        }
    }

    /** Where the name really is; a file in the place of one of its folders means that it is nowhere. */
    private Optional<Path> place(RawPath path, boolean through) throws IOException {
        Path named = path.under(approot);
        Path parent = path.parent().under(approot);
        Path folder = path.parent().equals(RawPath.EMPTY) ? approot : folder(parent);
        if (!Files.isDirectory(folder)) {
            return Optional.empty();
        }
        return Optional.of(through ? named.toRealPath() : folder.resolve(named.getFileName()));
    }

    private static Path folder(Path parent) throws IOException {
        for (Path above = parent; above != null; above = above.getParent()) {
            if (Files.isDirectory(above)) {
                break;
            }
            if (Files.exists(above)) {
                throw new NoSuchFileException(parent.toString());
            }
        }
        return parent.toRealPath();
    }

    private Seen seen(Path file) throws IOException {
        Stat stat = Stat.of(file);
        if (stat.kind() == Stat.Kind.SYMLINK) {
            RawPath target = RawPath.of(Files.readSymbolicLink(file));
            return new Seen.There(FileState.of(stat, Optional.empty(), Optional.of(target)));
        }
        if (stat.kind() != Stat.Kind.FILE) {
            return new Seen.There(FileState.of(stat, Optional.empty(), Optional.empty()));
        }
        Outcome outcome = digest.read(file);
        if (outcome instanceof Outcome.Read read) {
            return new Seen.There(FileState.of(read.stat(), Optional.of(read.sha256()), Optional.empty()));
        }
        return outcome instanceof Outcome.Unreadable failed ? new Seen.Unreadable(failed.why()) : new Seen.Gone();
    }
}

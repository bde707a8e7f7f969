package io.github.ddevbak.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One upload directory and where it really is: links on the way are followed, but never out of the project.
 *
 * @param approot without links
 * @param dir relative to it
 */
record UploadDirectory(Path approot, RawPath dir) {

    /** The place without links; empty, with a finding that says why, where it cannot or must not be walked. */
    Optional<Path> resolve(FileFindings findings) {
        Path named = dir.under(approot);
        Path real;
        try {
            real = named.toRealPath();
        } catch (NoSuchFileException gone) {
            findings.add(dangling(named) ? Problems.danglingDirectory(dir) : Problems.missingDirectory(dir));
            return Optional.empty();
        } catch (IOException unreadable) {
            findings.add(Problems.unreadable(dir, unreadable));
            return Optional.empty();
        }
        if (!real.startsWith(approot)) {
            findings.add(Problems.outsideDirectory(dir));
            return Optional.empty();
        }
        if (real.equals(approot)) {
            findings.add(UploadDirs.wholeProject(dir.text()));
            return Optional.empty();
        }
        return Optional.of(real);
    }

    /** Whether what exists of the path ends in a link to nothing. */
    private boolean dangling(Path named) {
        @Nullable Path part = named;
        while (part != null && !Files.exists(part, LinkOption.NOFOLLOW_LINKS)) {
            part = part.getParent();
        }
        return part != null && Files.isSymbolicLink(part);
    }

    /** Whether following the link ends at something outside the folder; a link to nothing does not. */
    static boolean leadsOut(Path link, Path folder) {
        try {
            return !link.toRealPath().startsWith(folder);
        } catch (IOException toNothing) {
            return false;
        }
    }
}

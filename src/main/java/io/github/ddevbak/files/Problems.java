package io.github.ddevbak.files;

import io.github.ddevbak.project.Finding;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;

/** What can be wrong with a single file, each as a sentence. */
final class Problems {
    private Problems() {}

    static Finding vanished(RawPath path) {
        return Finding.info("files.vanished", path.printable() + " was gone before it could be read.");
    }

    static Finding unreadable(RawPath path, IOException why) {
        return Finding.error(
                "files.unreadable",
                path.printable() + " could not be read: " + reason(why) + ".",
                "Make it readable for this user, or take it out of the upload directory, and run again.");
    }

    static Finding changing(RawPath path) {
        return Finding.warning(
                "files.changing",
                path.printable() + " changed twice while it was read; its checksum may be of neither state.",
                "Run again when nothing writes to it.");
    }

    static Finding rotten(RawPath path, String was, String is) {
        return Finding.loss(
                "files.rotten",
                path.printable() + " has another content than when it was last read (SHA-256 " + brief(was) + " then, "
                        + brief(is) + " now), though nothing wrote to it: its size and times are the same.",
                "Put it back from an older set or from upstream; if its present content is right, 'touch' it.");
    }

    private static String brief(String sha256) {
        return sha256.substring(0, 12) + "…";
    }

    static Finding oddName(RawPath path) {
        return Finding.info(
                "files.unreadable-name",
                "The name " + path.printable() + " is not UTF-8 text; it is kept byte for byte, but not every system"
                        + " will take it.");
    }

    static Finding special(RawPath path) {
        return Finding.info(
                "files.special", path.printable() + " is a pipe, a socket or a device; only its name is recorded.");
    }

    static Finding linkOutside(RawPath path, RawPath target) {
        return Finding.warning(
                "files.link-outside",
                path.printable() + " is a link to " + target.printable()
                        + ", outside the project; the link is recorded, what it points to is not backed up.",
                "Back up what it points to by itself.");
    }

    static Finding onlyLinks(long links) {
        return Finding.warning(
                "files.only-links",
                "The upload directories hold no file, but " + links + (links == 1 ? " link." : " links."),
                "Back up what they point to by itself.");
    }

    static Finding missingDirectory(RawPath dir) {
        return Finding.info("files.directory-missing", "The upload directory " + dir.printable() + " does not exist.");
    }

    static Finding danglingDirectory(RawPath dir) {
        return Finding.error(
                "files.directory-dangling",
                "The upload directory " + dir.printable() + " is a link, or lies behind one, that points to nothing.",
                "If it points to a disk that is not mounted, mount it and run again.");
    }

    static Finding outsideDirectory(RawPath dir) {
        return Finding.loss(
                "files.outside-project",
                "The upload directory " + dir.printable() + " is a link out of the project; it is not backed up.",
                "Move it into the project, or back it up by itself and take it out of upload_dirs.");
    }

    static Finding storedCopy(RawPath path, String set, boolean missing) {
        return Finding.warning(
                "files.stored-copy-rotten",
                "The copy of " + path.printable() + " in the set " + set + " "
                        + (missing ? "is gone" : "is not what was stored there")
                        + "; this set has a new copy, and older sets may share the old one.",
                "Check the disk of the sets, and run 'sha256sum -c MANIFEST.sha256' in that set to see what else is.");
    }

    static Finding copyRefused(RawPath path, String why) {
        return Finding.loss(
                "files.not-copied",
                path.printable() + " could not be copied into the set, for its name: " + why + ".",
                "Rename it, or name a destination with --dest whose file system takes such names.");
    }

    /** Why, in a few words, without the path. */
    static String reason(IOException why) {
        if (why instanceof AccessDeniedException) {
            return "permission denied";
        }
        String said = why instanceof FileSystemException file ? file.getReason() : why.getMessage();
        return said == null || said.isBlank() ? why.getClass().getSimpleName() : said;
    }
}

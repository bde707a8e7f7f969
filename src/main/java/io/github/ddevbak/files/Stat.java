package io.github.ddevbak.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.TimeUnit;

/**
 * What the file system says of one name, links not followed.
 *
 * @param kind what it is
 * @param size bytes
 * @param modified nanoseconds since 1970 UTC
 * @param mode the nine permission bits
 */
record Stat(Kind kind, long size, long modified, int mode) {

    /** What a name can stand for; pipes, sockets and devices are {@code OTHER} and never opened. */
    enum Kind {
        FILE,
        DIRECTORY,
        SYMLINK,
        OTHER
    }

    static Stat of(Path path) throws IOException {
        PosixFileAttributes found = Files.readAttributes(path, PosixFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        Kind kind = Kind.OTHER;
        if (found.isRegularFile()) {
            kind = Kind.FILE;
        } else if (found.isDirectory()) {
            kind = Kind.DIRECTORY;
        } else if (found.isSymbolicLink()) {
            kind = Kind.SYMLINK;
        }
        String letters = PosixFilePermissions.toString(found.permissions());
        int mode = 0;
        for (int i = 0; i < letters.length(); i++) {
            mode = (mode << 1) | (letters.charAt(i) == '-' ? 0 : 1);
        }
        return new Stat(kind, found.size(), found.lastModifiedTime().to(TimeUnit.NANOSECONDS), mode);
    }

    boolean directory() {
        return kind == Kind.DIRECTORY;
    }

    /** Such as {@code 0644}. */
    String octal() {
        String digits = Integer.toOctalString(mode);
        return "0".repeat(4 - digits.length()) + digits;
    }
}

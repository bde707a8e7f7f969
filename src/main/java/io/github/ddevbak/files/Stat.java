package io.github.ddevbak.files;

import java.io.IOException;
import java.nio.file.Path;

/**
 * What the file system says of one name, links not followed.
 *
 * @param kind what it is
 * @param size bytes
 * @param modified nanoseconds since 1970 UTC; anybody may set it
 * @param mode the nine permission bits, and set-user, set-group and sticky
 * @param changed nanoseconds since 1970 UTC, of the last change of anything; nobody can set it
 * @param inode number of the file on its device
 * @param device number of the device, as long as it is mounted
 */
record Stat(Kind kind, long size, long modified, int mode, long changed, long inode, long device) {
    private static final int MODE = 07777;
    private static final int TYPE = 0170000;

    /** What a name can stand for; pipes, sockets and devices are {@code OTHER} and never opened. */
    enum Kind {
        FILE,
        DIRECTORY,
        SYMLINK,
        OTHER;

        /** By the bits of POSIX's {@code st_mode}. */
        static Kind of(int mode) {
            return switch (mode & TYPE) {
                case 0100000 -> FILE;
                case 0040000 -> DIRECTORY;
                case 0120000 -> SYMLINK;
                default -> OTHER;
            };
        }
    }

    static Stat of(Path path) throws IOException {
        return StatReader.FASTEST.read(path);
    }

    /** @param mode with the bits that say what kind of name it is */
    static Stat of(int mode, long size, long modified, long changed, long inode, long device) {
        return new Stat(Kind.of(mode), size, modified, mode & MODE, changed, inode, device);
    }

    boolean directory() {
        return kind == Kind.DIRECTORY;
    }

    /** Whether this is the very same file as the other, whatever became of it. */
    boolean same(Stat other) {
        return inode == other.inode && device == other.device;
    }

    /** By hand, as {@link io.github.ddevbak.project.ProjectName}: of many files it is asked. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Stat stat
                && same(stat)
                && kind == stat.kind
                && size == stat.size
                && modified == stat.modified
                && mode == stat.mode
                && changed == stat.changed;
    }

    @Override
    public int hashCode() {
        return Long.hashCode(inode + 31 * (device + 31 * (size + 31 * (modified + 31 * changed))));
    }

    /** Such as {@code 0644}. */
    String octal() {
        String digits = Integer.toOctalString(mode);
        return "0".repeat(4 - digits.length()) + digits;
    }
}

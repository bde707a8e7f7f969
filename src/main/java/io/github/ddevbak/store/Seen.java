package io.github.ddevbak.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * By what a file that was read before is known again: one that differs in any of it is read anew.
 *
 * @param size bytes; -1 where there is no regular file
 * @param modified nanoseconds since 1970 UTC
 * @param changed the same of the last change of anything, rights included; nobody can set it
 * @param inode number of the file on its device
 */
record Seen(long size, long modified, long changed, long inode) {
    static final Seen NOTHING = new Seen(-1, 0, 0, 0);

    /** Links are not followed: nothing behind one is ours. */
    static Seen of(Path file) {
        try {
            Map<String, Object> told = Files.readAttributes(
                    file, "unix:isRegularFile,size,lastModifiedTime,ctime,ino", LinkOption.NOFOLLOW_LINKS);
            return Boolean.TRUE.equals(told.get("isRegularFile"))
                    ? new Seen(
                            number(told, "size"),
                            nanos(told, "lastModifiedTime"),
                            nanos(told, "ctime"),
                            number(told, "ino"))
                    : NOTHING;
        } catch (IOException | UnsupportedOperationException unseen) {
            return NOTHING;
        }
    }

    /** By hand: what Java makes of a record takes longer, the first time, than many sets to list. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Seen seen
                && size == seen.size
                && modified == seen.modified
                && changed == seen.changed
                && inode == seen.inode;
    }

    @Override
    public int hashCode() {
        return Long.hashCode(size + 31 * (modified + 31 * (changed + 31 * inode)));
    }

    boolean there() {
        return size >= 0;
    }

    private static long number(Map<String, Object> told, String name) {
        return told.get(name) instanceof Number number ? number.longValue() : 0;
    }

    private static long nanos(Map<String, Object> told, String name) {
        return told.get(name) instanceof FileTime time ? time.to(TimeUnit.NANOSECONDS) : 0;
    }
}

package io.github.ddevbak.files;

import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.InaccessibleObjectException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SecureDirectoryStream;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.util.Optional;

/**
 * Takes what the JDK read of a file out of the JDK's own object: its public face does not give the time of change and
 * the inode, and its attribute view, which does, takes twice as long as the system call itself. The program's jar opens
 * the package; where it is closed, or another Java has other fields (17 to 25 have these), the view is used instead.
 */
final class FieldStat implements StatReader {
    private static final String TYPE = "sun.nio.fs.UnixFileAttributes";
    private static final long SECOND = 1_000_000_000L;

    /** Seconds that nanoseconds in 64 bits can count. */
    private static final long FARTHEST = Long.MAX_VALUE / SECOND - 1;

    private final Field mode;
    private final Field size;
    private final Field modified;
    private final Field modifiedNanos;
    private final Field changed;
    private final Field changedNanos;
    private final Field inode;
    private final Field device;

    private FieldStat(Class<?> type) throws NoSuchFieldException {
        mode = opened(type, "st_mode");
        size = opened(type, "st_size");
        modified = opened(type, "st_mtime_sec");
        modifiedNanos = opened(type, "st_mtime_nsec");
        changed = opened(type, "st_ctime_sec");
        changedNanos = opened(type, "st_ctime_nsec");
        inode = opened(type, "st_ino");
        device = opened(type, "st_dev");
    }

    /** Nothing where this Java does not let us. */
    static Optional<StatReader> reader() {
        try {
            return Optional.of(new FieldStat(Class.forName(TYPE)));
        } catch (ReflectiveOperationException | InaccessibleObjectException otherJava) {
            return Optional.empty();
        }
    }

    @Override
    public Stat read(Path path) throws IOException {
        PosixFileAttributes found = Files.readAttributes(path, PosixFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        try {
            return taken(found);
        } catch (IllegalAccessException | IllegalArgumentException foreign) {
            return PORTABLE.read(path);
        }
    }

    @Override
    public Stat read(DirectoryStream<Path> open, Path place, Path name) throws IOException {
        if (open instanceof SecureDirectoryStream<Path> secure) {
            PosixFileAttributeView view =
                    secure.getFileAttributeView(name, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
            try {
                return taken(view.readAttributes());
            } catch (IllegalAccessException | IllegalArgumentException foreign) {
                return PORTABLE.read(place.resolve(name));
            }
        }
        return read(place.resolve(name));
    }

    private Stat taken(Object found) throws IllegalAccessException {
        return Stat.of(
                mode.getInt(found),
                size.getLong(found),
                nanos(modified.getLong(found), modifiedNanos.getLong(found)),
                nanos(changed.getLong(found), changedNanos.getLong(found)),
                inode.getLong(found),
                device.getLong(found));
    }

    /** As {@link java.nio.file.attribute.FileTime} does, times out of reach are the farthest there are. */
    private static long nanos(long seconds, long nanos) {
        if (seconds > FARTHEST) {
            return Long.MAX_VALUE;
        }
        return seconds < -FARTHEST ? Long.MIN_VALUE : seconds * SECOND + nanos;
    }

    private static Field opened(Class<?> type, String name) throws NoSuchFieldException {
        Field field = type.getDeclaredField(name);
        field.setAccessible(true);
        return field;
    }
}

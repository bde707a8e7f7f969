package io.github.ddevbak.files;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The documented way: JDK's own attribute view {@code unix}, on every system with POSIX files. */
final class PortableStat implements StatReader {
    private static final String FACTS = "unix:mode,size,lastModifiedTime,ctime,ino,dev";

    @Override
    public Stat read(Path path) throws IOException {
        Map<String, Object> found = Files.readAttributes(path, FACTS, LinkOption.NOFOLLOW_LINKS);
        return Stat.of(
                (Integer) number(found, "mode"),
                (Long) number(found, "size"),
                time(found, "lastModifiedTime"),
                time(found, "ctime"),
                (Long) number(found, "ino"),
                (Long) number(found, "dev"));
    }

    @Override
    public Stat read(DirectoryStream<Path> open, Path place, Path name) throws IOException {
        return read(place.resolve(name));
    }

    private static Object number(Map<String, Object> found, String name) {
        Object value = found.get(name);
        if (value == null) {
            throw new IllegalStateException("the file system says nothing of " + name);
        }
        return value;
    }

    private static long time(Map<String, Object> found, String name) {
        return ((FileTime) number(found, name)).to(TimeUnit.NANOSECONDS);
    }
}

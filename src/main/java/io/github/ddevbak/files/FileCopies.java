package io.github.ddevbak.files;

import io.github.ddevbak.project.Printable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** Copies single files of a project into a folder of our own, where nobody but the owner can read them. */
public final class FileCopies {
    private static final int BUFFER = 128 << 10;

    private FileCopies() {}

    /**
     * What was copied and what was not.
     *
     * @param files files and links copied
     * @param bytes of the files
     * @param refused a sentence for each that was not, safe to print
     */
    public record Copied(long files, long bytes, List<String> refused) {
        public Copied {
            refused = List.copyOf(refused);
        }
    }

    /**
     * Copies each file to the same relative path below the target (folders 0700, files 0600, or 0700 where the owner
     * may execute them), with its time of change. Links are copied as links where they lead to something inside the
     * project. All that can be copied is copied first.
     *
     * @param relative to the approot, '/'-separated; folders, pipes and the like are refused
     * @return bytes copied
     * @throws IOException a sentence that names what was not copied and why
     */
    public static long copy(Path approot, List<String> relative, Path target) throws IOException {
        Copied copied = copyWhatCan(approot, relative, target);
        if (!copied.refused().isEmpty()) {
            throw new IOException(String.join(" ", copied.refused()));
        }
        return copied.bytes();
    }

    /**
     * The same, but what cannot be copied is only told.
     *
     * @throws IOException where the target cannot be written
     */
    public static Copied copyWhatCan(Path approot, List<String> relative, Path target) throws IOException {
        Path real = approot.toRealPath();
        OwnerOnly.directories(target);
        List<String> refused = new ArrayList<>();
        long files = 0;
        long bytes = 0;
        for (String path : relative) {
            try {
                bytes += one(real, path, target);
                files++;
            } catch (RefusedException why) {
                refused.add(Printable.text(path) + " was not copied: " + why.getMessage() + ".");
            }
        }
        return new Copied(files, bytes, refused);
    }

    private static long one(Path approot, String path, Path target) throws IOException, RefusedException {
        RawPath place;
        try {
            place = ManifestLine.relative(path.getBytes(StandardCharsets.UTF_8));
        } catch (MalformedLineException wrong) {
            throw new RefusedException(wrong.why());
        }
        Path source = place.under(approot);
        Path copy = place.under(target);
        Stat stat = stat(source, approot);
        if (Files.exists(copy, LinkOption.NOFOLLOW_LINKS)) {
            throw new FileAlreadyExistsException(copy.toString());
        }
        Path folder = copy.getParent();
        OwnerOnly.directories(folder == null ? target : folder);
        if (stat.kind() == Stat.Kind.SYMLINK) {
            link(source, approot, copy);
            return 0;
        }
        long bytes = content(source, stat, copy);
        Files.getFileAttributeView(copy, BasicFileAttributeView.class)
                .setTimes(FileTime.from(stat.modified(), TimeUnit.NANOSECONDS), null, null);
        return bytes;
    }

    /** Looks at the source; refuses what is neither a file nor a link, and what lies behind a link out of the project. */
    private static Stat stat(Path source, Path approot) throws RefusedException {
        try {
            Path folder = source.getParent();
            if (folder == null || !folder.toRealPath().startsWith(approot)) {
                throw new RefusedException("a link on the way leads out of the project");
            }
            Stat stat = Stat.of(source);
            if (stat.kind() == Stat.Kind.FILE || stat.kind() == Stat.Kind.SYMLINK) {
                return stat;
            }
            throw new RefusedException("it is not a file");
        } catch (NoSuchFileException gone) {
            throw new RefusedException("it does not exist");
        } catch (IOException why) {
            throw new RefusedException(Problems.reason(why));
        }
    }

    private static void link(Path source, Path approot, Path copy) throws IOException, RefusedException {
        if (UploadDirectory.leadsOut(source, approot)) {
            throw new RefusedException("it is a link out of the project");
        }
        Files.createSymbolicLink(copy, Files.readSymbolicLink(source));
    }

    private static long content(Path source, Stat stat, Path copy) throws IOException, RefusedException {
        boolean executable = (stat.mode() & 0100) != 0;
        try (FileChannel in = opened(source);
                FileChannel out = FileChannel.open(
                        copy,
                        Set.of(StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW),
                        PosixFilePermissions.asFileAttribute(
                                PosixFilePermissions.fromString(executable ? "rwx------" : "rw-------")))) {
            return transferred(in, out);
        } catch (RefusedException unreadable) {
            Files.deleteIfExists(copy);
            throw unreadable;
        }
    }

    private static FileChannel opened(Path source) throws RefusedException {
        try {
            return FileChannel.open(source, Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS));
        } catch (IOException why) {
            throw new RefusedException(Problems.reason(why));
        }
    }

    private static long transferred(FileChannel in, FileChannel out) throws IOException, RefusedException {
        ByteBuffer buffer = ByteBuffer.allocate(BUFFER);
        long bytes = 0;
        while (filled(in, buffer.clear())) {
            buffer.flip();
            while (buffer.hasRemaining()) {
                bytes += out.write(buffer);
            }
        }
        return bytes;
    }

    /** Whether there was more; a source that fails is the source's fault, not the target's. */
    private static boolean filled(FileChannel in, ByteBuffer buffer) throws RefusedException {
        try {
            return in.read(buffer) >= 0;
        } catch (IOException why) {
            throw new RefusedException(Problems.reason(why));
        }
    }

    /** One file is not copied; the message says why, as the end of a sentence. */
    private static final class RefusedException extends Exception {
        private static final long serialVersionUID = 1L;

        RefusedException(String why) {
            super(why);
        }
    }
}

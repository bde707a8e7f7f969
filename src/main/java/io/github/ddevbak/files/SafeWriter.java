package io.github.ddevbak.files;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * Writes files below one folder and nowhere else: no link on the way is followed, a link in a file's place is replaced
 * and not written through, and a repository's own folder is not touched. Each file appears whole or not at all.
 */
public final class SafeWriter {
    private static final String BESIDE = ".ddevbak-new";

    private final Path root;

    /** @param root there; a link to it is followed, for it is the user's */
    public SafeWriter(Path root) throws IOException {
        this.root = root.toRealPath();
    }

    /**
     * Writes a file.
     *
     * @param relative to the root, '/'-separated, as the file system's bytes
     * @param mode its permission bits
     * @param modified nanoseconds since 1970; negative for now
     * @throws IOException a sentence's end that says why it is not written
     */
    public void file(byte[] relative, InputStream content, int mode, long modified) throws IOException {
        Path target = place(relative);
        if (Files.isDirectory(target, LinkOption.NOFOLLOW_LINKS)) {
            throw new FileSystemException(target.toString(), null, "a folder is in its place");
        }
        Path beside = target.resolveSibling(BESIDE);
        Files.deleteIfExists(beside);
        try {
            try (OutputStream out =
                    Files.newOutputStream(beside, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                Files.setPosixFilePermissions(beside, permissions(0600));
                content.transferTo(out);
            }
            Files.setPosixFilePermissions(beside, permissions(mode));
            if (modified >= 0) {
                Files.getFileAttributeView(beside, BasicFileAttributeView.class)
                        .setTimes(FileTime.from(modified, TimeUnit.NANOSECONDS), null, null);
            }
            Files.move(beside, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(beside);
        }
    }

    /** Makes a link that leads to something below the root; any other is refused. */
    public void link(byte[] relative, byte[] to) throws IOException {
        if (!inside(relative, to)) {
            throw new FileSystemException(RawPath.of(relative).printable(), null, "it is a link that leads out");
        }
        Path target = place(relative);
        if (Files.isDirectory(target, LinkOption.NOFOLLOW_LINKS)) {
            throw new FileSystemException(target.toString(), null, "a folder is in its place");
        }
        Files.deleteIfExists(target);
        Files.createSymbolicLink(target, Path.of("/").relativize(RawPath.of(to).under(Path.of("/"))));
    }

    public void folder(byte[] relative) throws IOException {
        Path target = place(relative);
        if (!Files.isDirectory(target, LinkOption.NOFOLLOW_LINKS)) {
            Files.createDirectory(target);
        }
    }

    /** Why nothing may be written there, whatever is on the disk; empty where it may. */
    static Optional<String> objection(byte[] relative) {
        try {
            RawPath path = ManifestLine.relative(relative);
            for (String part : path.text().split("/", -1)) {
                if (part.toLowerCase(Locale.ROOT).equals(".git")) {
                    return Optional.of("it lies in a repository's own folder");
                }
            }
            return Optional.empty();
        } catch (MalformedLineException wrong) {
            return Optional.of(wrong.why());
        }
    }

    /** Whether a link leads to something below the root. Only its beginning may lead upwards: what comes after could be a link itself. */
    static boolean inside(byte[] relative, byte[] to) {
        String target = new String(to, StandardCharsets.ISO_8859_1);
        if (target.isEmpty() || target.startsWith("/") || target.indexOf('\0') >= 0) {
            return false;
        }
        int depth = new String(relative, StandardCharsets.ISO_8859_1).split("/+", -1).length - 1;
        boolean down = false;
        for (String part : target.split("/+", -1)) {
            if (part.equals("..")) {
                depth--;
                if (down || depth < 0) {
                    return false;
                }
            } else if (!part.isEmpty() && !part.equals(".")) {
                down = true;
            }
        }
        return true;
    }

    /** Where it goes; the folders on the way are made, and are folders. */
    private Path place(byte[] relative) throws IOException {
        Optional<String> objection = objection(relative);
        if (objection.isPresent()) {
            throw new FileSystemException(RawPath.of(relative).printable(), null, objection.orElseThrow());
        }
        RawPath path;
        try {
            path = ManifestLine.relative(relative);
        } catch (MalformedLineException wrong) {
            throw new FileSystemException(RawPath.of(relative).printable(), null, wrong.why());
        }
        Path target = path.under(root);
        Path way = root;
        for (Path part : root.relativize(target.getParent() == null ? root : target.getParent())) {
            if (part.toString().isEmpty()) {
                continue;
            }
            way = way.resolve(part);
            if (Files.isSymbolicLink(way)) {
                throw new FileSystemException(way.toString(), null, "a link is on the way");
            }
            if (!Files.isDirectory(way, LinkOption.NOFOLLOW_LINKS)) {
                Files.createDirectory(way);
            }
        }
        return target;
    }

    private static Set<PosixFilePermission> permissions(int mode) {
        PosixFilePermission[] bits = {
            PosixFilePermission.OTHERS_EXECUTE,
            PosixFilePermission.OTHERS_WRITE,
            PosixFilePermission.OTHERS_READ,
            PosixFilePermission.GROUP_EXECUTE,
            PosixFilePermission.GROUP_WRITE,
            PosixFilePermission.GROUP_READ,
            PosixFilePermission.OWNER_EXECUTE,
            PosixFilePermission.OWNER_WRITE,
            PosixFilePermission.OWNER_READ
        };
        Set<PosixFilePermission> set = EnumSet.noneOf(PosixFilePermission.class);
        for (int i = 0; i < bits.length; i++) {
            if (((mode >> i) & 1) != 0) {
                set.add(bits[i]);
            }
        }
        return set;
    }
}

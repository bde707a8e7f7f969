package io.github.ddevbak.store;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Keeps what is written for its owner's eyes only, whatever the umask. */
final class FileModes {
    private static final Set<PosixFilePermission> FOLDER = PosixFilePermissions.fromString("rwx------");
    private static final Set<PosixFilePermission> FILE = PosixFilePermissions.fromString("rw-------");

    private FileModes() {}

    /** Makes the folder and its missing parents, 0700; one that is there is left as it is. */
    static void makeFolder(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            return;
        }
        Path parent = folder.getParent();
        if (parent != null) {
            makeFolder(parent);
        }
        try {
            makeNewFolder(folder);
        } catch (FileAlreadyExistsException madeMeanwhile) {
            if (!Files.isDirectory(folder)) {
                throw madeMeanwhile;
            }
        }
    }

    /** Makes one folder that must not be there yet, 0700. */
    static void makeNewFolder(Path folder) throws IOException {
        try {
            Files.createDirectory(folder, PosixFilePermissions.asFileAttribute(FOLDER));
        } catch (UnsupportedOperationException noModesHere) {
            Files.createDirectory(folder);
        }
        restrictFolder(folder);
        Path parent = folder.toAbsolutePath().getParent();
        if (parent != null) {
            Flush.folder(parent);
        }
    }

    /** 0700. */
    static void restrictFolder(Path folder) throws IOException {
        restrict(folder, FOLDER);
    }

    /** 0600, or 0700 where its owner may execute it. */
    static void restrictFile(Path file) throws IOException {
        PosixFileAttributeView view = view(file);
        boolean executable =
                view != null && view.readAttributes().permissions().contains(PosixFilePermission.OWNER_EXECUTE);
        restrict(file, executable ? FOLDER : FILE);
    }

    private static void restrict(Path path, Set<PosixFilePermission> wanted) throws IOException {
        PosixFileAttributeView view = view(path);
        if (view == null || view.readAttributes().permissions().equals(wanted)) {
            return;
        }
        try {
            view.setPermissions(wanted);
        } catch (IOException refused) {
            if (keepsModes(path)) {
                throw refused;
            }
        }
    }

    /** FAT disks and several shares show modes and cannot keep them. */
    private static boolean keepsModes(Path path) throws IOException {
        String type = Files.getFileStore(path).type();
        return !Set.of("vfat", "msdos", "exfat", "fuseblk", "ntfs3", "9p", "drvfs", "vboxsf", "cifs", "smb3", "smbfs")
                .contains(type);
    }

    /** Nothing for a link. Otherwise one that follows: the one that does not opens what it looks at (JDK 17 to 25). */
    private static @Nullable PosixFileAttributeView view(Path path) {
        return Files.isSymbolicLink(path) ? null : Files.getFileAttributeView(path, PosixFileAttributeView.class);
    }
}

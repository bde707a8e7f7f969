package io.github.ddevbak.git;

import io.github.ddevbak.project.Finding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Where a repository keeps the content of files that are in Git LFS; only looked at, git-lfs need not be there.
 *
 * @param folders of objects: the repository's own, then those that it borrows from
 */
record LfsStore(List<Path> folders) {

    LfsStore {
        folders = List.copyOf(folders);
    }

    static LfsStore of(Repository repository) {
        Path commonDir = repository.layout().commonDir();
        List<Path> folders = new ArrayList<>();
        folders.add(storage(repository, commonDir).resolve("objects"));
        // git-lfs looks beside the objects that are borrowed, too (fs.LocalReferenceDirs, git-lfs 3.3).
        for (String borrowed : Alternates.lines(commonDir.resolve("objects"))) {
            folders.add(Path.of(borrowed).resolveSibling("lfs").resolve("objects"));
        }
        return new LfsStore(folders);
    }

    /** That of a repository on this machine which is pushed to. */
    static LfsStore ofRemote(Path gitDir) {
        return new LfsStore(List.of(gitDir.resolve("lfs").resolve("objects")));
    }

    /** Settings in {@code .lfsconfig} do not move it (git-lfs-config(5)). */
    private static Path storage(Repository repository, Path commonDir) {
        try {
            return commonDir.resolve(
                    repository.config().value("lfs", "", "storage").orElse("lfs"));
        } catch (InvalidPathException e) {
            return commonDir.resolve("lfs");
        }
    }

    /** Whether it was ever used. */
    boolean exists() {
        return Files.isDirectory(folders.get(0));
    }

    boolean holds(LfsPointer pointer) {
        return find(pointer).isPresent();
    }

    /** The content, where it is there in its whole length. */
    Optional<Path> find(LfsPointer pointer) {
        for (Path folder : folders) {
            Path file = folder.resolve(LfsPointer.place(pointer.oid()));
            if (hasSize(file, pointer.size())) {
                return Optional.of(file);
            }
        }
        return Optional.empty();
    }

    /** Whether there is a content of this name, of whatever length. */
    boolean names(String oid) {
        return folders.stream().anyMatch(folder -> Files.isRegularFile(folder.resolve(LfsPointer.place(oid))));
    }

    static boolean hasSize(Path file, long size) {
        try {
            return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) && Files.size(file) == size;
        } catch (IOException gone) {
            return false;
        }
    }

    private static Optional<String> name(Path object) {
        String name = String.valueOf(object.getFileName());
        return LfsPointer.OID.matcher(name).matches() ? Optional.of(name) : Optional.empty();
    }

    /**
     * The names of all contents in the repository's own folder.
     *
     * @throws UnansweredException where it cannot be read
     */
    Set<String> own() {
        Set<String> names = new TreeSet<>();
        try {
            for (Path one : GitFolders.entries(folders.get(0))) {
                for (Path two : GitFolders.entries(one)) {
                    GitFolders.entries(two).forEach(object -> name(object).ifPresent(names::add));
                }
            }
        } catch (IOException e) {
            throw new UnansweredException(Finding.error(
                    "code.unreadable",
                    "Cannot read what Git LFS keeps in " + folders.get(0) + ": " + e.getMessage(),
                    "make the folder readable, and look again"));
        }
        return names;
    }
}

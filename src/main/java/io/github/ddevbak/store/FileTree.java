package io.github.ddevbak.store;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Everything below a folder of ours, links not followed. Folders are made 0700 on the way: one that was copied from a
 * project may be closed even to its owner.
 *
 * @param files regular files
 * @param folders each after those below it; the folder itself last
 * @param links symbolic links
 * @param others devices, pipes, sockets
 */
public record FileTree(List<Path> files, List<Path> folders, List<Path> links, List<Path> others) {

    static FileTree of(Path root) throws IOException {
        return of(root, root);
    }

    /** The same without what is below one of the folders; the root itself leaves nothing out. */
    static FileTree of(Path root, Path without) throws IOException {
        FileTree tree = new FileTree(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        tree.add(root, without);
        return tree;
    }

    private void add(Path path, Path without) throws IOException {
        BasicFileAttributes attributes =
                Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        if (attributes.isDirectory()) {
            FileModes.restrictFolder(path);
            for (Path entry : entries(path)) {
                if (!entry.equals(without)) {
                    add(entry, without);
                }
            }
            folders.add(path);
        } else {
            (attributes.isRegularFile() ? files : attributes.isSymbolicLink() ? links : others).add(path);
        }
    }

    /** What is in a folder, sorted. */
    static List<Path> entries(Path folder) throws IOException {
        List<Path> entries = unsorted(folder);
        entries.sort(Comparator.naturalOrder());
        return entries;
    }

    /** The same as the disk gives it. */
    static List<Path> unsorted(Path folder) throws IOException {
        List<Path> entries = new ArrayList<>();
        try (DirectoryStream<Path> open = Files.newDirectoryStream(folder)) {
            open.forEach(entries::add);
        } catch (DirectoryIteratorException broken) {
            throw new IOException(broken.getMessage(), broken);
        }
        return entries;
    }

    /** Removes a file, a link (not what it leads to) or a folder with all that is in it; nothing where it is not there. */
    public static void delete(Path root) throws IOException {
        if (!Files.exists(root, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        if (Files.isDirectory(root, LinkOption.NOFOLLOW_LINKS)) {
            FileModes.restrictFolder(root);
            for (Path entry : entries(root)) {
                delete(entry);
            }
        }
        Files.delete(root);
    }
}

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
record FileTree(List<Path> files, List<Path> folders, List<Path> links, List<Path> others) {

    static FileTree of(Path root) throws IOException {
        FileTree tree = new FileTree(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        tree.add(root);
        return tree;
    }

    private void add(Path path) throws IOException {
        BasicFileAttributes attributes =
                Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        if (attributes.isDirectory()) {
            FileModes.restrictFolder(path);
            for (Path entry : entries(path)) {
                add(entry);
            }
            folders.add(path);
        } else {
            (attributes.isRegularFile() ? files : attributes.isSymbolicLink() ? links : others).add(path);
        }
    }

    /** What is in a folder, sorted. */
    static List<Path> entries(Path folder) throws IOException {
        List<Path> entries = new ArrayList<>();
        try (DirectoryStream<Path> open = Files.newDirectoryStream(folder)) {
            open.forEach(entries::add);
        } catch (DirectoryIteratorException broken) {
            throw new IOException(broken.getMessage(), broken);
        }
        entries.sort(Comparator.naturalOrder());
        return entries;
    }

    /** Removes a file, a link (not what it leads to) or a folder with all that is in it; nothing where it is not there. */
    static void delete(Path root) throws IOException {
        if (!Files.exists(root, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        FileTree tree = of(root);
        for (List<Path> kind : List.of(tree.files, tree.links, tree.others, tree.folders)) {
            for (Path each : kind) {
                Files.delete(each);
            }
        }
    }
}

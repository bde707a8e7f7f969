package io.github.ddevbak.files;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The files of a project that no repository holds: all but what is installed again, and user files, which are a part of their own. */
public final class ProjectTree {
    private static final Set<String> INSTALLED = Set.of("node_modules", "bower_components");

    private final Set<RawPath> without;
    private final List<byte[]> names = new ArrayList<>();
    private final List<String> unreadable = new ArrayList<>();

    private ProjectTree(List<String> without) {
        this.without = new HashSet<>(without.stream().map(RawPath::of).toList());
    }

    /**
     * What was found.
     *
     * @param names relative to the approot, as the file system's bytes
     * @param unreadable folders that could not be listed, safe to print
     */
    public record Found(List<byte[]> names, List<String> unreadable) {
        public Found {
            names = List.copyOf(names);
            unreadable = List.copyOf(unreadable);
        }
    }

    /**
     * Every file and link below the approot. Left out are folders that are repositories, {@code node_modules}, a
     * {@code vendor} beside a {@code composer.json}, and the given folders.
     *
     * @param without folders relative to the approot
     */
    public static Found of(Path approot, List<String> without) {
        ProjectTree tree = new ProjectTree(without);
        tree.walk(RawPath.EMPTY, approot);
        return new Found(tree.names, tree.unreadable);
    }

    private void walk(RawPath path, Path folder) {
        boolean composer = Files.exists(folder.resolve("composer.json"));
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
            for (Path entry : entries) {
                RawPath name = RawPath.of(entry.getFileName());
                RawPath child = path.child(name);
                if (!Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS)) {
                    names.add(child.bytes());
                } else if (!comesAgain(name, composer) && !without.contains(child) && !repository(entry)) {
                    walk(child, entry);
                }
            }
        } catch (IOException | DirectoryIteratorException why) {
            unreadable.add(path.printable().isEmpty() ? "the folder itself" : path.printable());
        }
    }

    private static boolean comesAgain(RawPath name, boolean composer) {
        return INSTALLED.contains(name.text()) || (composer && name.text().equals("vendor"));
    }

    private static boolean repository(Path folder) {
        return Files.exists(folder.resolve(".git"), LinkOption.NOFOLLOW_LINKS);
    }
}

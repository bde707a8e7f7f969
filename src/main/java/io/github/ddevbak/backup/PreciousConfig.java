package io.github.ddevbak.backup;

import io.github.ddevbak.git.PreciousFiles;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;

/** Looks for the configuration that a restore needs where git cannot be asked. */
final class PreciousConfig {
    private static final Set<String> NOT_WALKED =
            Set.of(".git", "node_modules", "vendor", "db_snapshots", "files", "uploads", "fileadmin", "cache");

    /** Folders below the approot that are looked into. */
    private static final int DEPTH = 6;

    private PreciousConfig() {}

    /** Everything below .ddev, and the files of a precious name not too deep in the tree; sorted. */
    static List<String> walk(Path approot) throws IOException {
        List<String> found = new ArrayList<>();
        Files.walkFileTree(approot, Set.of(), DEPTH, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                boolean skip = !folder.equals(approot)
                        && NOT_WALKED.contains(folder.getFileName().toString());
                return skip ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                String path = approot.relativize(file).toString();
                if (PreciousFiles.named(path) && (attributes.isRegularFile() || attributes.isSymbolicLink())) {
                    found.add(path);
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException why) throws IOException {
                if (approot.relativize(file).startsWith(PreciousFiles.DDEV)) {
                    throw why;
                }
                return FileVisitResult.CONTINUE;
            }
        });
        Collections.sort(found);
        return found;
    }
}

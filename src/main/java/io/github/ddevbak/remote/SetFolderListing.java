package io.github.ddevbak.remote;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;

/** Lists the regular files of a set on this machine; links are not followed. */
final class SetFolderListing {
    private SetFolderListing() {}

    /** @throws IOException where the set, or something of it, cannot be looked at */
    static SetListing of(Path set) throws IOException {
        SetListing listing = new SetListing();
        Files.walkFileTree(set, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (attributes.isRegularFile()) {
                    listing.add(set.relativize(file).toString(), attributes.size());
                }
                return FileVisitResult.CONTINUE;
            }
        });
        return listing;
    }
}

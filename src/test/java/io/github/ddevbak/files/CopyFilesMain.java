package io.github.ddevbak.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Copies a project's folder {@code uploads} in a process of its own: approot, target. Says how that ended. */
final class CopyFilesMain {
    private CopyFilesMain() {}

    public static void main(String[] arguments) {
        Path target = Path.of(arguments[1]);
        UserFileCopies copies =
                new UserFileCopies(target, List.of("uploads"), StoredCopies.none(), new Reread(0, false), () -> false);
        try {
            FilesManifest.write(Path.of(arguments[0]), List.of("uploads"), target, copies, () -> false);
            System.out.println("copied " + copies.copied().files());
        } catch (IOException ended) {
            System.out.println("ended: "
                    + copies.failure().map(UserFileCopies::reason).orElse("for another reason")
                    + (Files.exists(target.resolve(FilesManifest.CHECKSUMS)) ? ", with a manifest" : ""));
        }
    }
}

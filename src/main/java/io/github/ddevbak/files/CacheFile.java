package io.github.ddevbak.files;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * Where the hashes of one project are kept.
 *
 * @param folder of all projects' caches
 * @param approot the SHA-256 of the project's folder's path in hexadecimal digits
 */
record CacheFile(Path folder, String approot) {
    private static final String BESIDE = ".partial";

    /** Digits of the digest in the name. */
    private static final int NAME = 32;

    static CacheFile of(Path folder, Path approot) {
        byte[] path = approot.toUri().getRawPath().getBytes(StandardCharsets.UTF_8);
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(path);
            return new CacheFile(folder, HexFormat.of().formatHex(digest));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }

    /** What was kept; null where there is none that can be used. */
    @Nullable
    CacheReader reader() {
        try {
            CacheReader reader = CacheReader.open(file());
            if (reader.header().approot().equals(approot)) {
                return reader;
            }
            reader.close();
            return null;
        } catch (IOException unusable) {
            return null;
        }
    }

    /** Takes what is to be kept; null where nothing can be. */
    @Nullable
    CacheWriter writer() {
        try {
            OwnerOnly.directories(folder);
            sweep();
            String own = name() + "." + ProcessHandle.current().pid() + BESIDE;
            return CacheWriter.open(file(), folder.resolve(own));
        } catch (IOException noRoom) {
            return null;
        }
    }

    /** Removes what killed runs left half written. */
    private void sweep() throws IOException {
        try (DirectoryStream<Path> left = Files.newDirectoryStream(folder, name() + ".*" + BESIDE)) {
            for (Path path : left) {
                String pid = path.getFileName().toString().split("\\.", 3)[1];
                if (!pid.matches("[0-9]{1,18}")
                        || ProcessHandle.of(Long.parseLong(pid)).isEmpty()) {
                    Files.deleteIfExists(path);
                }
            }
        }
    }

    private Path file() {
        return folder.resolve(name());
    }

    private String name() {
        return approot.substring(0, NAME);
    }
}

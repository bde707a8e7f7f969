package io.github.ddevbak.store;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** The size and SHA-256 of some bytes, as {@code sha256sum} prints it. */
public record Sha256(long size, String hex) {
    private static final Pattern FORM = Pattern.compile("[0-9a-f]{64}");
    private static final int BUFFER = 128 << 10;

    /** Each thread uses its own again: a new one for each of many small files costs more than reading them. */
    private static final ThreadLocal<byte[]> BUFFERS = ThreadLocal.withInitial(() -> new byte[BUFFER]);

    /** Reads the file to its end. A stream and not a channel, which an interrupt would close. */
    static Sha256 of(Path file) throws IOException {
        try (InputStream in = new FileInputStream(file.toFile())) {
            return of(in);
        }
    }

    /** Reads the stream to its end. */
    public static Sha256 of(InputStream in) throws IOException {
        MessageDigest digest = digest();
        long size = 0;
        byte[] buffer = BUFFERS.get();
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
            digest.update(buffer, 0, read);
            size += read;
        }
        return new Sha256(size, HexFormat.of().formatHex(digest.digest()));
    }

    static Sha256 of(byte[] content) {
        return new Sha256(content.length, HexFormat.of().formatHex(digest().digest(content)));
    }

    static boolean form(String hex) {
        return FORM.matcher(hex).matches();
    }

    /** A new digest, for bytes that are hashed while something else reads them. */
    public static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}

package io.github.ddevbak.recovery;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/** Reads a file of which nothing is known but its checksum, with a buffer that each thread uses again. */
final class HashedContent implements ContentProof {
    private static final int BUFFER = 128 << 10;
    private static final ThreadLocal<byte[]> BUFFERS = ThreadLocal.withInitial(() -> new byte[BUFFER]);

    @Override
    public Seen read(InputStream in) throws IOException {
        MessageDigest digest = sha256();
        byte[] buffer = BUFFERS.get();
        long bytes = 0;
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
            digest.update(buffer, 0, read);
            bytes += read;
        }
        return new Seen(bytes, HexFormat.of().formatHex(digest.digest()), bytes, Optional.empty());
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}

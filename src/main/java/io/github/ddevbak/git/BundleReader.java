package io.github.ddevbak.git;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Optional;

/**
 * Reads a bundle to its end without git: its header, and its pack against the sum that the pack ends in (gitformat-bundle(5)
 * and gitformat-pack(5), versions 2 and 3).
 */
public final class BundleReader {
    private static final int LONGEST_LINE = 1 << 16;
    private static final int BUFFER = 64 << 10;

    private final InputStream in;
    private int refs;
    private int prerequisites;
    private boolean sha256;

    private BundleReader(InputStream in) {
        this.in = in;
    }

    /**
     * What a bundle was seen to be.
     *
     * @param refs it brings
     * @param prerequisites commits that whoever takes it must have
     * @param sha256 whether its objects are named by SHA-256
     * @param objection why this cannot be a whole bundle; empty where nothing speaks against it
     */
    public record Read(int refs, int prerequisites, boolean sha256, Optional<String> objection) {}

    /**
     * Reads to the end; damage is an objection.
     *
     * @throws IOException where the bytes cannot be read
     */
    public static Read read(InputStream file) throws IOException {
        InputStream buffered = new BufferedInputStream(file, BUFFER);
        BundleReader reader = new BundleReader(buffered);
        Optional<String> objection = reader.header();
        if (objection.isEmpty()) {
            objection = reader.pack();
        }
        buffered.transferTo(OutputStream.nullOutputStream());
        return new Read(reader.refs, reader.prerequisites, reader.sha256, objection);
    }

    private Optional<String> header() throws IOException {
        String first = line();
        if (!first.equals("# v2 git bundle") && !first.equals("# v3 git bundle")) {
            return Optional.of("it does not begin like a bundle of git");
        }
        for (String line = line(); !line.isEmpty(); line = line()) {
            if (line.startsWith("@")) {
                sha256 |= line.equals("@object-format=sha256");
            } else if (line.matches("-[0-9a-f]{40,64}( .*)?")) {
                prerequisites++;
            } else if (line.matches("[0-9a-f]{40,64} .+")) {
                refs++;
            } else {
                return Optional.of("its header holds a line that is none of a bundle's");
            }
        }
        return refs == 0 ? Optional.of("it brings no ref") : Optional.empty();
    }

    /** Each byte of the line as one character; empty at the end. */
    private String line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream(128);
        for (int next = in.read(); next >= 0 && next != '\n' && line.size() < LONGEST_LINE; next = in.read()) {
            line.write(next);
        }
        return line.toString(StandardCharsets.ISO_8859_1);
    }

    private Optional<String> pack() throws IOException {
        MessageDigest digest = digest(sha256 ? "SHA-256" : "SHA-1");
        int sum = digest.getDigestLength();
        byte[] start = in.readNBytes(4);
        if (!new String(start, StandardCharsets.ISO_8859_1).equals("PACK")) {
            return Optional.of("its pack is not where its header ends");
        }
        digest.update(start);
        byte[] buffer = new byte[BUFFER + sum];
        int kept = 0;
        for (int read = in.read(buffer, kept, BUFFER); read >= 0; read = in.read(buffer, kept, BUFFER)) {
            int all = kept + read;
            int over = Math.max(0, all - sum);
            digest.update(buffer, 0, over);
            System.arraycopy(buffer, over, buffer, 0, all - over);
            kept = all - over;
        }
        boolean right = kept == sum && Arrays.equals(Arrays.copyOf(buffer, sum), digest.digest());
        return right ? Optional.empty() : Optional.of("its pack is not whole: its sum is another");
    }

    private static MessageDigest digest(String name) {
        try {
            return MessageDigest.getInstance(name);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has " + name, e);
        }
    }
}

package io.github.ddevbak.store;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;

/** The text of {@code MANIFEST.sha256}, in the form of GNU {@code sha256sum} (coreutils 9), sorted by the paths' bytes. */
final class Manifest {
    static final String NAME = "MANIFEST.sha256";

    private static final Comparator<String> BY_BYTES =
            Comparator.comparing(path -> path.getBytes(StandardCharsets.UTF_8), Arrays::compareUnsigned);

    private final Map<String, String> hashes = new TreeMap<>(BY_BYTES);

    void add(String path, String sha256) {
        hashes.put(path, sha256);
    }

    /** Lines that are not kept here, of paths that all begin with the same words. */
    @FunctionalInterface
    interface Block {
        void writeTo(OutputStream out) throws IOException;
    }

    /**
     * Writes all lines in the order of their paths.
     *
     * @param prefix what the paths of the block, and no others, begin with
     */
    void writeTo(OutputStream out, String prefix, Block block) throws IOException {
        boolean written = false;
        for (Map.Entry<String, String> each : hashes.entrySet()) {
            if (!written && BY_BYTES.compare(each.getKey(), prefix) > 0) {
                block.writeTo(out);
                written = true;
            }
            out.write(line(each.getKey(), each.getValue()));
        }
        if (!written) {
            block.writeTo(out);
        }
    }

    private static byte[] line(String path, String sha256) {
        String escaped = escaped(path);
        String line = (escaped.equals(path) ? "" : "\\") + sha256 + "  " + escaped + "\n";
        return line.getBytes(StandardCharsets.UTF_8);
    }

    private static String escaped(String path) {
        return path.replace("\\", "\\\\").replace("\n", "\\n").replace("\r", "\\r");
    }
}

package io.github.ddevbak.store;

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

    byte[] content() {
        StringBuilder text = new StringBuilder();
        hashes.forEach((path, sha256) -> {
            String escaped = escaped(path);
            text.append(escaped.equals(path) ? "" : "\\");
            text.append(sha256).append("  ").append(escaped).append('\n');
        });
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String escaped(String path) {
        return path.replace("\\", "\\\\").replace("\n", "\\n").replace("\r", "\\r");
    }
}

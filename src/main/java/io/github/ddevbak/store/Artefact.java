package io.github.ddevbak.store;

import io.github.ddevbak.project.Part;

/**
 * One file of a set.
 *
 * @param path relative to the set, {@code /}-separated
 * @param part which part it belongs to
 * @param size in bytes
 * @param sha256 64 lower-case hexadecimal digits
 */
public record Artefact(String path, Part part, long size, String sha256) {
    public Artefact {
        RelativePath.inside(path);
        if (size < 0) {
            throw new IllegalArgumentException("a file has no negative size: " + size);
        }
        if (!Sha256.form(sha256)) {
            throw new IllegalArgumentException("not a SHA-256 of " + path);
        }
    }
}

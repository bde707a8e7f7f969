package io.github.ddevbak.settings;

import java.util.List;

/**
 * Where copies of sets go off the machine.
 *
 * @param afterAll whether {@code all} copies what it made
 * @param repositories each a destination of its own
 */
public record CopySettings(boolean afterAll, List<Repository> repositories) {

    /** No copies. */
    public static final CopySettings NONE = new CopySettings(false, List.of());

    public CopySettings {
        repositories = List.copyOf(repositories);
    }
}

package io.github.ddevbak.settings;

import java.nio.file.Path;

/** Which configuration file is meant: that of the machine, or a project's own. */
public enum SettingsScope {
    MACHINE,
    PROJECT;

    private static final Path PROJECTS = Path.of(".ddev", "ddevbak.yaml");

    /** A project's own file. */
    public static Path projectFile(Path approot) {
        return approot.resolve(PROJECTS);
    }

    /** What a file is by its place: a project's own where it is a {@code .ddev/ddevbak.yaml}. */
    public static SettingsScope of(Path file) {
        return file.toAbsolutePath().normalize().endsWith(PROJECTS) ? PROJECT : MACHINE;
    }
}

package io.github.ddevbak.cli;

/** The version as the build put it into the jar. */
public final class Version {
    private Version() {}

    public static String text() {
        String version = Version.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }

    /** With the program's name, as {@code --version} tells it. */
    static String sentence() {
        return "ddevbak " + text();
    }
}

package io.github.ddevbak;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** Scripts that stand where a Java would, and print what they are given instead of running it. */
final class FakeJava {
    private static final String SCRIPT = """
            #!/bin/sh
            if [ "$1" = -version ]; then
                : >"$0.asked"
                %s
                exit
            fi
            echo "LC_ALL=${LC_ALL-unset}"
            printf '%%s\\n' "$0" "$@"
            """;

    private FakeJava() {}

    /** A home whose {@code release} file and {@code -version} both name the version; returns bin/java. */
    static Path installed(Path home, String version) throws IOException {
        Path java = silent(home, version);
        Files.writeString(
                home.resolve("release"), "IMPLEMENTOR=\"Nobody\"\nJAVA_VERSION=\"" + version + "\"\nLIBC=\"gnu\"\n");
        return java;
    }

    /** A home without a {@code release} file, as version managers have it; returns bin/java. */
    static Path silent(Path home, String version) throws IOException {
        return script(home, "printf 'Picked up X\\nopenjdk version \"" + version + "\" 2025-04-15\\n' >&2");
    }

    /** A program that says nothing of its version, as the stub of a macOS without Java. */
    static Path broken(Path home) throws IOException {
        return script(home, "exit 1");
    }

    static boolean wasAsked(Path java) {
        return Files.exists(java.resolveSibling(java.getFileName() + ".asked"));
    }

    /** A script that is another program: a link that leads out of a test's folder makes JUnit complain. */
    static Path passOn(Path script, Path program) {
        try {
            return executable(script, "#!/bin/sh\nexec " + program + " \"$@\"\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path script(Path home, String answer) throws IOException {
        return executable(Files.createDirectories(home.resolve("bin")).resolve("java"), SCRIPT.formatted(answer));
    }

    private static Path executable(Path file, String text) throws IOException {
        Files.writeString(file, text);
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}

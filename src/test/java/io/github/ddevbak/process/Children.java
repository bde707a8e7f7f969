package io.github.ddevbak.process;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** How tests start {@link ChildMain}, and how they see that one has ended. */
final class Children {
    static final Map<String, String> ENVIRONMENT = Map.of("PATH", "/usr/bin:/bin");

    private Children() {}

    static List<String> command(String... words) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                classes().toString(),
                ChildMain.class.getName()));
        command.addAll(List.of(words));
        return command;
    }

    static Invocation call(String... words) {
        return Invocation.of(command(words)).within(Duration.ofMinutes(1));
    }

    static SystemProcessRunner runner() {
        return runner(new Cancellation());
    }

    static SystemProcessRunner runner(Cancellation cancellation) {
        return new SystemProcessRunner(cancellation, ENVIRONMENT, Patience.USUAL);
    }

    /** A runner that insists soon, for children that do not listen. */
    static SystemProcessRunner impatient(Cancellation cancellation) {
        return new SystemProcessRunner(
                cancellation, ENVIRONMENT, new Patience(Duration.ofMillis(200), Duration.ofSeconds(2)));
    }

    /** Waits until nobody holds the file any more; true where its holder was killed, false where it lived to its end. */
    static boolean holderWasKilled(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
                FileLock lock = channel.lock()) {
            return lock.isValid() && Files.notExists(survived(file));
        }
    }

    static Path survived(Path file) {
        return file.resolveSibling(file.getFileName() + ".survived");
    }

    static Path executable(Path file) throws IOException {
        return Files.createFile(
                file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    }

    /** A script that is another program: a link that leads out of a test's folder makes JUnit complain. */
    static Path passOn(Path script, String program) throws IOException {
        return Files.writeString(executable(script), "#!/bin/sh\nexec " + program + " \"$@\"\n");
    }

    private static Path classes() {
        try {
            return Path.of(ChildMain.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}

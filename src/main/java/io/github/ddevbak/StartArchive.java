package io.github.ddevbak;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * The file from which Java takes our classes ready-made (class-data sharing), bound to one program and one Java. Java
 * itself passes over one that does not fit; then a new one is made after the run, in the background.
 *
 * @param file where the launcher looks for it
 * @param program the packaged program
 * @param javaHome the Java that runs it
 * @param machine that Java's own words for its version
 */
record StartArchive(Path file, Path program, Path javaHome, String machine) {
    /** The launcher's word for where the archive is, or shall be; empty where there is no place for one. */
    static final String PLACE = "ddevbak.archive";

    /** Asks a Java that was started by another to make the archive, and to do nothing else. */
    static final String MAKING = "ddevbak.archive.making";

    private static final FileAttribute<?> OWNER_ONLY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

    /** One that could not be made, or is of no use here, is not made over and over. */
    private static final Duration PAUSE = Duration.ofDays(1);

    /** As the properties say; a property that is missing is an empty text. */
    static StartArchive of(String file, UnaryOperator<String> property) {
        return new StartArchive(
                Path.of(file),
                Path.of(property.apply("ddevbak.program")),
                Path.of(property.apply("java.home")),
                property.apply("java.vm.version"));
    }

    /** What starts one. */
    @FunctionalInterface
    interface Starter {
        void start(List<String> command) throws IOException;
    }

    /**
     * Has one made, for the last was not taken: once a day at most; where that is not possible, the next start is slow.
     */
    void renew(Instant now, Starter starter) {
        try {
            if (!triedSince(now.minus(PAUSE))) {
                Files.createDirectories(folder(), OWNER_ONLY);
                Files.writeString(note(file), note());
                starter.start(making());
            }
        } catch (IOException noPlaceForIt) {
            // A home that cannot be written: every start is as this one was.
        }
    }

    /** Whether the launcher takes it for commands that are soon over; the others have one of their own. */
    boolean ofShortCommands() {
        return String.valueOf(file.getFileName()).startsWith("quick-");
    }

    Path folder() {
        Path folder = file.getParent();
        if (folder == null) {
            throw new IllegalArgumentException("not a file in a folder: " + file);
        }
        return folder;
    }

    Path java() {
        return javaHome.resolve("bin/java");
    }

    /** What the archive beside it was made for: the program's path first. */
    static Path note(Path archive) {
        return archive.resolveSibling(archive.getFileName() + ".for");
    }

    private List<String> making() {
        return List.of(
                java().toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:-UsePerfData",
                // The launcher gives it with the archive: a Java that does not know it ends here, and makes none.
                "-XX:+UnlockDiagnosticVMOptions",
                "-XX:ArchiveRelocationMode=0",
                "-Xmx64m",
                "-Dfile.encoding=UTF-8",
                "-Dddevbak.program=" + program,
                "-D" + MAKING + "=" + file,
                "-jar",
                program.toString());
    }

    private boolean triedSince(Instant earliest) throws IOException {
        Path note = note(file);
        return Files.exists(note)
                && Files.getLastModifiedTime(note).compareTo(FileTime.from(earliest)) > 0
                && new String(Files.readAllBytes(note), StandardCharsets.UTF_8).equals(note());
    }

    private String note() throws IOException {
        return String.join(
                "\n",
                program.toString(),
                Files.size(program) + " bytes of " + Files.getLastModifiedTime(program),
                javaHome + ", " + machine,
                "");
    }
}

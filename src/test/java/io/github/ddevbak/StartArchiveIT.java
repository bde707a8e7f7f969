package io.github.ddevbak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The ready-made classes of the packaged program: made by the maker itself, so that no test waits for a background. */
class StartArchiveIT {
    private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin/java");
    private static final String SHOW = "-Xlog:class+load:file=%s";

    @TempDir
    private Path folder;

    private Path cache() {
        return folder.resolve("cache/ddevbak");
    }

    private PackagedProgram program(Map<String, String> more) throws IOException {
        Map<String, String> environment = new HashMap<>(Map.of(
                "HOME",
                Files.createDirectories(folder.resolve("home")).toString(),
                "XDG_CACHE_HOME",
                folder.resolve("cache").toString(),
                "XDG_DATA_HOME",
                "",
                "XDG_STATE_HOME",
                "",
                "XDG_CONFIG_HOME",
                "",
                "JAVA_HOME",
                System.getProperty("java.home")));
        environment.putAll(more);
        return new PackagedProgram(folder, environment);
    }

    /** Runs the maker as the program itself starts it, and waits for its end. */
    private Path made() throws IOException, InterruptedException {
        Path program = Path.of(System.getProperty("ddevbak.program"));
        Path archive = cache().resolve("quick-" + release() + program.toString().replace('/', '+') + ".jsa");
        Files.createDirectories(cache());
        PackagedProgram.Ended ended = program(Map.of())
                .start(List.of(
                        JAVA.toString(),
                        "-Dddevbak.program=" + program,
                        "-Dddevbak.archive.making=" + archive,
                        "-jar",
                        program.toString()))
                .end();
        assertThat(ended.code()).as(ended.err()).isZero();
        return archive;
    }

    private static String release() throws IOException {
        return Files.readAllLines(JAVA.resolve("../../release").normalize()).stream()
                .filter(line -> line.startsWith("JAVA_VERSION="))
                .map(line -> line.substring(14).replace("\"", ""))
                .findFirst()
                .orElseThrow();
    }

    private String list() throws IOException, InterruptedException {
        Path seen = folder.resolve("seen");
        PackagedProgram.Ended ended =
                program(Map.of("DDEVBAK_JAVA_OPTS", SHOW.formatted(seen))).run("list");
        assertThat(ended.code()).as(ended.err()).isZero();
        assertThat(ended.out()).isEmpty();
        assertThat(ended.err()).startsWith("No sets in ").hasLineCount(1);
        return Files.readString(seen);
    }

    private static boolean ready(String seen) {
        return seen.lines()
                .filter(line -> line.contains("io.github.ddevbak.cli.ListCommand "))
                .anyMatch(line -> line.contains("shared objects file"));
    }

    @Test
    void aSecondStartTakesItsClassesFromTheArchive() throws IOException, InterruptedException {
        assumeThat(JAVA.resolve("../../release").normalize()).exists();
        made();

        assertThat(ready(list())).isTrue();
        try (Stream<Path> left = Files.list(cache())) {
            assertThat(left.map(file -> String.valueOf(file.getFileName()))).allMatch(name -> name.endsWith(".jsa"));
        }
    }

    @Test
    void anArchiveThatIsCutShortIsPassedOverWithoutAWord() throws IOException, InterruptedException {
        assumeThat(JAVA.resolve("../../release").normalize()).exists();
        Path archive = made();
        byte[] half = Files.readAllBytes(archive);
        Files.delete(archive);
        Files.write(archive, Arrays.copyOf(half, half.length / 2));
        // Nothing can be noted, so nothing is begun in the background.
        Files.createDirectory(StartArchive.note(archive));

        PackagedProgram.Ended ended = program(Map.of()).run("list", "--help");

        assertThat(ended.code()).isZero();
        assertThat(ended.err()).isEmpty();
        assertThat(ended.out()).contains("ddevbak list");
    }

    @Test
    void aForeignFileIsHarmlessWhereNothingCanBeNoted() throws IOException, InterruptedException {
        assumeThat(JAVA.resolve("../../release").normalize()).exists();
        Path program = Path.of(System.getProperty("ddevbak.program"));
        Files.createDirectories(cache());
        Path archive = cache().resolve("quick-" + release() + program.toString().replace('/', '+') + ".jsa");
        Files.write(archive, new byte[5000], StandardOpenOption.CREATE_NEW);
        // Nothing can be noted, so nothing is begun in the background.
        Files.createDirectory(StartArchive.note(archive));

        assertThat(ready(list())).isFalse();
    }
}

package io.github.ddevbak;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StartArchiveTest {
    private static final Instant NOW = Instant.parse("2026-11-01T12:00:00Z");

    private final List<List<String>> started = new ArrayList<>();

    @TempDir
    private Path folder;

    private Path file;
    private Path program;

    @BeforeEach
    void aProgram() throws IOException {
        file = folder.resolve("cache/start.jsa");
        program = Files.writeString(folder.resolve("program"), "program");
    }

    private StartArchive archive() {
        Map<String, String> properties = Map.of(
                "ddevbak.program", program.toString(), "java.home", folder.toString(), "java.vm.version", "17.0.1");
        return StartArchive.of(file.toString(), name -> properties.getOrDefault(name, ""));
    }

    private void renew(Instant now) throws IOException {
        archive().renew(now, started::add);
        if (Files.exists(StartArchive.note(file))) {
            Files.setLastModifiedTime(StartArchive.note(file), FileTime.from(NOW));
        }
    }

    @Test
    void oneThatIsNotThereIsMade() throws IOException {
        renew(NOW);

        assertThat(started).hasSize(1);
        assertThat(started.get(0))
                .startsWith(folder.resolve("bin/java").toString())
                .contains("-D" + StartArchive.MAKING + "=" + file)
                .endsWith("-jar", program.toString());
    }

    @Test
    void oneThatJavaPassedOverIsMadeAnewOnceADayAtMost() throws IOException {
        Files.createDirectories(file.getParent());
        Files.createFile(file);

        renew(NOW);
        renew(NOW.plus(Duration.ofHours(23)));
        assertThat(started).hasSize(1);

        renew(NOW.plus(Duration.ofHours(25)));
        assertThat(started).hasSize(2);
    }

    @Test
    void anotherProgramInTheSamePlaceIsNotKeptWaiting() throws IOException {
        renew(NOW);
        Files.writeString(program, "a newer program");

        renew(NOW);

        assertThat(started).hasSize(2);
    }

    @Test
    void whereNothingCanBeWrittenNothingHappens() throws IOException {
        Files.writeString(folder.resolve("cache"), "a file in the way");

        renew(NOW);

        assertThat(started).isEmpty();
    }

    @Test
    void aProgramThatIsGoneIsNoFailure() throws IOException {
        Files.delete(program);

        renew(NOW);

        assertThat(started).isEmpty();
    }
}

package io.github.ddevbak.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProgramsTest {
    @TempDir
    private Path folder;

    private Path first;
    private Path second;
    private Programs programs;

    @BeforeEach
    void twoFoldersAreOnThePath() throws IOException {
        first = Files.createDirectory(folder.resolve("first"));
        second = Files.createDirectory(folder.resolve("second"));
        programs = new Programs(Map.of("PATH", "relative::" + folder + "/gone:" + first + ":" + second));
    }

    @Test
    void theFirstOfThePathIsFound() throws IOException {
        Path wanted = Children.executable(first.resolve("ddev"));
        Children.executable(second.resolve("ddev"));

        assertThat(programs.find("ddev")).contains(wanted);
    }

    @Test
    void aFileThatMayNotBeRunIsPassedOver() throws IOException {
        Files.createFile(first.resolve("ddev"));
        Path wanted = Children.executable(second.resolve("ddev"));

        assertThat(programs.find("ddev")).contains(wanted);
    }

    @Test
    void aFolderOfThatNameIsPassedOver() throws IOException {
        Files.createDirectory(first.resolve("ddev"));
        Path wanted = Children.executable(second.resolve("ddev"));

        assertThat(programs.find("ddev")).contains(wanted);
    }

    @Test
    void whatIsNowhereIsNotFound() {
        assertThat(programs.find("ddev")).isEmpty();
    }

    @Test
    void aNameWithASlashIsTakenAsItIs() throws IOException {
        Path wanted = Children.executable(folder.resolve("ddev"));

        assertThat(programs.find(wanted.toString())).contains(wanted);
        assertThat(programs.find(folder + "/absent")).isEmpty();
    }

    @Test
    void theCurrentFolderIsNeverSearched() {
        assertThat(new Programs(Map.of("PATH", ":.:src/main/launcher/..:")).find("mvnw"))
                .isEmpty();
    }

    @Test
    void namesThatAreNoFileNamesAreNotFound() {
        assertThat(programs.find("")).isEmpty();
        assertThat(programs.find("a\0b")).isEmpty();
    }

    @Test
    void withoutAPathTheSystemsFoldersAreSearched() {
        assertThat(new Programs(Map.of()).find("sh")).isPresent();
    }
}

package io.github.ddevbak;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged program on a machine without ddev, as a user may misuse it. */
class CommandLineIT {
    @TempDir
    Path folder;

    private PackagedProgram program = new PackagedProgram(Path.of(""), Map.of());

    @BeforeEach
    void emptyHome() throws IOException {
        Path home = Files.createDirectory(folder.resolve("home"));
        program = new PackagedProgram(
                folder,
                Map.of(
                        "HOME", home.toString(),
                        "PATH", "/usr/bin:/bin",
                        "XDG_DATA_HOME", "",
                        "XDG_STATE_HOME", "",
                        "XDG_CONFIG_HOME", "",
                        "JAVA_HOME", System.getProperty("java.home")));
    }

    @Test
    void theVersionIsTold() throws IOException, InterruptedException {
        assertThat(program.run("--version"))
                .returns(0, PackagedProgram.Ended::code)
                .satisfies(ended -> assertThat(ended.out()).startsWith("ddevbak "));
    }

    @Test
    void theHelpNamesEveryCommand() throws IOException, InterruptedException {
        assertThat(program.run("--help").out())
                .contains("all", "snapshot", "export-db", "git-check", "files-manifest", "list", "doctor", "demo");
    }

    @Test
    void anUnknownCommandIsAUsageErrorWithASuggestion() throws IOException, InterruptedException {
        PackagedProgram.Ended ended = program.run("snapshto");

        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.out()).isEmpty();
        assertThat(ended.err()).contains("snapshto").contains("did you mean").contains("snapshot");
    }

    @Test
    void withoutDdevAllEndsWithTen() throws IOException, InterruptedException {
        PackagedProgram.Ended ended = program.run("all");

        assertThat(ended.code()).as(ended.err()).isEqualTo(10);
        assertThat(ended.err() + ended.out()).contains("ddev is not installed");
    }

    @Test
    void withJsonAFailureIsOneDocumentToo() throws IOException, InterruptedException {
        PackagedProgram.Ended ended = program.run("--json", "all", "--only", "everything");

        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.out()).startsWith("{").contains("\"schema\": \"ddevbak/error/1\"", "\"exitCode\": 2");
    }

    @Test
    void aFullStandardOutputIsNoSuccess() throws IOException, InterruptedException {
        PackagedProgram.Ended ended = program.start(java.util.List.of(
                        "sh", "-c", "\"$1\" list --json > /dev/full", "sh", System.getProperty("ddevbak.program")))
                .end();

        assertThat(ended.code()).isEqualTo(1);
    }

    @Test
    void aMissingJavaIsToldPlainly() throws IOException, InterruptedException {
        Path bin = Files.createDirectory(folder.resolve("bin"));
        for (String tool : java.util.List.of("sh", "dirname", "readlink", "uname", "sed", "ls")) {
            for (String place : java.util.List.of("/usr/bin/", "/bin/")) {
                if (Files.exists(Path.of(place + tool)) && !Files.exists(bin.resolve(tool))) {
                    Files.createSymbolicLink(bin.resolve(tool), Path.of(place + tool));
                }
            }
        }
        PackagedProgram bare = new PackagedProgram(folder, Map.of("PATH", bin.toString(), "JAVA_HOME", ""));

        PackagedProgram.Ended ended = bare.run("list");

        assertThat(ended.code()).isEqualTo(10);
        assertThat(ended.err()).contains("Java 17");
    }
}

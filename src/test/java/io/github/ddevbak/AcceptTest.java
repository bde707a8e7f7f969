package io.github.ddevbak;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.ddevbak.demo.RecordedWorld;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AcceptTest {
    private static final String THROW_AWAY = "accept:\n- finding: code.no-repository\n  because: it is a \"toy\"\n";

    @TempDir
    Path folder;

    Optional<RecordedWorld> world = Optional.empty();

    @BeforeEach
    void makeAProjectThatIsInNoRepository() throws IOException {
        world = Optional.of(new RecordedWorld(folder.resolve("home"), "shop"));
    }

    private void settings(String text) throws IOException {
        Path approot = world.orElseThrow().approot("shop");
        Files.writeString(Files.createDirectories(approot.resolve(".ddev")).resolve("ddevbak.yaml"), text);
    }

    private InProcess run(String... words) {
        return InProcess.withGit(
                world.orElseThrow().again(),
                Stream.concat(
                                Stream.of(words),
                                Stream.of("--dest", folder.resolve("sets").toString()))
                        .toList());
    }

    @Test
    void aLossThatNobodyAcceptedIsThree() {
        InProcess told = run("git-check", "shop");

        assertThat(told.exit()).isEqualTo(3);
        assertThat(told.out()).startsWith("shop  not-recoverable\n").doesNotContain("Accepted");
    }

    @Test
    void anAcceptedLossIsShownWithItsReasonAndNotCounted() throws IOException {
        settings(THROW_AWAY);

        InProcess told = run("git-check", "shop");

        assertThat(told.exit()).isZero();
        assertThat(told.out()).startsWith("Accepted\n  shop: ").endsWith("Because: it is a \"toy\"\n");
    }

    @Test
    void theJsonDocumentSaysWhatWasAcceptedAndWhy() throws IOException {
        settings(THROW_AWAY);

        JsonNode project = new ObjectMapper()
                .readTree(run("git-check", "shop", "--json").out())
                .path("projects")
                .path(0);

        assertThat(project.path("verdict").textValue()).isEqualTo("recoverable");
        assertThat(project.findValues("accepted"))
                .extracting(JsonNode::textValue)
                .containsExactly("it is a \"toy\"");
    }

    @Test
    void quietSaysNothingOfAProjectWhoseLossesAreAccepted() throws IOException {
        settings(THROW_AWAY);

        assertThat(run("git-check", "shop", "--quiet").out()).isEmpty();
    }

    @Test
    void allCountsItNeitherAndTheSetRemembersIt() throws IOException {
        settings(THROW_AWAY);

        InProcess told = run("all", "shop", "--only", "code");

        assertThat(told.exit()).isZero();
        assertThat(told.out()).contains("1 accepted below", "\nAccepted\n", "Because: it is a \"toy\"");
        try (Stream<Path> sets = Files.walk(folder.resolve("sets/projects/shop"))) {
            Path set =
                    sets.filter(file -> file.endsWith("set.json")).findFirst().orElseThrow();
            assertThat(Files.readString(set)).contains("\"accepted\": \"it is a \\\"toy\\\"\"");
        }
        assertThat(run("list", "shop").exit()).isZero();
    }

    @Test
    void aSettingsFileThatIsBrokenIsWrongUsageAndStillTheLossIsTold() throws IOException {
        settings("accept: [{finding: code.no-repositry, because: x}]\n");

        InProcess told = run("git-check", "shop");

        assertThat(told.exit()).isEqualTo(2);
        assertThat(told.out())
                .contains(
                        "not-recoverable",
                        "ddevbak.yaml line 1 accepts 'code.no-repositry'",
                        "did you mean code.no-repository");
    }

    @Test
    void whatIsAcceptedOfTheUserFilesIsToldAsSuchByTheManifest() throws IOException {
        Path approot = world.orElseThrow().approot("shop");
        Files.writeString(
                approot.resolve(".ddev/config.yaml"),
                Files.readString(approot.resolve(".ddev/config.yaml")) + "upload_dirs: [../../../elsewhere]\n");
        InProcess counted = run("files-manifest", "shop");
        assertThat(counted.exit()).isEqualTo(3);
        assertThat(counted.err()).contains("ddevbak: loss: ");

        settings("accept: [{finding: files.outside-project, because: it is on the NAS}]\n");

        InProcess told = run("files-manifest", "shop");

        assertThat(told.exit()).isZero();
        assertThat(told.err())
                .contains("ddevbak: accepted: ", "Because: it is on the NAS")
                .doesNotContain("ddevbak: loss: ");
    }
}

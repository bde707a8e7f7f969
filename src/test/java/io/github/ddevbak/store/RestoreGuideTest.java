package io.github.ddevbak.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.ddevbak.project.Shell;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RestoreGuideTest {
    private static final Path GOLDEN = Path.of("src/test/resources/golden/restore-guide");

    @TempDir
    Path folder;

    /** {@code -Dgolden.write=true} writes what is told now, to be looked at in the diff. */
    @ParameterizedTest
    @MethodSource("io.github.ddevbak.store.GuideSamples#names")
    void theGuideOfASetIsTheOneThatWasReadAndApproved(String name) throws Exception {
        Path golden = GOLDEN.resolve(name + ".md");
        String guide =
                RestoreGuide.text(Objects.requireNonNull(GuideSamples.all().get(name)));
        if (Boolean.getBoolean("golden.write")) {
            Files.writeString(golden, guide);
        }

        assertThat(guide).isEqualTo(Files.readString(golden));
    }

    @Test
    void everyApprovedGuideHasItsSample() {
        assertThat(SetFolder.entries(GOLDEN))
                .extracting(SetFolder::name)
                .containsExactlyElementsOf(
                        GuideSamples.names().stream().map(name -> name + ".md").toList());
    }

    @ParameterizedTest
    @MethodSource("io.github.ddevbak.store.GuideSamples#names")
    void everyCommandIsOneLineThatAShellCanRead(String name) throws Exception {
        assumeTrue(Shell.has("bash"), "no bash here");
        String guide =
                RestoreGuide.text(Objects.requireNonNull(GuideSamples.all().get(name)));

        for (String line : GuideBlocks.lines(guide)) {
            assertThat(Shell.run(folder, Map.of("LC_ALL", "C.UTF-8"), "bash", "-n", "-c", line))
                    .as(line)
                    .isEqualTo(new Shell.Ended(0, ""));
        }
        assertThat(guide.lines().filter(line -> line.startsWith("```")).count() % 2)
                .isZero();
    }

    @Test
    void theFirstBlockIsTheListOfChecks() {
        SetRecord set = Objects.requireNonNull(GuideSamples.all().get("mariadb"));

        assertThat(RestoreGuide.checks(set))
                .startsWith(List.of("sha256sum", "-c", "--strict", "MANIFEST.sha256"))
                .contains(List.of("gunzip", "-t", "database/db.sql.gz"))
                .hasSize(5);
        assertThat(GuideBlocks.lines(RestoreGuide.text(set)))
                .startsWith(
                        RestoreGuide.checks(set).stream().map(GuideText::typed).toArray(String[]::new));
    }

    @Test
    void whoDoesWhatTheGuideSaysPutsEveryNameBackUnharmed() throws Exception {
        assumeTrue(Shell.has("bash") && Shell.has("sha256sum"), "no bash or no sha256sum here");
        RestoredByHand hand = new RestoredByHand(folder);

        Shell.Ended ended = hand.followTheGuide();

        assertThat(ended.exit()).as(ended.output()).isZero();
        assertThat(hand.approot().resolve("-n/my 'own'\n```.env")).hasContent("config");
        assertThat(hand.toldDdev())
                .contains("<exec><-s><db><--><mysql><--database=it's>", "dump of it's")
                .contains("<exec><-s><db><--><mysql><--database=line\\nbreak>", "dump of line\\nbreak")
                .contains("<exec><--raw><-s><db><--><mysql><-e><DROP DATABASE IF EXISTS `-rf`;"
                        + " CREATE DATABASE `-rf`; GRANT ALL ON `-rf`.* TO `db`@`%`>")
                .contains("<exec><--raw><-s><db><--><mysql><-e><DROP DATABASE IF EXISTS ```tick```;"
                        + " CREATE DATABASE ```tick```; GRANT ALL ON ```tick```.* TO `db`@`%`>");
        assertThat(hand.toldGit())
                .containsExactly(
                        "<clone><-o><up stream><--><ssh://host/it's; touch pwned><" + hand.approot() + "/..>",
                        "<checkout><feature/$(touch pwned)><-->");
        assertThat(folder.resolve("pwned")).doesNotExist();
        assertThat(hand.approot().resolve("pwned")).doesNotExist();
    }
}

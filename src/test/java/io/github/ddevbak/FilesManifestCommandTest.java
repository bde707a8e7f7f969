package io.github.ddevbak;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.ddevbak.demo.Faults;
import io.github.ddevbak.demo.RecordedWorld;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FilesManifestCommandTest {
    private static final String ID = "20261122T163105Z";

    @TempDir
    Path folder;

    Optional<RecordedWorld> world = Optional.empty();
    Path files = Path.of("unset");
    Path sums = Path.of("unset");

    @BeforeEach
    void makeAProjectWithASetAndAManifest() throws IOException {
        RecordedWorld shop = new RecordedWorld(folder.resolve("home"), "shop");
        world = Optional.of(shop);
        files = Files.createDirectories(shop.approot("shop").resolve("web/sites/default/files"));
        Files.writeString(files.resolve("a"), "A");
        Files.writeString(files.resolve("b"), "B");
        sums = folder.resolve("sums");
        assertThat(run("--output", sums.toString()).exit()).isZero();
        assertThat(program("all", "shop", "--only", "files").out()).contains(ID);
    }

    private InProcess program(String... words) {
        return InProcess.run(
                world.orElseThrow().again(),
                Faults.NONE,
                Stream.concat(
                                Stream.of(words),
                                Stream.of("--dest", folder.resolve("sets").toString()))
                        .toList());
    }

    private InProcess run(String... words) {
        return program(Stream.concat(Stream.of("files-manifest", "shop"), Stream.of(words))
                .toArray(String[]::new));
    }

    private void rot(String name) throws IOException {
        FileTime time = Files.getLastModifiedTime(files.resolve(name));
        Files.writeString(files.resolve(name), "Z");
        Files.setLastModifiedTime(files.resolve(name), time);
    }

    @ParameterizedTest
    @ValueSource(strings = {"latest", ID, "2026", "2026-11-22", "SUMS", "SET", "SET/MANIFEST.sha256", "SET/files"})
    void theSameStateIsFoundUnderEveryName(String name) {
        String set = folder.resolve("sets/projects/shop").resolve(ID).toString();
        String named = name.replace("SET", set).replace("SUMS", sums.toString());

        InProcess run = run("--verify", named);

        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(run.out()).contains("2 names re-read, all as recorded");
        assertThat(run("--diff", named).out()).contains("no difference in 2 names");
    }

    @Test
    void theManifestAndTheLinesBesideItAreWrittenAndNothingElse() throws IOException {
        assertThat(Files.readString(sums)).hasLineCount(2).contains("  web/sites/default/files/a\n");
        assertThat(folder.resolve("sums.jsonl")).content().contains("\"mtime\"");
        try (Stream<Path> all = Files.list(folder)) {
            assertThat(all.map(one -> one.getFileName().toString()))
                    .containsExactlyInAnyOrder("home", "sets", "sums", "sums.jsonl");
        }
    }

    @Test
    void whatIsLostExitsFourOnVerifyAndNoughtOnDiff() throws IOException {
        Files.delete(files.resolve("a"));

        InProcess verify = run("--verify", "latest");

        assertThat(verify.exit()).isEqualTo(4);
        assertThat(verify.out()).startsWith("- web/sites/default/files/a\n").contains("1 removed of 2 names");
        assertThat(run("--diff", "latest").exit()).isZero();
    }

    @Test
    void rotExitsFourOnVerifyAndThreeOnDiff() throws IOException {
        rot("a");

        InProcess verify = run("--verify", "latest", "-q");

        assertThat(verify.exit()).isEqualTo(4);
        assertThat(verify.out()).startsWith("! web/sites/default/files/a (size and time");
        assertThat(verify.err()).contains("Restore it from an older set");
        assertThat(run("--diff", sums.toString()).exit()).isEqualTo(3);
    }

    @Test
    void whatIsOnlyAddedTouchedOrOfAnotherModeIsNoFaultAndNotToldQuietly() throws IOException {
        Files.writeString(files.resolve("new"), "N");
        Files.setLastModifiedTime(files.resolve("a"), FileTime.fromMillis(1));
        Files.setPosixFilePermissions(files.resolve("b"), PosixFilePermissions.fromString("r--------"));

        InProcess loud = run("--verify", "latest", "-v");
        InProcess quiet = run("--verify", "latest", "-q");

        assertThat(loud.exit()).isZero();
        assertThat(loud.out()).contains("+ web/", "t web/", "m web/").contains("(1 mode changed, 1 added, 1 touched)");
        assertThat(quiet.exit()).isZero();
        assertThat(quiet.out()).isEmpty();
    }

    @Test
    void aMalformedLineExitsFourAndSaysWhere() throws IOException {
        Files.writeString(sums, Files.readString(sums) + "rubbish\n");

        InProcess run = run("--diff", sums.toString());

        assertThat(run.exit()).isEqualTo(4);
        assertThat(run.err()).contains("sums: line 3: it is too short");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--verify | nowhere | there is no file 'nowhere'",
                "--diff | 2019 | the newest sets of 'shop' are 20261122T163105Z",
                "--diff | . | holds no MANIFEST.sha256"
            })
    void whatIsNoManifestIsAUsageErrorThatSaysWhatThereIs(String option, String name, String said) {
        InProcess run = run(option, name);

        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).contains(said);
        assertThat(run.out()).isEmpty();
    }

    @Test
    void aFileThatIsNoManifestIsAUsageError() throws IOException {
        Files.writeString(sums, "Dear diary,\ntoday was nice.\n");

        InProcess run = run("--verify", sums.toString());

        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).contains("is no manifest of SHA-256 checksums: line 1:");
    }

    @Test
    void anEmptiedManifestIsNeverAsRecorded() throws IOException {
        Files.writeString(sums, "");

        assertThat(run("--verify", sums.toString()).exit()).isEqualTo(4);
        assertThat(run("--diff", sums.toString()).exit()).isZero();
    }

    @Test
    void namesMayBeRelativeToAnotherFolderOfTheProject() throws IOException {
        Files.writeString(sums, Files.readString(sums).replace("web/sites/default/files/", ""));
        Files.delete(folder.resolve("sums.jsonl"));

        assertThat(run("--verify", sums.toString()).err()).contains("Then say --root DIR");
        assertThat(run("--verify", sums.toString(), "--root", files.toString()).exit())
                .isZero();
        assertThat(run("--verify", sums.toString(), "--root", folder.toString()).exit())
                .isEqualTo(2);
    }

    @Test
    void theJsonDocumentHasCountsAndListsOfEveryKind() throws IOException {
        rot("a");
        Files.move(files.resolve("b"), files.resolve("c"));

        InProcess run = run("--verify", "latest", "--json");

        JsonNode document = new ObjectMapper().readTree(run.out());
        assertThat(document.get("schema").textValue()).isEqualTo("ddevbak/files-verify/1");
        assertThat(document.get("exitCode").intValue()).isEqualTo(4).isEqualTo(run.exit());
        assertThat(document.get("counts").get("rotten").intValue()).isEqualTo(1);
        assertThat(document.get("rotten").get(0).get("path").textValue()).isEqualTo("web/sites/default/files/a");
        assertThat(document.get("moved").get(0).get("from").textValue()).endsWith("files/b");
        assertThat(document.get("moved").get(0).get("to").textValue()).endsWith("files/c");
        assertThat(document.get("moved").get(0).get("now").get("size").longValue())
                .isEqualTo(1);
        for (String list : List.of(
                "unreadable",
                "changed",
                "removed",
                "typeChanged",
                "targetChanged",
                "modeChanged",
                "added",
                "touched",
                "malformed")) {
            assertThat(document.get(list)).as(list).isEmpty();
        }
        assertThat(new ObjectMapper()
                        .readTree(run("--diff", "latest", "--json").out())
                        .get("schema")
                        .textValue())
                .isEqualTo("ddevbak/files-diff/1");
    }

    @Test
    void contradictingOptionsAreRefused() {
        assertThat(run("--verify", "latest", "--diff", "latest").exit()).isEqualTo(2);
        assertThat(run("--output", "x", "--diff", "latest").exit()).isEqualTo(2);
        assertThat(run("--root", ".").exit()).isEqualTo(2);
    }

    @Test
    void anOutputThatCannotBeAFileIsRefusedAndADeviceIsLeftADevice() throws IOException {
        Path device = Files.createSymbolicLink(folder.resolve("device"), Path.of("/dev/null"));

        assertThat(run("--output", folder.resolve("gone/x").toString()).err()).contains("there is no folder");
        assertThat(run("--output", folder.toString()).err()).contains("is a folder");
        assertThat(run("--output", device.toString()).exit()).isZero();
        assertThat(device).isSymbolicLink();
    }

    @Test
    void aLinkIsFollowedAndStaysOne() throws IOException {
        Path there = Files.writeString(folder.resolve("there"), "old");
        Path link = Files.createSymbolicLink(folder.resolve("link"), there);

        assertThat(run("--output", link.toString()).exit()).isZero();

        assertThat(link).isSymbolicLink();
        assertThat(there).hasSameBinaryContentAs(sums);
    }
}

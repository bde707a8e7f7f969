package io.github.ddevbak.backup;

import static io.github.ddevbak.backup.SavedFiles.UPLOADS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.ddevbak.files.Reread;
import io.github.ddevbak.project.Finding;
import io.github.ddevbak.project.PartState;
import io.github.ddevbak.project.Severity;
import io.github.ddevbak.project.Shell;
import io.github.ddevbak.settings.CopyFiles;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UserFilesTest {
    @TempDir
    Path folder;

    private SavedFiles shop;

    @BeforeEach
    void makeAProjectWithUploads() throws Exception {
        shop = new SavedFiles(folder).upload("a.jpg", "A").upload("b/c.jpg", "CCC");
    }

    @Test
    void filesThatNothingBringsBackAreInTheSet() throws Exception {
        SavedFiles.Saved saved = shop.save();

        assertThat(saved.part().state()).isEqualTo(PartState.OK);
        assertThat(saved.data().resolve("a.jpg")).hasContent("A");
        assertThat(saved.data().resolve("b/c.jpg")).hasContent("CCC");
        assertThat(saved.copied())
                .isEqualTo(Map.of(
                        "dirs", List.of(UPLOADS), "files", 2L, "bytes", 4L, "linked", 0L, "newBytes", 4L, "round", 0L));
        assertThat(saved.checked()).isEmpty();
        assertThat(saved.set().orElseThrow().folder().resolve("MANIFEST.sha256"))
                .content()
                .contains("  files/data/" + UPLOADS + "/b/c.jpg\n");
    }

    @Test
    void theRecordCountsTheCopiesAndDoesNotListThem() throws Exception {
        var record = shop.save().set().orElseThrow().record();

        assertThat(record.artefacts())
                .extracting(artefact -> artefact.path())
                .containsExactly("files/MANIFEST.sha256", "files/manifest.jsonl");
        long listed = record.artefacts().stream()
                .mapToLong(artefact -> artefact.size())
                .sum();
        assertThat(record.bytes()).isEqualTo(listed + 4);
        assertThat(shop.save().set().orElseThrow().record().newBytes())
                .isLessThan(shop.save().set().orElseThrow().record().bytes());
    }

    @Test
    void copiesAreReadOnlyForTheirOwnerAndClosedToOthers() throws Exception {
        Files.setPosixFilePermissions(shop.uploads().resolve("a.jpg"), PosixFilePermissions.fromString("rwxrwxrwx"));
        Path data = shop.save().data();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve("a.jpg"))))
                .isEqualTo("r--------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve("b"))))
                .isEqualTo("rwx------");
        assertThat(Files.readString(
                        data.resolve("../../../../../manifest.jsonl").normalize()))
                .contains("\"mode\":\"0777\"");
    }

    @Test
    void anUnchangedFileIsOneFileInBothSetsAndAChangedOneIsNot() throws Exception {
        SavedFiles.Saved first = shop.save();
        shop.upload("a.jpg", "another");
        SavedFiles.Saved second = shop.save();

        assertThat(SavedFiles.inode(second.data().resolve("b/c.jpg")))
                .isEqualTo(SavedFiles.inode(first.data().resolve("b/c.jpg")));
        assertThat(second.data().resolve("a.jpg")).hasContent("another");
        assertThat(first.data().resolve("a.jpg")).hasContent("A");
        assertThat(second.copied().get("linked")).isEqualTo(1L);
        assertThat(second.copied().get("newBytes")).isEqualTo(7L);
        assertThat(first.checked() + second.checked()).isEmpty();
    }

    @Test
    void aFileWhoseModeAloneChangedIsStillShared() throws Exception {
        SavedFiles.Saved first = shop.save();
        Files.setPosixFilePermissions(shop.uploads().resolve("a.jpg"), PosixFilePermissions.fromString("rw-rw-rw-"));
        SavedFiles.Saved second = shop.save();

        assertThat(SavedFiles.inode(second.data().resolve("a.jpg")))
                .isEqualTo(SavedFiles.inode(first.data().resolve("a.jpg")));
        assertThat(second.set().orElseThrow().folder().resolve("files/manifest.jsonl"))
                .content()
                .contains("\"mode\":\"0666\"");
    }

    @Test
    void aFileOfTheSameSizeAndTimeButAnotherContentIsNotShared() throws Exception {
        shop.save();
        FileTime time = Files.getLastModifiedTime(shop.uploads().resolve("b/c.jpg"));
        shop.upload("b/c.jpg", "DDD");
        Files.setLastModifiedTime(shop.uploads().resolve("b/c.jpg"), time);
        SavedFiles.Saved second = shop.save();

        assertThat(second.data().resolve("b/c.jpg")).hasContent("DDD");
        assertThat(second.checked()).isEmpty();
    }

    @Test
    void takingTheEarlierSetAwayTakesNothingFromTheLaterOne() throws Exception {
        SavedFiles.Saved first = shop.save();
        SavedFiles.Saved second = shop.save();
        Shell.run(
                folder,
                Map.of(),
                "rm",
                "-rf",
                first.set().orElseThrow().folder().toString());

        assertThat(second.copied().get("linked")).isEqualTo(2L);
        assertThat(second.checked()).isEmpty();
    }

    @Test
    void makingAnotherSetLeavesModeTimeAndContentOfTheSharedFilesAlone() throws Exception {
        SavedFiles.Saved first = shop.save();
        String before = SavedFiles.tree(first.data());
        shop.save();

        assertThat(SavedFiles.tree(first.data())).isEqualTo(before);
        assertThat(before).contains(" f 400 ");
    }

    @Test
    void aStoredCopyThatWasWrittenToIsNotSharedButToldAndCopiedAnew() throws Exception {
        SavedFiles.Saved first = shop.save();
        SavedFiles.spoil(first.data().resolve("b/c.jpg"), "XXX", false);
        SavedFiles.Saved second = shop.save();

        assertThat(second.part().state()).isEqualTo(PartState.OK);
        assertThat(second.data().resolve("b/c.jpg")).hasContent("CCC");
        assertThat(first.data().resolve("b/c.jpg")).hasContent("XXX");
        assertThat(second.checked()).isEmpty();
        assertThat(second.part().findings())
                .filteredOn(finding -> finding.code().equals("files.stored-copy-rotten"))
                .singleElement()
                .matches(finding -> finding.severity() == Severity.WARNING)
                .extracting(Finding::sentence)
                .asString()
                .contains(UPLOADS + "/b/c.jpg", first.set().orElseThrow().id());
    }

    @Test
    void rotInAStoredCopyIsSeenByReadingAllOfThem() throws Exception {
        SavedFiles.Saved first = shop.save();
        SavedFiles.spoil(first.data().resolve("b/c.jpg"), "XXX", true);
        SavedFiles.Saved second = shop.rehash().save();

        assertThat(second.codes()).contains("files.stored-copy-rotten");
        assertThat(second.data().resolve("b/c.jpg")).hasContent("CCC");
        assertThat(second.checked()).isEmpty();
    }

    @Test
    void rotInAnyStoredCopyIsSeenWithinTwentyRuns() throws Exception {
        SavedFiles.Saved first = shop.save();
        SavedFiles.spoil(first.data().resolve("b/c.jpg"), "XXX", true);
        List<String> codes = new ArrayList<>();
        for (int run = 0; run < Reread.ROUNDS; run++) {
            codes.addAll(shop.save().codes());
        }

        assertThat(codes).containsOnlyOnce("files.stored-copy-rotten");
    }

    @Test
    void aStoredCopyThatIsGoneIsToldAndCopiedAnew() throws Exception {
        SavedFiles.Saved first = shop.save();
        Files.delete(first.data().resolve("a.jpg"));
        SavedFiles.Saved second = shop.save();

        assertThat(second.codes()).contains("files.stored-copy-rotten");
        assertThat(second.data().resolve("a.jpg")).hasContent("A");
        assertThat(second.checked()).isEmpty();
    }

    @Test
    void aStoredFolderThatIsALinkToElsewhereIsNotFollowed() throws Exception {
        SavedFiles.Saved first = shop.save();
        Path elsewhere = folder.resolve("elsewhere");
        Files.move(first.data().resolve("b"), elsewhere);
        Files.createSymbolicLink(first.data().resolve("b"), elsewhere);
        SavedFiles.Saved second = shop.save();

        assertThat(SavedFiles.inode(second.data().resolve("b/c.jpg")))
                .isNotEqualTo(SavedFiles.inode(elsewhere.resolve("c.jpg")));
        assertThat(second.checked()).isEmpty();
    }

    @Test
    void aSetWithoutCopiesInBetweenDoesNotEndTheSharing() throws Exception {
        SavedFiles.Saved first = shop.save();
        shop.with(CopyFiles.NEVER, Optional.empty()).save();
        SavedFiles.Saved third = shop.with(CopyFiles.AUTO, Optional.empty()).save();

        assertThat(SavedFiles.inode(third.data().resolve("a.jpg")))
                .isEqualTo(SavedFiles.inode(first.data().resolve("a.jpg")));
    }

    @Test
    void aSetWhoseOwnRecordOfItsFilesIsDamagedIsNotSharedWith() throws Exception {
        SavedFiles.Saved first = shop.save();
        Files.writeString(first.set().orElseThrow().folder().resolve("files/manifest.jsonl"), "{\"path\":\n\u0000");
        SavedFiles.Saved second = shop.save();

        assertThat(second.copied().get("linked")).isEqualTo(0L);
        assertThat(second.checked()).isEmpty();
    }

    @Test
    void whereLinksAreImpossibleFilesAreCopiedWithoutAWord() throws Exception {
        Path memory = Path.of("/dev/shm");
        assumeTrue(Files.isWritable(memory), "no second file system here");
        assumeTrue(!Files.getFileStore(memory).equals(Files.getFileStore(folder)), "it is the same one");
        Path there = Files.createTempDirectory(memory, "ddevbak-test");
        try {
            Path files = shop.save().set().orElseThrow().folder().resolve("files");
            Path moved = there.resolve("files");
            Shell.run(folder, Map.of(), "cp", "-a", files.toString(), there.toString());
            Shell.run(folder, Map.of(), "rm", "-rf", files.toString());
            Files.createSymbolicLink(files, moved);
            SavedFiles.Saved second = shop.save();

            assertThat(second.part().facts().get("copied"))
                    .asInstanceOf(InstanceOfAssertFactories.MAP)
                    .containsEntry("round", 1L)
                    .containsEntry("linked", 0L);
            assertThat(second.codes()).isEmpty();
            assertThat(second.checked()).isEmpty();
        } finally {
            Shell.run(folder, Map.of(), "rm", "-rf", there.toString());
        }
    }

    @Test
    void oddNamesLinksAndEmptyFoldersComeBackByTheCommandsOfTheGuide() throws Exception {
        assumeTrue(Shell.has("bash") && Shell.has("perl") && Shell.has("cksum"), "no bash, perl or cksum here");
        shop.upload("line\nbreak\\", "1").upload("-rf 'x' $(touch pwned)", "2").upload("größe/é", "3");
        Shell.run(shop.uploads(), Map.of(), "sh", "-c", "printf 4 > \"$(printf 'bad\\377')\"");
        Files.createDirectory(shop.uploads().resolve("empty"));
        Files.createSymbolicLink(shop.uploads().resolve("link"), Path.of("b/c.jpg"));
        Files.setPosixFilePermissions(shop.uploads().resolve("a.jpg"), PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.setPosixFilePermissions(shop.uploads().resolve("b/c.jpg"), PosixFilePermissions.fromString("rw-r-----"));
        String before = SavedFiles.tree(shop.uploads());
        SavedFiles.Saved saved = shop.save();
        Shell.run(shop.approot(), Map.of(), "rm", "-rf", "web");

        Shell.Ended ended = Shell.run(
                saved.set().orElseThrow().folder(),
                Map.of("LC_ALL", "C.UTF-8"),
                "bash",
                "-c",
                SavedFiles.restoring(saved.set().orElseThrow()));

        assertThat(ended).isEqualTo(new Shell.Ended(0, ""));
        assertThat(SavedFiles.tree(shop.uploads())).isEqualTo(before).contains("bad", "empty d", "link l b/c.jpg");
        assertThat(saved.checked()).isEmpty();
        assertThat(saved.copied().get("files")).isEqualTo(6L);
    }

    @Test
    void aSecondRestoreOverTheFirstWorksToo() throws Exception {
        assumeTrue(Shell.has("bash") && Shell.has("perl"), "no bash or no perl here");
        SavedFiles.Saved saved = shop.save();
        String commands = SavedFiles.restoring(saved.set().orElseThrow());
        shop.upload("a.jpg", "spoiled");

        for (int i = 0; i < 2; i++) {
            assertThat(Shell.run(saved.set().orElseThrow().folder(), Map.of(), "bash", "-c", commands))
                    .isEqualTo(new Shell.Ended(0, ""));
        }
        assertThat(shop.uploads().resolve("a.jpg")).hasContent("A");
    }

    @Test
    void aLinkOutOfTheProjectIsNotInTheCopies() throws Exception {
        Files.createSymbolicLink(shop.uploads().resolve("out"), Path.of("/etc/passwd"));
        SavedFiles.Saved saved = shop.save();

        assertThat(Files.exists(saved.data().resolve("out"), LinkOption.NOFOLLOW_LINKS))
                .isFalse();
        assertThat(saved.codes()).containsExactly("files.link-outside");
    }

    @Test
    void anUploadDirectoryThatIsALinkInsideTheProjectIsCopiedByItsName() throws Exception {
        shop.write("shared/x", "X");
        Shell.run(shop.approot(), Map.of(), "sh", "-c", "rm -r " + UPLOADS + " && ln -s ../../../shared " + UPLOADS);
        SavedFiles.Saved saved = shop.save();

        assertThat(saved.data()).isDirectory();
        assertThat(Files.isSymbolicLink(saved.data())).isFalse();
        assertThat(saved.data().resolve("x")).hasContent("X");
    }

    @Test
    void moreThanTheLimitIsALossThatSaysHowMuchAndWhatToDo() throws Exception {
        shop.upload("large", "x".repeat(1200));
        SavedFiles.Saved saved = shop.save();

        assertThat(saved.part().state()).isEqualTo(PartState.AT_RISK);
        assertThat(saved.part().facts()).doesNotContainKey("copied");
        assertThat(saved.set().orElseThrow().folder().resolve("files/data")).doesNotExist();
        assertThat(saved.part().findings())
                .extracting(Finding::sentence)
                .containsExactly(
                        "3 user files of 'shop', 1.2 kB, have no copy: no upstream to pull them from is known, and"
                                + " they are more than the 1.0 kB that are copied.");
        assertThat(saved.part().findings().get(0).hint()).contains("copy-max", "--copy-files always", "upstream");
    }

    @Test
    void alwaysCopiesMoreThanTheLimitAndBesideAnUpstream() throws Exception {
        shop.upload("large", "x".repeat(1200));
        SavedFiles.Saved saved =
                shop.with(CopyFiles.ALWAYS, Optional.of("the live site")).save();

        assertThat(saved.part().state()).isEqualTo(PartState.OK);
        assertThat(saved.copied().get("files")).isEqualTo(3L);
        assertThat(saved.part().facts().get("upstream")).isEqualTo("the live site");
    }

    @Test
    void neverLeavesThemAtRiskWithoutAnUpstreamAndOkWithOne() throws Exception {
        SavedFiles.Saved without = shop.with(CopyFiles.NEVER, Optional.empty()).save();
        SavedFiles.Saved with = shop.with(CopyFiles.NEVER, Optional.of("live")).save();

        assertThat(without.codes()).containsExactly("files.no-copy");
        assertThat(without.part().findings().get(0).sentence()).contains("copying them is switched off");
        assertThat(with.part().state()).isEqualTo(PartState.OK);
        assertThat(with.copied()).isEmpty();
    }

    @Test
    void whatTheUpstreamBringsBackIsNotCopied() throws Exception {
        SavedFiles.Saved saved = shop.with(CopyFiles.AUTO, Optional.of("live")).save();

        assertThat(saved.part().state()).isEqualTo(PartState.OK);
        assertThat(saved.copied()).isEmpty();
    }

    @Test
    void aProviderThatFillsOnlyTheFirstDirectoryLeavesTheOthersToBeCopied() throws Exception {
        shop.uploadDirs("sites/default/files", "../private")
                .write("private/contract.pdf", "P")
                .write(".ddev/providers/live.yaml", "files_pull_command:\n  command: rsync host.test:files .\n");
        SavedFiles.Saved saved = shop.save();

        assertThat(saved.part().state()).isEqualTo(PartState.OK);
        assertThat(saved.copied().get("dirs")).isEqualTo(List.of("private"));
        assertThat(saved.copied().get("files")).isEqualTo(1L);
        assertThat(saved.part().facts().get("uncovered")).isEqualTo(List.of("private"));
        assertThat(saved.part().facts().get("pull")).isEqualTo(List.of("ddev pull live --skip-db"));
        assertThat(saved.part().findings())
                .extracting(Finding::sentence)
                .contains("live: 'ddev pull live --skip-db' brings them back to " + UPLOADS
                        + "; that the other side still has them was not asked.");
        assertThat(saved.checked()).isEmpty();
    }

    @Test
    void aDirectoryThatNoProviderFillsIsALossWhereItIsNotCopied() throws Exception {
        shop.uploadDirs("sites/default/files", "../private")
                .with(CopyFiles.NEVER, Optional.empty())
                .write("private/contract.pdf", "P")
                .write(".ddev/providers/live.yaml", "files_pull_command:\n  command: rsync host.test:files .\n");

        assertThat(shop.save().part().findings())
                .filteredOn(finding -> finding.code().equals("files.no-copy"))
                .extracting(Finding::sentence)
                .containsExactly("1 user file in private of 'shop', 1 B, has no copy: live brings back only " + UPLOADS
                        + ", and copying them is switched off.");
    }

    @Test
    void aProjectWithoutUserFilesHasNoneAndNoFolderOfCopies() throws Exception {
        Shell.run(shop.approot(), Map.of(), "rm", "-rf", "web");
        SavedFiles.Saved saved = shop.save();

        assertThat(saved.part().state()).isEqualTo(PartState.NONE);
        assertThat(saved.set().orElseThrow().folder().resolve("files/data")).doesNotExist();
    }

    @Test
    void aFileThatCannotBeReadFailsThePart() throws Exception {
        assumeTrue(
                !Files.isReadable(Files.createFile(
                        folder.resolve("closed"),
                        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("---------")))),
                "root here");
        Files.setPosixFilePermissions(shop.uploads().resolve("a.jpg"), PosixFilePermissions.fromString("---------"));

        assertThat(shop.save().part().state()).isEqualTo(PartState.FAILED);
    }

    @Test
    void aLargeTreeIsSharedWhole() throws Exception {
        for (int i = 0; i < 500; i++) {
            shop.upload("many/" + i % 7 + "/" + i, "");
        }
        shop.save();
        SavedFiles.Saved second = shop.save();

        assertThat(second.copied().get("linked")).isEqualTo(502L);
        assertThat(second.checked()).isEmpty();
        try (Stream<Path> all = Files.walk(second.data())) {
            assertThat(all.filter(Files::isRegularFile)).hasSize(502);
        }
    }

    @Test
    void severalDirectoriesAreInOneManifestAndOneTreeOfCopies() throws Exception {
        shop.uploadDirs("sites/default/files", "sites/default/files/b", "../größe/é", "../empty", "../missing", "/abs")
                .write("größe/é/x", "X")
                .write("web/abs/y", "Y");
        Files.createDirectories(shop.approot().resolve("empty"));
        SavedFiles.Saved saved = shop.save();
        Path files = saved.set().orElseThrow().folder().resolve("files");

        assertThat(saved.part().state()).isEqualTo(PartState.OK);
        assertThat(Files.readAllLines(files.resolve("MANIFEST.sha256")))
                .extracting(line -> line.substring(66))
                .containsExactly("größe/é/x", "web/abs/y", UPLOADS + "/a.jpg", UPLOADS + "/b/c.jpg");
        assertThat(files.resolve("data/größe/é/x")).hasContent("X");
        assertThat(saved.copied().get("dirs")).isEqualTo(List.of("empty", "größe/é", "web/abs", UPLOADS));
        assertThat(saved.codes()).containsExactly("files.directory-missing");
        assertThat(saved.checked()).isEmpty();
    }

    @Test
    void aDirectoryOutsideTheProjectIsALossAndTheOthersAreStillCopied() throws Exception {
        Files.writeString(Files.createDirectory(folder.resolve("outside")).resolve("x"), "X");
        shop.uploadDirs("../../outside", "sites/default/files");
        SavedFiles.Saved saved = shop.save();

        assertThat(saved.part().state()).isEqualTo(PartState.AT_RISK);
        assertThat(saved.codes()).containsExactly("files.outside-project");
        assertThat(saved.data().resolve("a.jpg")).hasContent("A");
        assertThat(saved.checked()).isEmpty();
    }

    @Test
    void theEndOfTheCopyingIsToldInFilesAndBytes() throws Exception {
        shop.save();

        assertThat(shop.heard().get(shop.heard().size() - 1)).isEqualTo("shop copying 2/2 4/4");
    }

    @Test
    void whatIsOnlyHashedIsToldToo() throws Exception {
        shop.with(CopyFiles.NEVER, Optional.empty()).save();

        assertThat(shop.heard().get(shop.heard().size() - 1)).startsWith("shop hashing 2/");
    }

    @Test
    void filesThatAreKnownToBeUnchangedAreSharedWithoutBeingRead() throws Exception {
        shop.remembering(folder.resolve("state"));
        shop.save();
        shop.upload("new", "N");
        SavedFiles.Saved second = shop.save();
        SavedFiles.Saved third = shop.rehash().save();

        assertThat(second.copied().get("linked")).isEqualTo(2L);
        assertThat(third.copied().get("linked")).isEqualTo(3L);
        assertThat(second.checked() + third.checked()).isEmpty();
    }
}

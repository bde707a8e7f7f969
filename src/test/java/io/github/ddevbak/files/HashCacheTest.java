package io.github.ddevbak.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.ddevbak.files.CachedTree.Looked;
import io.github.ddevbak.project.Finding;
import io.github.ddevbak.project.PartState;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HashCacheTest {
    @TempDir
    Path folder;

    Tree tree = new Tree(Path.of("unset"));
    CachedTree cached = new CachedTree(tree, Path.of("unset"), CachedTree.LATER);

    @BeforeEach
    void makeAProject() throws IOException {
        tree = new Tree(Files.createDirectory(folder.resolve("project")));
        cached = new CachedTree(tree, folder.resolve("state/hashes"), CachedTree.LATER);
        assumeTrue(
                Device.of(0, folder).steady(), "the temporary folder is on a file system whose files are always read");
    }

    @Test
    void everyUnchangedFileIsReadAgainOnceInTwentyRunsAndNeverAllAtOnce() throws IOException {
        for (int i = 0; i < 60; i++) {
            tree.file("files/" + i % 7 + "/" + i, "content " + i);
        }
        Looked first = cached.look();
        List<String> read = new ArrayList<>();

        for (int run = 1; run <= KnownHashes.ROUND; run++) {
            Looked again = cached.look();
            assertThat(again.manifest()).isEqualTo(first.manifest());
            assertThat(again.report()).isEqualTo(first.report());
            assertThat(again.read()).hasSizeLessThan(60);
            read.addAll(again.read());
        }

        assertThat(read).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(first.read());
    }

    @Test
    void aFileChangedInPlaceIsReadAgainThoughItsSizeAndTimeAreAsBefore() throws IOException {
        tree.file("files/a", "old");
        cached.look();

        cached.changeUnseen("files/a", "new");

        assertThat(cached.look().manifest()).isEqualTo(Tree.line("new", "files/a"));
    }

    @Test
    void aFileInAnothersPlaceIsReadAgainThoughItsSizeAndTimeAreTheSame() throws IOException {
        tree.file("files/a", "old").file("other", "new");
        FileTime time = FileTime.from(Instant.ofEpochSecond(1_700_000_000));
        Files.setLastModifiedTime(tree.root().resolve("files/a"), time);
        Files.setLastModifiedTime(tree.root().resolve("other"), time);
        cached.look();

        Files.move(tree.root().resolve("other"), tree.root().resolve("files/a"), StandardCopyOption.REPLACE_EXISTING);

        assertThat(cached.look().manifest()).isEqualTo(Tree.line("new", "files/a"));
    }

    @Test
    void aFileThatChangedShortlyBeforeTheRunIsReadAgainInTheNext() throws IOException {
        tree.file("files/a", "A");
        Instant changed =
                Instant.EPOCH.plusNanos(Stat.of(tree.root().resolve("files/a")).changed());

        int runs = KnownHashes.ROUND + 1;
        assertThat(on(changed.plusMillis(1_900)).readsIn(runs)).isEqualTo(runs);
        assertThat(on(changed.plusMillis(2_100)).readsIn(runs)).isEqualTo(2);
    }

    @Test
    void aTimeOfChangeThatIsStillToComeIsNotTrusted() throws IOException {
        tree.file("files/a", "A");
        cached.look();

        CachedTree setBack =
                new CachedTree(tree, cached.cache(), Clock.offset(Clock.systemUTC(), Duration.ofHours(-1)));

        assertThat(setBack.readsIn(3)).isEqualTo(3);
    }

    @Test
    void rehashReadsEveryFile() throws IOException {
        tree.file("files/a", "A").file("files/b", "B");
        cached.look();

        assertThat(cached.rehash(FileDigest.Opener.REAL).read()).containsExactlyInAnyOrder("files/a", "files/b");
    }

    @Test
    void contentThatChangedThoughNothingWroteItIsALossAndStaysOneUntilItIsPutRight() throws IOException {
        tree.file("files/a", "sound").file("files/b", "B");
        cached.look();
        FileDigest.Opener rotten = path -> path.endsWith("a")
                ? Channels.newChannel(new ByteArrayInputStream("s0und".getBytes(StandardCharsets.UTF_8)))
                : FileDigest.Opener.REAL.open(path);

        Looked told = cached.rehash(rotten);
        Looked toldAgain = cached.look(false, rotten);

        for (Looked looked : List.of(told, toldAgain)) {
            assertThat(looked.report().state()).isEqualTo(PartState.AT_RISK);
            assertThat(looked.report().findings())
                    .singleElement()
                    .matches(finding -> finding.code().equals("files.rotten"))
                    .matches(finding -> finding.sentence().startsWith("files/a has another content"))
                    .matches(finding ->
                            finding.sentence().contains(Tree.sha256("sound").substring(0, 12)));
            assertThat(looked.manifest()).isEqualTo(Tree.line("s0und", "files/a") + Tree.line("B", "files/b"));
        }
        assertThat(cached.look().report().findings()).isEmpty();
    }

    @Test
    void aRottenFileThatIsWrittenAgainIsNoLongerOne() throws IOException {
        tree.file("files/a", "sound");
        cached.look();
        cached.rehash(path -> Channels.newChannel(new ByteArrayInputStream("s0und".getBytes(StandardCharsets.UTF_8))));

        cached.changeUnseen("files/a", "s0und");

        assertThat(cached.look().report().findings()).isEmpty();
    }

    @Test
    void theShareThatIsReadAgainFindsRotInTwentyRuns() throws IOException {
        tree.file("files/a", "sound");
        cached.look();
        int told = 0;
        for (int run = 0; run < KnownHashes.ROUND; run++) {
            Looked looked = cached.look(
                    false,
                    path -> Channels.newChannel(new ByteArrayInputStream("s0und".getBytes(StandardCharsets.UTF_8))));
            told += looked.report().findings().isEmpty() ? 0 : 1;
        }

        assertThat(told).isPositive();
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {21, 22, 23, 24})
    void whateverHappensToTheTreeTheManifestIsThatOfARunWithoutCache(long seed) throws IOException {
        Random random = new Random(seed);
        for (int round = 0; round < 8; round++) {
            for (int i = 0; i < 30; i++) {
                Path file = tree.root().resolve("files/" + random.nextInt(4) + "/n" + random.nextInt(30));
                switch (random.nextInt(4)) {
                    case 0 -> Files.deleteIfExists(file);
                    case 1 -> {
                        Path to = file.resolveSibling("n" + random.nextInt(30));
                        if (Files.exists(file)) {
                            Files.move(file, to, StandardCopyOption.REPLACE_EXISTING);
                        }
                    }
                    default -> tree.file(tree.root().relativize(file).toString(), "c" + random.nextInt(10));
                }
            }
            assertThat(cached.look().manifest()).as("round %d", round).isEqualTo(tree.printed("files"));
        }
    }

    @Test
    void whereverTheCacheIsDamagedTheManifestIsRight() throws IOException {
        for (int i = 0; i < 20; i++) {
            tree.file("files/" + i, "content " + i);
        }
        Looked first = cached.look();
        byte[] whole = Files.readAllBytes(cached.cacheFile());
        Random random = new Random(5);

        for (int i = 0; i < 120; i++) {
            byte[] damaged = whole.clone();
            int at = i < 60 ? random.nextInt(120) : CacheHeader.ROOM + random.nextInt(whole.length - CacheHeader.ROOM);
            damaged[at] ^= (byte) (1 << random.nextInt(8));
            Files.write(cached.cacheFile(), damaged);
            assertThat(cached.look().manifest()).as("byte %d", at).isEqualTo(first.manifest());
        }
    }

    @Test
    void aCacheThatEndsTooEarlyIsUsedAsFarAsItGoes() throws IOException {
        for (int i = 0; i < 20; i++) {
            tree.file("files/" + i, "content " + i);
        }
        Looked first = cached.look();
        byte[] whole = Files.readAllBytes(cached.cacheFile());

        for (int length : new int[] {0, 1, 100, CacheHeader.ROOM, CacheHeader.ROOM + 4, whole.length - 1}) {
            Files.write(cached.cacheFile(), Arrays.copyOf(whole, length));
            assertThat(cached.look().manifest()).as("%d bytes", length).isEqualTo(first.manifest());
        }
    }

    @Test
    void theCacheOfAnotherProjectIsNotTaken() throws IOException {
        tree.file("files/a", "A");
        cached.look();
        Tree other = new Tree(Files.createDirectory(folder.resolve("other")));
        other.file("files/a", "B");
        CachedTree second = new CachedTree(other, folder.resolve("state/second"), CachedTree.LATER);
        second.look();

        Files.copy(cached.cacheFile(), second.cacheFile(), StandardCopyOption.REPLACE_EXISTING);

        assertThat(second.look().read()).containsExactly("files/a");
    }

    @ParameterizedTest
    @ValueSource(strings = {"number", "type", "name"})
    void anotherFileSystemInTheSamePlaceIsNotTrusted(String differs) throws IOException {
        for (int i = 0; i < 40; i++) {
            tree.file("files/" + i, "content " + i);
        }
        cached.look();
        try (CacheReader reader = CacheReader.open(cached.cacheFile())) {
            CacheHeader header = reader.header();
            Device device = header.devices().get(0);
            Device foreign = new Device(
                    device.number() + (differs.equals("number") ? 1 : 0),
                    differs.equals("type") ? "xfs2" : device.type(),
                    device.name() + (differs.equals("name") ? "2" : ""));
            byte[] bytes = Files.readAllBytes(cached.cacheFile());
            byte[] encoded = new CacheHeader(
                            header.approot(), header.run(), header.files(), header.bytes(), List.of(foreign))
                    .encoded()
                    .array();
            System.arraycopy(encoded, 0, bytes, 0, encoded.length);
            Files.write(cached.cacheFile(), bytes);
        }

        assertThat(cached.look().read()).hasSize(40);
    }

    @Test
    void aHeaderHasRoomForTheLongestNamesOfAllItsDevices() throws IOException {
        Device longest = new Device(7, "\u20ac".repeat(60), "\u20ac".repeat(60));
        CacheHeader header =
                new CacheHeader("a".repeat(64), 3, 4, 5, Collections.nCopies(CacheHeader.DEVICES, longest));

        assertThat(CacheHeader.decoded(header.encoded().array())).isEqualTo(header);
    }

    @Test
    void aHeaderOfNonsenseUnderARightChecksumIsDamagedAndNoMore() {
        Random random = new Random(6);
        byte[] header = new CacheHeader("a".repeat(64), 3, 4, 5, List.of(new Device(1, "ext4", "x")))
                .encoded()
                .array();
        for (int i = 0; i < 2_000; i++) {
            byte[] nonsense = header.clone();
            nonsense[random.nextInt(160)] = (byte) random.nextInt();
            ByteBuffer.wrap(nonsense).putInt(nonsense.length - Integer.BYTES, CacheHeader.checksum(nonsense));
            assertThatCode(() -> {
                        try {
                            CacheHeader.decoded(nonsense);
                        } catch (IOException damaged) {
                            assertThat(damaged.getMessage()).isIn("damaged", "of another version");
                        }
                    })
                    .doesNotThrowAnyException();
        }
    }

    @Test
    void networkAndFuseFileSystemsAreNotSteady() {
        for (String type : List.of("nfs", "nfs4", "cifs", "fuse.sshfs", "9p", "virtiofs", "vfat", "exfat", "")) {
            assertThat(new Device(1, type, "x").steady()).as(type).isFalse();
        }
        assertThat(new Device(1, "EXT4", "/dev/sda1").steady()).isTrue();
    }

    @Test
    void aCancelledRunLeavesTheCacheAsItWasAndNothingBesideIt() throws IOException {
        for (int i = 0; i < 50; i++) {
            tree.file("files/" + i, "content");
        }
        cached.look();
        byte[] before = Files.readAllBytes(cached.cacheFile());
        AtomicInteger asked = new AtomicInteger();
        Reading reading = new Reading(
                HashCache.in(cached.cache(), CachedTree.LATER, true),
                FilesProgress.NONE,
                () -> asked.incrementAndGet() > 150);

        assertThatExceptionOfType(InterruptedIOException.class)
                .isThrownBy(() -> FilesManifest.write(tree.root(), List.of("files"), folder.resolve("set"), reading));

        assertThat(cached.cacheFile()).hasBinaryContent(before);
        try (var left = Files.list(cached.cache())) {
            assertThat(left).hasSize(1);
        }
    }

    @Test
    void whatAKilledRunLeftIsRemovedAndALivingOnesIsNot() throws IOException {
        tree.file("files/a", "A");
        cached.look();
        String name = cached.cacheFile().getFileName().toString();
        Path dead = Files.createFile(cached.cache().resolve(name + ".999999999999.partial"));
        Path alive = Files.createFile(cached.cache().resolve(name + ".1.partial"));

        cached.look();

        assertThat(dead).doesNotExist();
        assertThat(alive).exists();
    }

    @Test
    void nobodyElseCanReadTheCache() throws IOException {
        tree.file("files/a", "A");
        cached.look();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(cached.cache())))
                .isEqualTo("rwx------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(cached.cacheFile())))
                .isEqualTo("rw-------");
    }

    @Test
    void whereTheCacheCannotBeKeptTheRunIsDoneAllTheSame() throws IOException {
        tree.file("files/a", "A");
        Path inTheWay = Files.createFile(folder.resolve("file"));
        CachedTree nowhere = new CachedTree(tree, inTheWay.resolve("hashes"), CachedTree.LATER);

        Looked looked = nowhere.look();

        assertThat(looked.manifest()).isEqualTo(Tree.line("A", "files/a"));
        assertThat(looked.report().findings()).extracting(Finding::code).isEmpty();
    }

    @Test
    void aFileThatChangesWhileItIsReadIsReadAgainInTheNextRun() throws IOException {
        tree.file("files/a", "A");
        cached.look(true, path -> {
            Files.writeString(path, "x", StandardOpenOption.APPEND);
            return FileDigest.Opener.REAL.open(path);
        });

        assertThat(cached.look().read()).containsExactly("files/a");
    }

    @Test
    void howManyThereWereIsToldWhileTheyAreLookedAt() throws IOException {
        tree.file("files/a", "AA").file("files/b", "BB");
        cached.look();
        List<String> told = new ArrayList<>();
        Reading reading = new Reading(
                HashCache.in(cached.cache(), CachedTree.LATER, false),
                (files, bytes, ofFiles, ofBytes) -> told.add(files + " " + bytes + " " + ofFiles + " " + ofBytes),
                () -> false);

        FilesManifest.write(tree.root(), List.of("files"), folder.resolve("set"), reading);

        assertThat(told).isNotEmpty().last().isEqualTo("2 4 2 4");
    }

    private CachedTree on(Instant now) {
        return new CachedTree(tree, folder.resolve("at" + now.toEpochMilli()), Clock.fixed(now, ZoneOffset.UTC));
    }
}

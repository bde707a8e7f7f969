package io.github.ddevbak.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.github.luben.zstd.Zstd;
import io.github.ddevbak.project.DumpFormat;
import io.github.ddevbak.project.Shell;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Dumps that are stored as zstd frames, or as they are. */
class ZstdDumpTest {
    private static final byte[] DUMP = Dumps.resource("dumps/mariadb-10.11-broken-view-forced.sql");

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(DumpFormat.class)
    void aDumpIsReadBackAsItWasWhateverItsFormat(DumpFormat format) throws IOException {
        Path file = folder.resolve("db" + format.suffix());

        DumpFacts written = Dumps.written(file, DumpDialect.MYSQL, DUMP);

        assertThat(DumpReader.read(file, DumpDialect.MYSQL)).isEqualTo(written);
        assertThat(written.objection()).isEmpty();
        assertThat(written.fileBytes()).isEqualTo(Files.size(file));
        assertThat(written.fileSha256()).isEqualTo(Snapshots.sha256(Files.readAllBytes(file)));
        try (InputStream plain = DumpReader.open(file)) {
            assertThat(plain.readAllBytes()).isEqualTo(DUMP);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 131_071, 1_048_575, 1_048_576, 1_048_577, 5_000_001})
    void whatGoesInComesOutWhateverItsLength(int length) throws IOException {
        byte[] plain = Noise.text(length, length);

        assertThat(unpacked(packed(plain, 3, 10_000))).isEqualTo(plain);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 1, 2, 1000})
    void theNumberOfThreadsDoesNotChangeTheFile(int threads) throws IOException {
        byte[] plain = Noise.text(4_000_000, 7);

        assertThat(packed(plain, threads, 65_536)).isEqualTo(packed(plain, 2, 4_000_000));
    }

    @Test
    void bytesThatCannotBeCompressedFitToo() throws IOException {
        byte[] plain = Noise.incompressible(3_000_000, 3);

        assertThat(unpacked(packed(plain, 2, 4096))).isEqualTo(plain);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 100, 5000})
    void whatIsPutInToTheMiddleLeavesTheRestOfTheFileAsItWas(int more) throws IOException {
        byte[] plain = Noise.text(12_000_000, 5);
        byte[] changed = new byte[plain.length + more];
        System.arraycopy(plain, 0, changed, 0, 6_000_000);
        System.arraycopy(plain, 6_000_000, changed, 6_000_000 + more, 6_000_000);
        changed[6_000_000]++;

        byte[] before = packed(plain, 2, 65_536);
        byte[] after = packed(changed, 2, 65_536);

        int same = 0;
        while (before[before.length - 1 - same] == after[after.length - 1 - same]) {
            same++;
        }
        assertThat(Arrays.mismatch(before, after) + same).isGreaterThan(before.length * 8 / 10);
    }

    @Test
    void zstdItselfReadsTheFile() throws Exception {
        assumeTrue(Shell.has("zstd"), "no zstd here");
        byte[] plain = Noise.text(3_000_000, 9);
        Path file = Files.write(folder.resolve("db.sql.zst"), packed(plain, 2, 50_000));

        Shell.Ended ended = Shell.run(folder, Map.of(), "sh", "-c", "zstd -q -t db.sql.zst && zstd -q -d db.sql.zst");

        assertThat(ended).isEqualTo(new Shell.Ended(0, ""));
        assertThat(Files.readAllBytes(file.resolveSibling("db.sql"))).isEqualTo(plain);
    }

    @Test
    void aFileCutAtAnyByteIsRefusedUnlessOnlyTheEmptyLastFrameIsGone() throws IOException {
        byte[] whole = packed(DUMP, 1, DUMP.length);
        Path file = folder.resolve("db.sql.zst");
        for (int length = 0; length < whole.length; length++) {
            Files.write(file, Arrays.copyOf(whole, length));
            DumpFacts facts = DumpReader.read(file, DumpDialect.MYSQL);
            assertThat(facts.objection().isPresent())
                    .as("cut after %d of %d bytes", length, whole.length)
                    .isEqualTo(length != whole.length - 9);
            assertThat(facts.fileBytes()).isEqualTo(length);
        }
    }

    @Test
    void aFlippedBitIsRefusedOrChangesNoByteOfTheDump() throws IOException {
        byte[] whole = packed(DUMP, 1, DUMP.length);
        String text = Snapshots.sha256(DUMP);
        Path file = folder.resolve("db.sql.zst");
        for (int bit = 0; bit < whole.length * 8; bit += bit < 400 ? 1 : 13) {
            byte[] damaged = whole.clone();
            damaged[bit / 8] ^= (byte) (1 << bit % 8);
            Files.write(file, damaged);
            DumpFacts facts = DumpReader.read(file, DumpDialect.MYSQL);
            assertThat(facts.objection().isPresent() || facts.plainSha256().equals(text))
                    .as("bit %d", bit)
                    .isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "00",
                "0a",
                "28",
                "28b5",
                "28b52f",
                "28b52ffd",
                "28b52ffd20",
                "1f8b0800",
                "2d2d20436f6d706c65746564"
            })
    void bytesBehindTheLastFrameAreRefusedAndStillHashed(String more) throws IOException {
        byte[] longer = Dumps.joined(packed(DUMP, 2, 1000), HexFormat.of().parseHex(more));
        Path file = Files.write(folder.resolve("db.sql.zst"), longer);

        DumpFacts facts = DumpReader.read(file, DumpDialect.MYSQL);

        assertThat(facts.objection()).hasValueSatisfying(why -> assertThat(why).contains("zstd file is not whole"));
        assertThat(facts.fileSha256()).isEqualTo(Snapshots.sha256(longer));
    }

    @Test
    void framesOfAnotherProgramAreReadToTheLastWhateverIsToBeSkippedBetweenThem() throws IOException {
        byte[] skipped = HexFormat.of().parseHex("502a4d1803000000616263");
        byte[] first = Zstd.compress(Arrays.copyOf(DUMP, 1000), 19);
        byte[] last = Zstd.compress(Arrays.copyOfRange(DUMP, 1000, DUMP.length), 1);
        Path file = Files.write(folder.resolve("db.sql.zst"), Dumps.joined(Dumps.joined(first, skipped), last));

        DumpFacts facts = DumpReader.read(file, DumpDialect.MYSQL);

        assertThat(facts.objection()).isEmpty();
        assertThat(facts.plainSha256()).isEqualTo(Snapshots.sha256(DUMP));
    }

    @ParameterizedTest
    @ValueSource(strings = {"db.sql.zst", "db.sql.gz"})
    void aFileThatIsNotPackedAsItsNameSaysIsRefused(String name) throws IOException {
        byte[] other = name.endsWith("gz") ? packed(DUMP, 1, DUMP.length) : Noise.byJava(DUMP);

        for (byte[] content : new byte[][] {other, DUMP}) {
            Path file = Files.write(folder.resolve(name), content);
            assertThat(DumpReader.read(file, DumpDialect.MYSQL).objection()).isPresent();
        }
    }

    @Test
    void aPackedFileUnderThePlainNameIsRefused() throws IOException {
        Path file = Files.write(folder.resolve("db.sql"), packed(DUMP, 1, DUMP.length));

        assertThat(DumpReader.read(file, DumpDialect.MYSQL).objection()).isPresent();
    }

    @Test
    void anEmptyFileIsNoZstdFile() throws IOException {
        Path file = Files.write(folder.resolve("db.sql.zst"), new byte[0]);

        assertThat(DumpReader.read(file, DumpDialect.MYSQL).objection()).isPresent();
    }

    @Test
    void aFullDiskIsAnErrorAndLeavesNoThread() {
        byte[] plain = Noise.incompressible(9_000_000, 1);

        assertThatThrownBy(() -> {
                    try (DumpSink frames = Compression.ZSTD.packed(new FullDisk(1_000_000), 2)) {
                        frames.write(plain, 0, plain.length);
                        frames.finish();
                    }
                })
                .isInstanceOf(IOException.class)
                .hasMessage("No space left on device");
        assertThat(Noise.compressorsRun()).isFalse();
    }

    private static byte[] packed(byte[] plain, int threads, int chunk) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (DumpSink frames = Compression.ZSTD.packed(out, threads)) {
            for (int at = 0; at < plain.length; at += chunk) {
                frames.write(plain, at, Math.min(chunk, plain.length - at));
            }
            frames.finish();
        }
        return out.toByteArray();
    }

    private byte[] unpacked(byte[] packed) throws IOException {
        try (InputStream plain = DumpReader.open(Files.write(folder.resolve("any.zst"), packed))) {
            return plain.readAllBytes();
        }
    }
}

package io.github.ddevbak.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DumpReaderTest {
    private static final byte[] DUMP = Dumps.resource("dumps/mariadb-10.11-broken-view-forced.sql");

    @TempDir
    Path folder;

    @Test
    void aTwentyByteEmptyGzipIsRefused() throws IOException {
        byte[] empty = HexFormat.of().parseHex("1f8b080000000000000303000000000000000000");
        Path file = Files.write(folder.resolve("db.sql.gz"), empty);

        DumpFacts facts = DumpReader.read(file, DumpDialect.MYSQL);

        assertThat(facts.objection()).hasValue("it is empty");
        assertThat(facts.fileBytes()).isEqualTo(20);
    }

    @Test
    void aValidGzipWhoseDumpLostItsConnectionIsRefused() throws IOException {
        Path file = Files.write(folder.resolve("db.sql.gz"), Noise.byJava(Arrays.copyOf(DUMP, DUMP.length - 1000)));

        assertThat(DumpReader.read(file, DumpDialect.MYSQL).objection()).isPresent();
    }

    @Test
    void aGzipFileCutAtAnyByteIsRefused() throws IOException {
        byte[] gzip = Dumps.gzip(DUMP);
        Path file = folder.resolve("db.sql.gz");
        for (int length = 0; length < gzip.length; length++) {
            Files.write(file, Arrays.copyOf(gzip, length));
            assertThat(DumpReader.read(file, DumpDialect.MYSQL).objection())
                    .as("cut after %d bytes", length)
                    .isPresent();
        }
    }

    @Test
    void aGzipFileWithAFlippedBitInItsDataIsRefused() throws IOException {
        byte[] gzip = Dumps.gzip(DUMP);
        Path file = folder.resolve("db.sql.gz");
        for (int at = 10; at < gzip.length; at += 3) {
            byte[] damaged = gzip.clone();
            damaged[at] ^= 4;
            Files.write(file, damaged);
            assertThat(DumpReader.read(file, DumpDialect.MYSQL).objection())
                    .as("flipped at %d", at)
                    .isPresent();
        }
    }

    @Test
    void bytesAfterTheGzipMemberAreRefusedAndStillHashed() throws IOException {
        byte[] longer = Dumps.joined(Dumps.gzip(DUMP), new byte[] {0});
        Path file = Files.write(folder.resolve("db.sql.gz"), longer);

        DumpFacts facts = DumpReader.read(file, DumpDialect.MYSQL);

        assertThat(facts.objection()).hasValueSatisfying(why -> assertThat(why).contains("gzip"));
        assertThat(facts.fileSha256()).isEqualTo(Snapshots.sha256(longer));
    }

    @Test
    void aDumpInSeveralMembersIsReadToTheLast() throws IOException {
        byte[] members = Dumps.joined(
                Noise.byJava(Arrays.copyOf(DUMP, 1000)), Noise.byJava(Arrays.copyOfRange(DUMP, 1000, DUMP.length)));
        Path file = Files.write(folder.resolve("db.sql.gz"), members);

        assertThat(DumpReader.read(file, DumpDialect.MYSQL).objection()).isEmpty();
    }

    @Test
    void aGzipHeaderWithEveryFieldIsUnderstood() throws IOException {
        byte[] plain = Noise.byJava(DUMP);
        byte[] header = HexFormat.of().parseHex("1f8b081e000000000003" + "0200abcd" + "612e73716c00" + "6200" + "0000");
        byte[] gzip = Dumps.joined(header, Arrays.copyOfRange(plain, 10, plain.length));
        Path file = Files.write(folder.resolve("db.sql.gz"), gzip);

        assertThat(DumpReader.read(file, DumpDialect.MYSQL).objection()).isEmpty();
    }

    @Test
    void aPlainDumpIsNoGzipFile() throws IOException {
        Path file = Files.write(folder.resolve("db.sql.gz"), DUMP);

        assertThat(DumpReader.read(file, DumpDialect.MYSQL).objection())
                .hasValueSatisfying(why -> assertThat(why).contains("not gzip"));
    }

    @Test
    void aFileThatIsNotThereIsNoFactButAnError() {
        assertThatThrownBy(() -> DumpReader.read(folder.resolve("none"), DumpDialect.MYSQL))
                .isInstanceOf(NoSuchFileException.class);
    }
}

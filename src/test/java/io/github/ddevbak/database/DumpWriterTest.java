package io.github.ddevbak.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.ddevbak.project.DumpFormat;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DumpWriterTest {
    private static final byte[] DUMP = Dumps.resource("dumps/mariadb-10.11-hostile.sql");

    @TempDir
    Path folder;

    @Test
    void theFactsAreThoseOfTheFile() throws IOException {
        Path target = folder.resolve("db.sql.gz");

        DumpFacts facts = Dumps.written(target, DumpDialect.MYSQL, DUMP);

        byte[] file = Files.readAllBytes(target);
        assertThat(Noise.inflated(file)).isEqualTo(DUMP);
        assertThat(facts.plainBytes()).isEqualTo(DUMP.length);
        assertThat(facts.plainSha256()).isEqualTo(Snapshots.sha256(DUMP));
        assertThat(facts.fileBytes()).isEqualTo(file.length);
        assertThat(facts.fileSha256()).isEqualTo(Snapshots.sha256(file));
        assertThat(facts.objection()).isEmpty();
        assertThat(facts).isEqualTo(DumpReader.read(target, DumpDialect.MYSQL));
    }

    @Test
    void onlyTheOwnerMayReadTheFile() throws IOException {
        Path target = folder.resolve("db.sql.gz");
        try (DumpWriter writer = new DumpWriter(target, DumpFormat.GZ, DumpDialect.MYSQL, 1)) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(target)))
                    .isEqualTo("rw-------");
            writer.finish();
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(target)))
                .isEqualTo("rw-------");
    }

    @Test
    void anExistingFileIsNeverTouched() throws IOException {
        Path target = Files.write(folder.resolve("db.sql.gz"), DUMP);

        assertThatThrownBy(() -> new DumpWriter(target, DumpFormat.GZ, DumpDialect.MYSQL, 2))
                .isInstanceOf(FileAlreadyExistsException.class);
        assertThat(Files.readAllBytes(target)).isEqualTo(DUMP);
        assertThat(Noise.compressorsRun()).isFalse();
    }

    @Test
    void aDanglingLinkIsNotFollowed() throws IOException {
        Path target = Files.createSymbolicLink(folder.resolve("db.sql.gz"), folder.resolve("elsewhere"));

        assertThatThrownBy(() -> new DumpWriter(target, DumpFormat.GZ, DumpDialect.MYSQL, 2))
                .isInstanceOf(FileAlreadyExistsException.class);
        assertThat(folder.resolve("elsewhere")).doesNotExist();
    }

    @Test
    void aFolderThatIsNotThereIsAnError() {
        assertThatThrownBy(() -> new DumpWriter(folder.resolve("none/db.sql.gz"), DumpFormat.GZ, DumpDialect.MYSQL, 2))
                .isInstanceOf(NoSuchFileException.class);
    }

    @Test
    void closingWithoutFinishingLeavesNoFileAndNoThread() throws IOException {
        Path target = folder.resolve("db.sql.gz");
        byte[] plain = Noise.text(4_000_000, 1);
        DumpWriter writer = new DumpWriter(target, DumpFormat.GZ, DumpDialect.MYSQL, 2);
        writer.write(plain);
        writer.close();
        writer.close();

        assertThat(target).doesNotExist();
        assertThat(Noise.compressorsRun()).isFalse();
        assertThatThrownBy(() -> writer.write(1)).isInstanceOf(IOException.class);
        assertThatThrownBy(writer::finish).isInstanceOf(IOException.class);
    }

    @Test
    void closingAfterFinishingKeepsTheFile() throws IOException {
        Path target = folder.resolve("db.sql.gz");
        DumpWriter writer = new DumpWriter(target, DumpFormat.GZ, DumpDialect.MYSQL, 2);
        writer.write(DUMP);
        writer.finish();
        writer.close();

        assertThat(Noise.inflated(Files.readAllBytes(target))).isEqualTo(DUMP);
        assertThat(Noise.compressorsRun()).isFalse();
        assertThatThrownBy(() -> writer.write(1)).isInstanceOf(IOException.class);
    }

    @Test
    void theBytesTakenSoFarAreTold() throws IOException {
        try (DumpWriter writer = new DumpWriter(folder.resolve("db.sql.gz"), DumpFormat.GZ, DumpDialect.MYSQL, 2)) {
            assertThat(writer.bytesSoFar()).isZero();
            writer.write(DUMP, 0, 100);
            writer.write(DUMP[100]);
            assertThat(writer.bytesSoFar()).isEqualTo(101);
        }
    }

    @Test
    void aDumpThatNeverCameIsAnObjectionNotAnError() throws IOException {
        Path target = folder.resolve("db.sql.gz");

        DumpFacts facts = Dumps.written(target, DumpDialect.POSTGRES, new byte[0]);

        assertThat(facts.objection()).hasValue("it is empty");
        assertThat(facts.fileBytes()).isEqualTo(20);
        assertThat(Noise.inflated(Files.readAllBytes(target))).isEmpty();
    }

    @Test
    void aRangeOutsideTheArrayIsRefusedAndHarmsNothing() throws IOException {
        try (DumpWriter writer = new DumpWriter(folder.resolve("db.sql.gz"), DumpFormat.GZ, DumpDialect.MYSQL, 2)) {
            assertThatThrownBy(() -> writer.write(DUMP, 5, DUMP.length)).isInstanceOf(IndexOutOfBoundsException.class);
            writer.write(DUMP);
            assertThat(writer.finish().objection()).isEmpty();
        }
    }
}

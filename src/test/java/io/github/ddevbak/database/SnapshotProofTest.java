package io.github.ddevbak.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.luben.zstd.Zstd;
import io.github.ddevbak.project.DatabaseServer;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SnapshotProofTest {
    private static final DatabaseServer MARIADB = new DatabaseServer(DatabaseServer.Family.MARIADB, "10.11");
    private static final DatabaseServer POSTGRES = new DatabaseServer(DatabaseServer.Family.POSTGRES, "15");
    private static final byte[] MARIADB_SNAPSHOT = Dumps.resource("snapshots/nightly-mariadb_10.11.zst");
    private static final byte[] POSTGRES_SNAPSHOT = Dumps.resource("snapshots/nightly-postgres_15.zst");

    @TempDir
    Path folder;

    @Test
    void filesOfARealMariabackupStreamArePacksOfWholeChunks() throws IOException {
        SnapshotFacts facts = Snapshots.read(folder, "a-mariadb_10.11.zst", MARIADB_SNAPSHOT, MARIADB);

        assertThat(facts.objection()).isEmpty();
        assertThat(facts.bytes()).isEqualTo(MARIADB_SNAPSHOT.length);
        assertThat(facts.plainBytes()).isEqualTo(Zstd.decompress(MARIADB_SNAPSHOT, 1 << 20).length);
        assertThat(facts.sha256()).isEqualTo(Snapshots.sha256(MARIADB_SNAPSHOT));
    }

    @Test
    void filesOfARealBaseBackupAreATarArchive() throws IOException {
        SnapshotFacts facts = Snapshots.read(folder, "a-postgres_15.zst", POSTGRES_SNAPSHOT, POSTGRES);

        assertThat(facts.objection()).isEmpty();
        assertThat(facts.sha256()).isEqualTo(Snapshots.sha256(POSTGRES_SNAPSHOT));
    }

    @Test
    void aSnapshotCutAtAnyByteIsRefused() throws IOException {
        for (int length = 0; length < MARIADB_SNAPSHOT.length; length++) {
            byte[] cut = Arrays.copyOf(MARIADB_SNAPSHOT, length);
            assertThat(Snapshots.objection(folder, "a-mariadb_10.11.zst", cut, MARIADB))
                    .as("cut after %d bytes", length)
                    .isPresent();
        }
    }

    @Test
    void aPostgresSnapshotCutAtAnyByteIsRefused() throws IOException {
        for (int length = 0; length < POSTGRES_SNAPSHOT.length; length++) {
            byte[] cut = Arrays.copyOf(POSTGRES_SNAPSHOT, length);
            assertThat(Snapshots.objection(folder, "a-postgres_15.zst", cut, POSTGRES))
                    .as("cut after %d bytes", length)
                    .isPresent();
        }
    }

    @Test
    void aSnapshotWithOneByteInvertedIsRefused() throws IOException {
        for (int at = 0; at < MARIADB_SNAPSHOT.length; at += 7) {
            byte[] damaged = MARIADB_SNAPSHOT.clone();
            damaged[at] ^= (byte) 0xff;
            assertThat(Snapshots.objection(folder, "a-mariadb_10.11.zst", damaged, MARIADB))
                    .as("inverted at %d", at)
                    .isPresent();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 100})
    void bytesAfterTheLastFrameAreRefused(int count) throws IOException {
        byte[] longer = Arrays.copyOf(MARIADB_SNAPSHOT, MARIADB_SNAPSHOT.length + count);
        Arrays.fill(longer, MARIADB_SNAPSHOT.length, longer.length, (byte) 'x');
        byte[] zeros = Arrays.copyOf(MARIADB_SNAPSHOT, MARIADB_SNAPSHOT.length + count);

        assertThat(Snapshots.objection(folder, "a-mariadb_10.11.zst", longer, MARIADB))
                .isPresent();
        assertThat(Snapshots.objection(folder, "a-mariadb_10.11.zst", zeros, MARIADB))
                .isPresent();
        assertThat(Snapshots.read(folder, "a-mariadb_10.11.zst", zeros, MARIADB).sha256())
                .isEqualTo(Snapshots.sha256(zeros));
    }

    @Test
    void aSnapshotOfSeveralFramesIsReadToTheLast() throws IOException {
        byte[] stream = Xbstream.withCheckpoints().bytes();
        byte[] first = Zstd.compress(Arrays.copyOf(stream, 30));
        byte[] second = Zstd.compress(Arrays.copyOfRange(stream, 30, stream.length));

        assertThat(Snapshots.objection(folder, "a-mariadb_10.11.zst", Dumps.joined(first, second), MARIADB))
                .isEmpty();
        assertThat(Snapshots.objection(folder, "a-mariadb_10.11.zst", first, MARIADB))
                .hasValue("its stream ends inside a chunk");
    }

    @Test
    void olderSnapshotsInGzipAndNewerOnesWithoutCompressionAreRead() throws IOException {
        byte[] stream = Xbstream.withCheckpoints().bytes();

        assertThat(Snapshots.objection(folder, "a-mariadb_10.11.gz", Dumps.gzip(stream), MARIADB))
                .isEmpty();
        assertThat(Snapshots.objection(folder, "a-mariadb_10.11.mbstream", stream, MARIADB))
                .isEmpty();
        assertThat(Snapshots.objection(folder, "a-mysql_8.0.xbstream", stream, MARIADB))
                .isEmpty();
        assertThat(Snapshots.objection(folder, "a.partial", Dumps.gzip(stream), MARIADB))
                .isEmpty();
    }

    @Test
    void anEmptySnapshotIsRefused() throws IOException {
        assertThat(Snapshots.objection(folder, "a-mariadb_10.11.zst", new byte[0], MARIADB))
                .hasValue("it is empty");
        assertThat(Snapshots.objection(folder, "a-mariadb_10.11.gz", new byte[0], MARIADB))
                .hasValue("it is empty");
        assertThat(Snapshots.objection(folder, "a-mariadb_10.11.mbstream", new byte[0], MARIADB))
                .hasValue("it is empty");
        assertThat(Snapshots.objection(folder, "a-mariadb_10.11.gz", Dumps.gzip(new byte[0]), MARIADB))
                .isPresent();
    }

    @Test
    void aSnapshotPackedOtherwiseThanItsNameSaysIsRefused() throws IOException {
        byte[] stream = Xbstream.withCheckpoints().bytes();

        assertThat(Snapshots.objection(folder, "a-mariadb_10.11.zst", Dumps.gzip(stream), MARIADB))
                .hasValue("it is not packed as its name says");
        assertThat(Snapshots.objection(folder, "a-mariadb_10.11.gz", MARIADB_SNAPSHOT, MARIADB))
                .hasValue("it is not packed as its name says");
        assertThat(Snapshots.objection(folder, "a-mariadb_10.11.mbstream", MARIADB_SNAPSHOT, MARIADB))
                .isPresent();
    }

    @Test
    void theSnapshotOfAnotherServerIsRefused() throws IOException {
        assertThat(Snapshots.objection(folder, "a-mariadb_10.11.zst", POSTGRES_SNAPSHOT, MARIADB))
                .isPresent();
        assertThat(Snapshots.objection(folder, "a-postgres_15.zst", MARIADB_SNAPSHOT, POSTGRES))
                .isPresent();
    }

    @Test
    void aStreamThatLacksTheEndOfAFileIsRefused() throws IOException {
        byte[] stream = Xbstream.withCheckpoints().data("db/a\u001b.ibd", "x").bytes();

        assertThat(Snapshots.objection(folder, "a-mariadb_10.11.mbstream", stream, MARIADB))
                .hasValue("its stream ends before the end of db/a\\u001b.ibd");
    }

    @Test
    void aStreamWithoutTheToolsClosingFilesIsRefused() throws IOException {
        byte[] stream = new Xbstream().data("ibdata1", "x").end("ibdata1").bytes();

        assertThat(Snapshots.objection(folder, "a-mariadb_10.11.mbstream", stream, MARIADB))
                .hasValueSatisfying(why -> assertThat(why).contains("checkpoints"));
    }

    @Test
    void aChunkWithAWrongChecksumIsRefused() throws IOException {
        byte[] stream = Xbstream.withCheckpoints().data("ibdata1", "payload").bytes();
        stream[stream.length - 1] ^= 1;

        assertThat(Snapshots.objection(folder, "a-mariadb_10.11.mbstream", stream, MARIADB))
                .hasValue("its stream holds a damaged chunk of ibdata1");
    }

    @Test
    void aChunkOfAnUnknownTypeOrWithoutAPathIsRefused() throws IOException {
        assertThat(Snapshots.objection(
                        folder,
                        "a.mbstream",
                        Xbstream.withCheckpoints().head('Z', "a").bytes(),
                        MARIADB))
                .isPresent();
        assertThat(Snapshots.objection(
                        folder,
                        "a.mbstream",
                        Xbstream.withCheckpoints().head('E', "").bytes(),
                        MARIADB))
                .isPresent();
        assertThat(Snapshots.objection(
                        folder,
                        "a.mbstream",
                        Dumps.joined(Xbstream.withCheckpoints().bytes(), new byte[20]),
                        MARIADB))
                .isPresent();
    }

    @Test
    void sparseAndEmptyChunksArePartOfTheFormat() throws IOException {
        byte[] stream = Xbstream.withCheckpoints()
                .sparse("db/t.ibd", "data")
                .sparse("db/t.ibd", "")
                .data("db/t.ibd", "")
                .end("db/t.ibd")
                .bytes();

        assertThat(Snapshots.objection(folder, "a-mysql_8.0.xbstream", stream, MARIADB))
                .isEmpty();
    }

    @Test
    void chunksOfTheStreamDoNotDependOnHowItIsRead() {
        byte[] stream = Zstd.decompress(MARIADB_SNAPSHOT, 1 << 20);
        byte[] archive = Zstd.decompress(POSTGRES_SNAPSHOT, 1 << 20);
        XbstreamContent backup = new XbstreamContent();
        TarContent tar = new TarContent();
        for (int at = 0; at < stream.length; at++) {
            backup.accept(stream, at, 1);
        }
        for (int at = 0; at < archive.length; at++) {
            tar.accept(archive, at, 1);
        }

        assertThat(backup.objection()).isEmpty();
        assertThat(tar.objection()).isEmpty();
    }

    @Test
    void aTarArchiveWithoutItsEndOrItsVersionOrWithADamagedHeaderIsRefused() {
        byte[] archive = Zstd.decompress(POSTGRES_SNAPSHOT, 1 << 20);
        byte[] damaged = archive.clone();
        damaged[10] ^= 1;
        TarContent cut = new TarContent();
        cut.accept(archive, 0, 1024);
        TarContent broken = new TarContent();
        broken.accept(damaged, 0, damaged.length);
        TarContent bare = new TarContent();
        bare.accept(new byte[1024], 0, 1024);

        assertThat(cut.objection()).hasValue("its tar archive ends before its end mark");
        assertThat(broken.objection()).hasValue("its tar archive holds a damaged header");
        assertThat(bare.objection()).hasValue("its tar archive holds no PG_VERSION");
    }

    @Test
    void aSnapshotThatIsNotThereIsNoFactButAnError() {
        assertThatThrownBy(() -> SnapshotProof.read(folder.resolve("none.zst"), MARIADB))
                .isInstanceOf(NoSuchFileException.class);
    }
}

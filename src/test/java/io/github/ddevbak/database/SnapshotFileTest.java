package io.github.ddevbak.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ddevbak.project.DatabaseServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SnapshotFileTest {

    @Test
    void theLastTypeInANameIsTheServersAndTheRestTheSnapshots() {
        assertThat(SnapshotFile.parse("a-mysql_8.0-b-mariadb_10.11.zst"))
                .hasValue(new SnapshotFile(
                        "a-mysql_8.0-b", new DatabaseServer(DatabaseServer.Family.MARIADB, "10.11"), ".zst"));
        assertThat(SnapshotFile.parse("shop_20261122170228-postgres_15.gz"))
                .hasValue(new SnapshotFile(
                        "shop_20261122170228", new DatabaseServer(DatabaseServer.Family.POSTGRES, "15"), ".gz"));
        assertThat(SnapshotFile.parse("x-mysql_8.4.xbstream"))
                .hasValue(new SnapshotFile("x", new DatabaseServer(DatabaseServer.Family.MYSQL, "8.4"), ".xbstream"));
        assertThat(SnapshotFile.parse("x-mariadb_12.0.mbstream"))
                .map(SnapshotFile::suffix)
                .hasValue(".mbstream");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a.zst",
                "a-mariadb.zst",
                "-mariadb_10.11.zst",
                "a-mariadb_.zst",
                "a-oracle_1.zst",
                "a-mariadb_10.11.zip",
                "a-mariadb_10.11.zst.partial",
                "../a-mariadb_10.11.zst",
                "a\n-mariadb_10.11.zst",
                "a-MARIADB_10.11.zst"
            })
    void whatDdevWouldNotCallASnapshotIsNone(String name) {
        assertThat(SnapshotFile.parse(name)).isEmpty();
    }
}

package io.github.ddevbak.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class SnapshotStreamTest {
    @Test
    void aMariadbSnapshotIsAnMbstreamThatEndsEachFileItBegins() throws IOException {
        String stream = InflatedSnapshot.of(SnapshotStream.of(InflatedSnapshot.site("mariadb", "11.8"), false));

        assertThat(stream)
                .startsWith("XBSTCK01\0P")
                .contains("ibdata1", "db/product.ibd", "mariadb_backup_info")
                .endsWith("XBSTCK01\0E\u0013\0\0\0mariadb_backup_info");
        assertThat(stream.split("XBSTCK01\0P", -1)).hasSizeLessThan(stream.split("XBSTCK01\0E", -1).length);
    }

    @Test
    void aPostgresSnapshotIsATarThatEndsInZeros() throws IOException {
        String stream = InflatedSnapshot.of(SnapshotStream.of(InflatedSnapshot.site("postgres", "15"), false));

        assertThat(stream).startsWith("./\0").contains("./PG_VERSION\0", "./base/1/1259\0");
        assertThat(stream.length() % 512).isZero();
        assertThat(stream).endsWith("\0".repeat(1024));
    }

    @Test
    void aHollowSnapshotInflatesWholeAndHoldsNoServer() throws IOException {
        assertThat(InflatedSnapshot.of(SnapshotStream.of(InflatedSnapshot.site("mariadb", "11.8"), true)))
                .doesNotContain("ibdata1");
        assertThat(InflatedSnapshot.of(SnapshotStream.of(InflatedSnapshot.site("postgres", "15"), true)))
                .doesNotContain("PG_VERSION");
    }

    @Test
    void halfASnapshotCannotBeInflated() throws IOException {
        byte[] whole = SnapshotStream.of(InflatedSnapshot.site("mariadb", "11.8"), false);

        assertThatThrownBy(() -> InflatedSnapshot.of(Arrays.copyOf(whole, whole.length / 2)))
                .isInstanceOf(IOException.class);
    }
}

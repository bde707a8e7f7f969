package io.github.ddevbak.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ddevbak.demo.Volumes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VolumeEntriesTest {
    private static final byte[] WHOLE = Volumes.tar(
            "5 ./", "5 ./data/", "0 ./data/a alpha", "1 ./data/b ./data/a", "2 ./solr /opt/solr", "6 ./pipe");

    private static ArchiveCount counted(byte[] tar, int piece) {
        ArchiveCount count = new ArchiveCount();
        for (int from = 0; from < tar.length; from += piece) {
            count.write(tar, from, Math.min(piece, tar.length - from));
        }
        return count;
    }

    @ParameterizedTest(name = "pieces of {0} bytes")
    @ValueSource(ints = {1, 7, 512, 100_000})
    void filesAndLinksAreCountedHoweverTheStreamIsCut(int piece) {
        ArchiveCount count = counted(WHOLE, piece);

        assertThat(count.objection()).isEmpty();
        assertThat(count.files()).isEqualTo(3);
        assertThat(count.bytes()).isEqualTo(5);
    }

    @Test
    void anArchiveIsWholeOnlyWithBothBlocksThatEndIt() {
        for (int length = 0; length < WHOLE.length; length++) {
            assertThat(counted(Arrays.copyOf(WHOLE, length), 4096).objection())
                    .as("%d bytes", length)
                    .isPresent();
        }
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "0 ../x",
                "0 ./a/../../x",
                "0 /x",
                "5 ..",
                "1 ./h /etc/shadow",
                "1 ./h ../x",
                "4 ./device",
                "x ./pax",
                "S ./sparse",
            })
    void whatCouldLeadOutIsRefused(String entry) {
        assertThat(counted(Volumes.tar(entry), 512).objection()).isPresent();
    }

    @Test
    void nothingMayLieBehindALink() {
        byte[] tar = Volumes.tar("2 ./a /etc", "0 a//./passwd root");

        assertThat(counted(tar, 512).objection())
                .hasValueSatisfying(why -> assertThat(why).contains("lies behind a link"));
    }

    @Test
    void aLongNameIsReadAndLookedAtLikeAShortOne() {
        String deep = "./" + "d".repeat(150) + "/../../x";

        assertThat(counted(Volumes.tar("L ././@LongLink " + deep + "\0", "0 ./short"), 512)
                        .objection())
                .isPresent();
        assertThat(counted(Volumes.tar("L ././@LongLink ./" + "d".repeat(300) + "\0", "0 ./short"), 512)
                        .objection())
                .isEmpty();
    }

    @Test
    void aNameCannotReachTheTerminal() {
        byte[] tar = Volumes.tar("0 ../\u001b[2J");

        assertThat(counted(tar, 512).objection())
                .hasValueSatisfying(why -> assertThat(why).doesNotContain("\u001b"));
    }

    @Test
    void whatWasCompressedIsWhatIsReadBack(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("a.tar.gz");
        ArchiveFacts written;
        try (ArchiveWriter writer = new ArchiveWriter(file, 2)) {
            writer.write(WHOLE, 0, WHOLE.length);
            written = writer.finish();
        }

        try (var in = Files.newInputStream(file)) {
            assertThat(ArchiveProof.ofVolume(in)).isEqualTo(written);
        }
    }
}

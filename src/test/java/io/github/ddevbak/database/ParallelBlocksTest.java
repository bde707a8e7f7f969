package io.github.ddevbak.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ParallelBlocksTest {

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 32_767, 262_143, 262_144, 262_145, 524_288, 3_000_001})
    void whatGoesInComesOutWhateverItsLength(int length) throws IOException {
        byte[] plain = Noise.text(length, length);

        assertThat(Noise.inflated(Noise.compressed(plain, 3, 10_000))).isEqualTo(plain);
        assertThat(Noise.members(Noise.compressed(plain, 3, 10_000))).isEqualTo(plain);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 1, 2, 5, 1000})
    void theNumberOfThreadsDoesNotChangeTheFile(int threads) throws IOException {
        byte[] plain = Noise.text(2_000_000, 7);

        assertThat(Noise.compressed(plain, threads, 65_536)).isEqualTo(Noise.compressed(plain, 2, 2_000_000));
    }

    @Test
    void bytesThatCannotBeCompressedFitToo() throws IOException {
        byte[] plain = Noise.incompressible(1_500_000, 3);
        byte[] packed = Noise.compressed(plain, 2, 4096);

        assertThat(Noise.inflated(packed)).isEqualTo(plain);
        assertThat(packed.length).isLessThan(plain.length + plain.length / 100);
    }

    @Test
    void theFileIsAtMostOnePercentLargerThanInOnePiece() throws IOException {
        byte[] plain = Noise.text(6_000_000, 5);

        assertThat(Noise.compressed(plain, 2, 65_536)).hasSizeLessThan(Noise.byJava(plain).length * 101 / 100);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 100, 5000})
    void whatIsPutInToTheMiddleLeavesTheRestOfTheFileAsItWas(int more) throws IOException {
        byte[] plain = Noise.text(6_000_000, 5);
        byte[] changed = new byte[plain.length + more];
        System.arraycopy(plain, 0, changed, 0, 3_000_000);
        System.arraycopy(plain, 3_000_000, changed, 3_000_000 + more, 3_000_000);
        changed[3_000_000]++;

        byte[] before = Noise.compressed(plain, 2, 65_536);
        byte[] after = Noise.compressed(changed, 2, 65_536);

        int same = Arrays.mismatch(before, after) + sameAtTheEnd(before, after);
        assertThat(same).isGreaterThan(before.length * 8 / 10);
    }

    /** Without the checksum and the length, which stand last. */
    private static int sameAtTheEnd(byte[] one, byte[] other) {
        int same = 8;
        while (one[one.length - 1 - same] == other[other.length - 1 - same]) {
            same++;
        }
        return same;
    }

    @Test
    void aFullDiskIsAnErrorAndLeavesNoThread() {
        byte[] plain = Noise.incompressible(5_000_000, 1);

        assertThatThrownBy(() -> {
                    try (ParallelBlocks gzip = new ParallelBlocks(new FullDisk(1_000_000), 2, new Packing.Gzip())) {
                        gzip.write(plain, 0, plain.length);
                        gzip.finish();
                    }
                })
                .isInstanceOf(IOException.class)
                .hasMessage("No space left on device");
        assertThat(Noise.compressorsRun()).isFalse();
    }

    @Test
    void aDiskThatFillsUpWithTheLastBytesIsAnErrorToo() throws IOException {
        byte[] plain = Noise.text(1000, 1);
        int size = Noise.compressed(plain, 1, 1000).length;

        for (int room = 0; room < size; room++) {
            try (ParallelBlocks gzip = new ParallelBlocks(new FullDisk(room), 1, new Packing.Gzip())) {
                assertThatThrownBy(() -> {
                            gzip.write(plain, 0, plain.length);
                            gzip.finish();
                        })
                        .isInstanceOf(IOException.class);
            }
        }
    }

    @Test
    void theFullDeviceOfLinuxIsAnError() throws IOException {
        Assumptions.assumeTrue(Files.exists(Path.of("/dev/full")), "no /dev/full on this system");
        byte[] plain = Noise.text(5000, 1);
        try (OutputStream full = new FileOutputStream("/dev/full");
                ParallelBlocks gzip = new ParallelBlocks(full, 2, new Packing.Gzip())) {
            assertThatThrownBy(() -> {
                        gzip.write(plain, 0, plain.length);
                        gzip.finish();
                    })
                    .isInstanceOf(IOException.class);
        }
    }

    @Test
    void closingInTheMiddleLeavesNoThread() throws IOException {
        byte[] plain = Noise.text(5_000_000, 1);
        try (ParallelBlocks gzip = new ParallelBlocks(new ByteArrayOutputStream(), 4, new Packing.Gzip())) {
            gzip.write(plain, 0, plain.length);
        }

        assertThat(Noise.compressorsRun()).isFalse();
    }

    @Test
    void anInterruptEndsTheWaitAndIsNotForgotten() {
        byte[] plain = Noise.text(8_000_000, 1);
        try (ParallelBlocks gzip = new ParallelBlocks(new ByteArrayOutputStream(), 1, new Packing.Gzip())) {
            Thread.currentThread().interrupt();
            assertThatThrownBy(() -> gzip.write(plain, 0, plain.length)).isInstanceOf(InterruptedIOException.class);
        }

        assertThat(Thread.interrupted()).isTrue();
        assertThat(Noise.compressorsRun()).isFalse();
    }
}

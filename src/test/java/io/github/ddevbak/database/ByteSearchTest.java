package io.github.ddevbak.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ByteSearchTest {

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void theFirstOfTwoBytesIsFoundAsByLookingAtEach(long seed) {
        Random random = new Random(seed);
        byte[] bytes = new byte[64];
        for (int round = 0; round < 5000; round++) {
            for (int i = 0; i < bytes.length; i++) {
                bytes[i] = (byte) (random.nextInt(random.nextBoolean() ? 256 : 4) - 2);
            }
            byte one = (byte) (random.nextInt(8) - 4);
            byte other = (byte) (random.nextInt(8) - 4);
            int from = random.nextInt(bytes.length);
            int to = from + random.nextInt(bytes.length - from + 1);
            int expected = from;
            while (expected < to && bytes[expected] != one && bytes[expected] != other) {
                expected++;
            }

            assertThat(ByteSearch.first(bytes, from, to, one, other)).isEqualTo(expected);
        }
    }
}

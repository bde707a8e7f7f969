package io.github.ddevbak.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OrderedWorkTest {
    @ParameterizedTest(name = "seed 20261128, {0} in a hundred are to be read")
    @ValueSource(ints = {0, 1, 3, 50, 100})
    void whatIsKnownAndWhatIsReadComeInOneOrder(int share) throws IOException {
        Random random = new Random(20261128);
        List<Integer> taken = new ArrayList<>();

        try (OrderedWork<Integer> work = new OrderedWork<>(taken::add)) {
            for (int i = 0; i < 20_000; i++) {
                int number = i;
                if (random.nextInt(100) < share) {
                    work.give(() -> number, random.nextInt(2 << 20));
                } else {
                    work.known(number);
                }
            }
            work.finish();
        }

        assertThat(taken).isEqualTo(IntStream.range(0, 20_000).boxed().toList());
    }
}

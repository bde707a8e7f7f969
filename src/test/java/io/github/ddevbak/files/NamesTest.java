package io.github.ddevbak.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NamesTest {
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void namesComeSortedByTheirBytesAndEachOnce(long seed) {
        Random random = new Random(seed);
        Names names = new Names();
        TreeSet<RawPath> expected = new TreeSet<>();
        for (int i = 0; i < 20_000; i++) {
            byte[] bytes = new byte[1 + random.nextInt(i % 50 == 0 ? 255 : 4)];
            random.nextBytes(bytes);
            names.add(RawPath.of(bytes));
            expected.add(RawPath.of(bytes));
        }

        names.sort();

        List<RawPath> sorted = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            sorted.add(names.get(i));
        }
        assertThat(sorted).containsExactlyElementsOf(expected);
    }

    @Test
    void aNameLongerThanAnyFileSystemAllowsIsKeptWhole() {
        Names names = new Names();
        names.add(RawPath.of("b"));
        names.add(RawPath.of("a".repeat(5000)));
        names.sort();

        assertThat(names.get(0).length()).isEqualTo(5000);
        assertThat(names.get(1)).isEqualTo(RawPath.of("b"));
    }

    @Test
    void anEmptyFolderHasNone() {
        Names names = new Names();
        names.sort();

        assertThat(names.size()).isZero();
    }
}

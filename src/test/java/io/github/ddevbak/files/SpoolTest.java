package io.github.ddevbak.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpoolTest {

    @ParameterizedTest(name = "{0} bytes in memory")
    @ValueSource(ints = {1, 64, 1000, 20_000, 10_000_000})
    void pairsComeSortedAndThoseOfOneKeyAsTheyCame(int room) throws IOException {
        Random random = new Random(41);
        List<String> given = new ArrayList<>();
        try (Spool spool = new Spool(room)) {
            for (int i = 0; i < 3000; i++) {
                String key = "k\u00ff".repeat(random.nextInt(5)) + random.nextInt(400);
                String value = i + "v".repeat(random.nextInt(30));
                given.add(key + "=" + value);
                spool.add(bytes(key), bytes(value));
            }
            List<String> expected = new ArrayList<>(given);
            expected.sort(Comparator.comparing(pair -> pair.substring(0, pair.indexOf('='))));

            assertThat(all(spool.sorted())).isEqualTo(expected);
        }
    }

    @Test
    void oneValueLargerThanTheMemoryIsKept() throws IOException {
        String large = "x".repeat(500_000);
        try (Spool spool = new Spool(1000)) {
            spool.add(bytes("b"), bytes("small"));
            spool.add(bytes("a"), bytes(large));
            spool.add(bytes("c"), bytes(""));

            assertThat(all(spool.sorted())).containsExactly("a=" + large, "b=small", "c=");
        }
    }

    @Test
    void nothingInIsNothingOut() throws IOException {
        try (Spool spool = new Spool(1)) {
            assertThat(spool.sorted().next()).isFalse();
        }
    }

    private static List<String> all(Spool.Cursor cursor) throws IOException {
        List<String> all = new ArrayList<>();
        while (cursor.next()) {
            all.add(text(cursor.key()) + "=" + text(cursor.value()));
        }
        return all;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}

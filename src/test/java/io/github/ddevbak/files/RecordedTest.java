package io.github.ddevbak.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecordedTest {
    private static final String DIGEST = Tree.sha256("content");

    private static Recorded read(String json) throws MalformedLineException {
        return Recorded.entry(json.getBytes(StandardCharsets.UTF_8), ManifestLine::relative);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {51, 52, 53, 54})
    void whatIsWrittenIsReadBackByteForByte(long seed, @TempDir Path folder)
            throws IOException, MalformedLineException {
        Random random = new Random(seed);
        Path file = Files.writeString(folder.resolve("f"), "content");
        Files.setLastModifiedTime(
                file, FileTime.from(-1_234_567_890_123L - random.nextInt(1000), TimeUnit.MICROSECONDS));
        Stat stat = Stat.of(file);
        for (int i = 0; i < 300; i++) {
            RawPath path = RawPath.of(name(random));
            RawPath target = RawPath.of(name(random));
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            new EntryLine(path, stat, Optional.of(target), Optional.of(DIGEST)).writeTo(out);

            Recorded read = Recorded.entry(out.toByteArray(), ManifestLine::relative);

            assertThat(read.path()).isEqualTo(path);
            assertThat(read.state()).isEqualTo(FileState.of(stat, Optional.of(DIGEST), Optional.of(target)));
            assertThat(FileState.decoded(read.state().encoded())).isEqualTo(read.state());
        }
    }

    private static byte[] name(Random random) {
        byte[] name = new byte[1 + random.nextInt(12)];
        for (int b = 0; b < name.length; b++) {
            name[b] = (byte) "\n\r\\\"n%{\u0001\u007f*a\u00ff\u0080\u00c3\u00bc".charAt(random.nextInt(15));
        }
        return name;
    }

    @Test
    void membersOfALaterVersionArePassedOver() throws MalformedLineException {
        Recorded read =
                read("{ \"path\": \"a\", \"new\": null, \"type\": \"file\", \"n\": -1.5e3, \"x\": true, \"sha256\": \""
                        + DIGEST + "\" } ");

        assertThat(read.path().text()).isEqualTo("a");
        assertThat(read.state()).isEqualTo(FileState.checksum(DIGEST));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | no path",
                "{\"path\":\"a\"} | no type",
                "{\"path\":\"a\",\"type\":\"file\"} | no sha256",
                "{\"path\":\"a\",\"type\":\"heap\"} | none of",
                "{\"path\":\"../a\",\"type\":\"other\"} | upwards",
                "{\"path\":\"/a\",\"type\":\"other\"} | absolute",
                "{\"path\":\"a\",\"type\":\"other\",\"size\":\"1x\"} | whole number",
                "{\"path\":\"a\",\"type\":\"other\",\"mode\":\"0888\"} | octal",
                "{\"path\":\"a\",\"type\":\"other\",\"sha256\":\"12\"} | 64",
                "{\"path\":\"a\",\"pathBytes\":\"%f\",\"type\":\"other\"} | percent",
                "{\"path\":\"a\",\"pathBytes\":\"%zz\",\"type\":\"other\"} | percent",
                "{\"path\":\"a\",\"path\":\"b\"} | twice",
                "{\"path\":\"a\\x\"} | JSON",
                "{\"path\":\"a\\u00g0\"} | JSON",
                "{\"path\":{}} | JSON",
                "{\"path\":[]} | JSON",
                "{\"path\":\"a\"} x | JSON",
                "{\"path\":\"a\" | JSON",
                "{\"path\":\"a | cut off",
                "{\"path\":\"a\\ | cut off"
            })
    void aLineThatCannotBeReliedOnIsMalformed(String json, String why) {
        assertThatExceptionOfType(MalformedLineException.class)
                .isThrownBy(() -> read(json))
                .withMessageContaining(why);
    }

    @Test
    void aLineCutAnywhereIsMalformed() throws MalformedLineException {
        String whole = "{\"path\":\"a\\u00fc\",\"type\":\"file\",\"size\":1,\"sha256\":\"" + DIGEST + "\"}";
        List<Integer> accepted = new ArrayList<>();
        for (int length = 0; length < whole.length(); length++) {
            try {
                read(whole.substring(0, length));
                accepted.add(length);
            } catch (MalformedLineException expected) {
                assertThat(expected.why()).isNotEmpty();
            }
        }

        assertThat(accepted).isEmpty();
        assertThat(read(whole).state().size()).isEqualTo(1);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {61, 62})
    void rubbishIsMalformedAndNothingElse(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 2000; i++) {
            byte[] line = new byte[random.nextInt(40)];
            random.nextBytes(line);
            byte[] begun = Arrays.copyOf("{\"".getBytes(StandardCharsets.UTF_8), 2 + line.length);
            System.arraycopy(line, 0, begun, 2, line.length);

            assertThatExceptionOfType(MalformedLineException.class)
                    .isThrownBy(() -> Recorded.entry(begun, ManifestLine::relative));
        }
    }
}

package io.github.ddevbak.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ManifestLineTest {
    private static final String DIGEST = Tree.sha256("content");

    @ParameterizedTest
    @ValueSource(strings = {"  a/b c", " *a/b c", "  ./a//b c", " *././a/b c"})
    void textAndBinaryLinesOfBothToolsAreRead(String rest) throws MalformedLineException {
        ManifestLine line = ManifestLine.parse((DIGEST + rest).getBytes(StandardCharsets.UTF_8));

        assertThat(line.path().text()).isEqualTo("a/b c");
        assertThat(line.sha256()).isEqualTo(DIGEST);
    }

    @Test
    void upperCaseDigitsAreTheSameDigest() throws MalformedLineException {
        String upper = DIGEST.toUpperCase(Locale.ROOT);

        assertThat(ManifestLine.parse((upper + "  a").getBytes(StandardCharsets.UTF_8))
                        .sha256())
                .isEqualTo(DIGEST);
    }

    @ParameterizedTest
    @CsvSource({
        "'  /etc/passwd', absolute",
        "'  a/../../b', upwards",
        "'  ..', upwards",
        "'  a/..', upwards",
        "'  .', names no file",
        "'  ', names no file",
        "'', too short",
        "' a', two spaces",
        "'x a', two spaces",
        "'\ta b', two spaces",
        "'  a\0b', zero byte"
    })
    void aLineThatCouldDoHarmIsMalformed(String rest, String why) {
        assertThatExceptionOfType(MalformedLineException.class)
                .isThrownBy(() -> ManifestLine.parse((DIGEST + rest).getBytes(StandardCharsets.UTF_8)))
                .withMessageContaining(why);
    }

    @Test
    void aLineWithoutADigestIsMalformed() {
        assertThatExceptionOfType(MalformedLineException.class)
                .isThrownBy(
                        () -> ManifestLine.parse(("g" + DIGEST.substring(1) + "  a").getBytes(StandardCharsets.UTF_8)))
                .withMessageContaining("64 digits");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\\x", "a\\"})
    void anEscapeThatNoToolWritesIsMalformed(String name) {
        assertThatExceptionOfType(MalformedLineException.class)
                .isThrownBy(() -> ManifestLine.parse(("\\" + DIGEST + "  " + name).getBytes(StandardCharsets.UTF_8)))
                .withMessageContaining("escape");
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void whatIsWrittenIsReadBackByteForByte(long seed) throws IOException, MalformedLineException {
        Random random = new Random(seed);
        for (int i = 0; i < 500; i++) {
            byte[] name = new byte[1 + random.nextInt(12)];
            for (int b = 0; b < name.length; b++) {
                name[b] = (byte) "\n\r\\nr *a\u00ff\u0080".charAt(random.nextInt(10));
            }
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            new ManifestLine(DIGEST, RawPath.of(name)).writeTo(out);
            byte[] line = out.toByteArray();

            assertThat(out.toString(StandardCharsets.ISO_8859_1).indexOf('\n')).isEqualTo(line.length - 1);
            assertThat(ManifestLine.parse(Arrays.copyOf(line, line.length - 1)).path())
                    .isEqualTo(RawPath.of(name));
        }
    }
}

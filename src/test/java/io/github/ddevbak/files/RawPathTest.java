package io.github.ddevbak.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RawPathTest {
    @ParameterizedTest
    @ValueSource(strings = {"a", "a b", "\u00fc", "\u00fc/\u20ac", "%41", "a%", "\ud83d\ude00 +#?"})
    void aPathIsFoundAgainByItsBytes(String text) {
        RawPath path = RawPath.of(Path.of(text));

        assertThat(path).isEqualTo(RawPath.of(text));
        assertThat(path.under(Path.of("/x"))).isEqualTo(Path.of("/x").resolve(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/a", "/\u00e4/b", "../\u00e4", "\u00e4/"})
    void theTargetOfALinkKeepsItsForm(String target) {
        assertThat(RawPath.of(Path.of(target)))
                .isEqualTo(RawPath.of(Path.of(target).toString()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/base folder", "/b\u00e4se%41", "/"})
    void aFolderOfAnyNameCanBeTheBase(String base) {
        assertThat(RawPath.of("\u00fc/x y").under(Path.of(base)))
                .isEqualTo(Path.of(base).resolve("\u00fc/x y"));
    }

    @ParameterizedTest
    @CsvSource({"a/b, a, true", "a, a, true", "ab, a, false", "a, a/b, false", "a, '', true", "b/a, a, false"})
    void withinMeansWholeNames(String path, String folder, boolean within) {
        assertThat(RawPath.of(path).within(RawPath.of(folder))).isEqualTo(within);
    }

    @Test
    void bytesThatAreNoTextAreShownPercentEncoded() {
        RawPath odd = RawPath.of(new byte[] {'a', '/', (byte) 0xc3, '\n'});

        assertThat(odd.utf8()).isFalse();
        assertThat(odd.printable()).isEqualTo("a/%c3%0a");
        assertThat(odd.text()).isEqualTo("a/\ufffd\n");
    }

    @Test
    void textIsShownAsItIsButForControlCharacters() {
        assertThat(RawPath.of("\u00fc\n\u202e".getBytes(StandardCharsets.UTF_8)).printable())
                .isEqualTo("\u00fc\\n\\u202e");
    }
}

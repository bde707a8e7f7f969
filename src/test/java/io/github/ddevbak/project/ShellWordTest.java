package io.github.ddevbak.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ShellWordTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"db", "/home/user/projects/shop", "--database=db", "a.b-c_d:e,f@g%h+i"})
    void aPlainWordStaysAsItIs(String word) {
        assertThat(ShellWord.quoted(word)).isEqualTo(word);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "my blog|'my blog'",
                "it's|'it'\\''s'",
                "$(id)|'$(id)'",
                "a;b|'a;b'",
                "~|'~'",
                "=ls|'=ls'",
                "größe|'größe'",
                "\"\"|''"
            },
            delimiter = '|')
    void whatAShellWouldReadOtherwiseIsInSingleQuotes(String word, String quoted) {
        assertThat(ShellWord.quoted(word)).isEqualTo(quoted);
    }

    @Test
    void aWordWithALineBreakStaysOnOneLine() {
        assertThat(ShellWord.quoted("a\nb'\\\u202e")).isEqualTo("$'a\\012b\\'\\\\\\342\\200\\256'");
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void aShellReadsBackWhatWasQuoted(long seed) throws Exception {
        assumeTrue(Shell.has("bash"), "no bash here");
        String alphabet = "ab \t\n\r'\"\\$`!*?[]{}();&|<>#~=%-ü€\u001b\u202e\ud83d\ude00";
        int[] characters = alphabet.codePoints().toArray();
        StringBuilder word = new StringBuilder();
        new Random(seed).ints(40, 0, characters.length).forEach(i -> word.appendCodePoint(characters[i]));
        String line = "printf '%s.' " + ShellWord.quoted(word.toString());

        Shell.Ended ended = Shell.run(folder, Map.of("LC_ALL", "C.UTF-8"), "bash", "-c", line);

        assertThat(line).doesNotContain("\n");
        assertThat(ended).isEqualTo(new Shell.Ended(0, word + "."));
    }
}

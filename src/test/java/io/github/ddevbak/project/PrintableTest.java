package io.github.ddevbak.project;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PrintableTest {

    @Test
    void plainTextIsLeftAlone() {
        assertThat(Printable.text("Größe 日本 🙂")).isEqualTo("Größe 日本 🙂");
    }

    @Test
    void whatMovesACursorOrForgesALineIsShown() {
        assertThat(Printable.text("a\u001b[2Jb\nc\rd\te\u0000")).isEqualTo("a\\u001b[2Jb\\nc\\rd\\te\\u0000");
    }

    @Test
    void whatTurnsTheReadingDirectionIsShown() {
        assertThat(Printable.text("a\u202eb\u2066c\u2028")).isEqualTo("a\\u202eb\\u2066c\\u2028");
    }

    @Test
    void aHalfCharacterIsShown() {
        assertThat(Printable.text("x\ud83dy")).isEqualTo("x\\ud83dy");
    }
}

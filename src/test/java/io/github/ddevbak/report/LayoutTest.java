package io.github.ddevbak.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class LayoutTest {

    @Test
    void aSentenceIsBrokenBetweenWords() {
        assertThat(Layout.wrapped("one two three", "", "> ", 8)).containsExactly("one two", "> three");
        assertThat(Layout.wrapped("one two", "", "> ", 7)).containsExactly("one two");
    }

    @Test
    void aWordThatFitsNowhereHasItsOwnLine() {
        assertThat(Layout.wrapped("a bbbbbbbbbbbbbb c", "", "", 5)).containsExactly("a", "bbbbbbbbbbbbbb", "c");
        assertThat(Layout.wrapped("bbbbbbbbbbbbbb", "  ", "  ", 5)).containsExactly("  bbbbbbbbbbbbbb");
    }

    @Test
    void spacesInNamesAreKept() {
        assertThat(Layout.wrapped("a  b", "", "", 80)).containsExactly("a  b");
        assertThat(Layout.wrapped("", "  ", "", 80)).containsExactly("  ");
    }

    @Test
    void withoutATerminalNothingIsBroken() {
        assertThat(Layout.wrapped("word ".repeat(100) + "end", "", "", 0)).hasSize(1);
    }

    @Test
    void cellsAreReadDownwardsAndFillTheWidthExactly() {
        List<String> cells = List.of("a", "bb", "ccc", "d", "e");

        assertThat(Layout.sideBySide(cells, "  ", 11)).containsExactly("  a     d", "  bb    e", "  ccc");
        assertThat(Layout.sideBySide(cells, "  ", 10)).hasSize(5);
    }

    @Test
    void aCellWiderThanTheTerminalHasItsOwnLine() {
        assertThat(Layout.sideBySide(List.of("a".repeat(90), "b"), "", 80)).containsExactly("a".repeat(90), "b");
    }
}

package io.github.ddevbak.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProgressTest {
    private static final String AWAY = "\r\u001b[K";

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final PrintStream terminal = new PrintStream(out, true, StandardCharsets.UTF_8);
    private final SteppedClock clock = new SteppedClock();
    private final Progress progress = new Progress(terminal, true, 120, clock);

    private List<String> drawn() {
        return List.of(
                out.toString(StandardCharsets.UTF_8).substring(AWAY.length()).split("\\Q" + AWAY + "\\E", -1));
    }

    private String last() {
        return drawn().get(drawn().size() - 1);
    }

    @Test
    void filesTellHowManyOfHowManyTheRateAndWhatIsLeft() {
        progress.files("shop", "hashing", 9_345, 20_000, 900_000_000, 4_000_000_000L);
        clock.step(1_000);
        progress.files("shop", "hashing", 12_345, 20_000, 1_210_000_000, 4_000_000_000L);

        assertThat(last()).isEqualTo("shop: hashing 12 345 of 20 000 files, 1.2 GB of 4.0 GB, 310 MB/s, 9 s left");
    }

    @Test
    void withoutTotalsNothingIsSaidOfWhatIsLeft() {
        progress.files("shop", "hashing", 1, 0, 10, 0);
        clock.step(1_000);
        progress.files("shop", "hashing", 3, 0, 5_000_010, 0);

        assertThat(drawn()).containsExactly("shop: hashing 1 file, 10 B", "shop: hashing 3 files, 5.0 MB, 5.0 MB/s");
    }

    @Test
    void aTotalThatIsPassedIsNoLongerSaid() {
        progress.files("shop", "hashing", 10, 5, 100, 50);

        assertThat(last()).isEqualTo("shop: hashing 10 files, 100 B");
    }

    @Test
    void whereNoBytesAreReadTheFilesHaveTheRate() {
        progress.files("shop", "comparing", 0, 200_000, 0, 0);
        clock.step(500);
        progress.files("shop", "comparing", 50_000, 200_000, 0, 0);

        assertThat(last()).isEqualTo("shop: comparing 50 000 of 200 000 files, 0 B, 100 000 files/s, 2 s left");
    }

    @Test
    void theRateIsThatOfTheLastSeconds() {
        progress.files("shop", "hashing", 0, 0, 0, 0);
        for (int second = 1; second <= 20; second++) {
            clock.step(1_000);
            progress.files("shop", "hashing", second, 0, Math.max(0, second - 10) * 1_000_000L, 0);
        }

        assertThat(last()).endsWith(", 1.0 MB/s");
    }

    @Test
    void anotherProjectBeginsWithoutARate() {
        progress.files("shop", "hashing", 0, 0, 0, 0);
        clock.step(1_000);
        progress.files("shop", "hashing", 5, 0, 5_000_000, 0);
        progress.files("blog", "hashing", 1, 0, 7, 0);

        assertThat(last()).isEqualTo("blog: hashing 1 file, 7 B");
    }

    @Test
    void aClockThatIsSetBackNeitherStopsTheLineNorMakesARate() {
        progress.files("shop", "hashing", 0, 10, 0, 100);
        clock.step(-3_600_000);
        progress.files("shop", "hashing", 2, 10, 20, 100);

        assertThat(last()).isEqualTo("shop: hashing 2 of 10 files, 20 B of 100 B");
    }

    @Test
    void atMostTenLinesAreDrawnInASecond() {
        for (int i = 0; i < 1_000; i++) {
            progress.files("shop", "hashing", i, 0, i, 0);
            progress.bytes(i);
            clock.step(1);
        }

        assertThat(drawn()).hasSizeBetween(2, 11);
    }

    @Test
    void theLineIsNeverWiderThanTheTerminal() {
        Progress narrow = new Progress(terminal, true, 20, clock);

        narrow.files("shop", "hashing", 1_234_567, 2_000_000, 1, 2);

        assertThat(last()).isEqualTo("shop: hashing 1 234");
    }

    @Test
    void aCharacterOfTwoUnitsIsNotCutInTwo() {
        new Progress(terminal, true, 4, clock).working("", "😀😀😀😀😀");

        assertThat(last()).isEqualTo("😀😀😀");
    }

    @Test
    void whatCouldMoveTheCursorIsShownAndNotObeyed() {
        progress.files("a\u001b[2J", "x\ny", 0, 0, 0, 0);

        assertThat(last()).isEqualTo("a\\u001b[2J: x\\ny 0 files, 0 B");
    }

    @Test
    void filesWaitWhileAStreamIsBeingSaved() {
        progress.working("shop", "dumping db");
        clock.step(100);
        progress.bytes(12_000_000);
        clock.step(300);
        progress.files("blog", "hashing", 1, 0, 1, 0);

        assertThat(drawn()).containsExactly("shop: dumping db …", "shop: dumping db … 12.0 MB");

        clock.step(1_000);
        progress.files("blog", "hashing", 2, 0, 1, 0);

        assertThat(last()).startsWith("blog: hashing 2 files");
    }

    @Test
    void nothingIsDrawnWhereNobodyLooks() {
        Progress unseen = new Progress(terminal, false, 0, clock);
        unseen.working("shop", "looking");
        unseen.bytes(5);
        unseen.files("shop", "hashing", 1, 2, 3, 4);
        unseen.clear();

        assertThat(out.toString(StandardCharsets.UTF_8)).isEmpty();
    }

    @Test
    void theLineIsTakenAwayOnce() {
        progress.working("shop", "looking");
        progress.clear();
        progress.clear();

        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo(AWAY + "shop: looking …" + AWAY);
    }
}

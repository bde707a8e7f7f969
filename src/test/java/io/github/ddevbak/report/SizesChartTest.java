package io.github.ddevbak.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ddevbak.store.SetSummary;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SizesChartTest {
    private static final Instant FIRST = Instant.parse("2026-11-01T12:00:00Z");

    private static String drawn(List<SetSummary> newestFirst) {
        Markup page = new Markup();
        new SizesChart(newestFirst).draw(page);
        return page.toString();
    }

    private static List<SetSummary> days(int... megabytesNewestFirst) {
        return IntStream.range(0, megabytesNewestFirst.length)
                .mapToObj(i -> Weighed.set(
                        FIRST.plusSeconds(86_400L * (megabytesNewestFirst.length - 1 - i)),
                        megabytesNewestFirst[i] * 1_000_000L,
                        i != 0))
                .toList();
    }

    private static int count(String text, String part) {
        return text.split(Pattern.quote(part), -1).length - 1;
    }

    @Test
    void noSetIsASentenceAndNoDrawing() {
        assertThat(drawn(List.of())).contains("no set yet").doesNotContain("svg");
    }

    @Test
    void oneSetIsAPointInTheMiddleWithoutALine() {
        String drawing = drawn(days(7));

        assertThat(drawing).contains("M500.0 8.0 h0.01", "One set, 7.0 MB.").doesNotContain("class=\"sum\"");
    }

    @Test
    void manySetsStandInTheirTimeAndByTheirWeightAndTheOneThatIsNotGoodIsMarked() {
        String drawing = drawn(days(10, 5, 0));

        assertThat(drawing)
                .contains("class=\"sum\" d=\"M8.0 92.0 L500.0 50.0 L992.0 8.0\"")
                .contains("class=\"own\" d=\"M8.0 92.0 L500.0 71.0 L992.0 50.0\"")
                .contains("class=\"dot off\" d=\"M992.0 8.0 h0.01\"")
                .contains("3 sets: from 0 B to 10.0 MB, the newest 10.0 MB.")
                .contains("2026-11-01 12:00 UTC", "2026-11-03 12:00 UTC")
                .contains("&#60;recoverable&#62;");
        assertThat(count(drawing, "class=\"dot\"")).isEqualTo(2);
    }

    @Test
    void ofVeryManySetsTheNewestAreDrawnAndItIsSaid() {
        String drawing = drawn(days(IntStream.range(0, 1000).toArray()));

        assertThat(count(drawing, "h0.01")).isEqualTo(SizesChart.MOST);
        assertThat(drawing).contains("The newest 200 of 1000 sets: from 0 B to 199 MB, the newest 0 B.");
    }

    @Test
    void setsOfOneMomentAndOfNoWeightAreDrawnToo() {
        SetSummary empty = Weighed.set(FIRST, 0, true);

        assertThat(drawn(List.of(empty, empty)))
                .contains("M500.0 92.0 L500.0 92.0")
                .doesNotContain("NaN");
    }
}

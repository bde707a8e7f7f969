package io.github.ddevbak.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ddevbak.backup.Judgement;
import io.github.ddevbak.backup.Survives;
import io.github.ddevbak.backup.Verdict;
import io.github.ddevbak.project.Finding;
import io.github.ddevbak.project.Part;
import io.github.ddevbak.project.PartState;
import io.github.ddevbak.project.ProjectName;
import io.github.ddevbak.store.Learnt;
import io.github.ddevbak.store.NoteKind;
import io.github.ddevbak.store.SetSummary;
import io.github.ddevbak.upkeep.PartEvidence;
import io.github.ddevbak.upkeep.Standing;
import io.github.ddevbak.upkeep.Standings;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code list} and {@code status} look like on terminals of several widths. */
class CatalogueTextTest {
    private static final Instant NOW = Instant.parse("2026-11-22T16:31:05Z");
    private static final String LONG = "a-client-with-a-rather-long-name-and-a-subsite-as-well-2026";

    private static SetSummary set(String project, String label) {
        String id = "20261120T163105Z" + label;
        List<Learnt> learnt = List.of(
                new Learnt(NoteKind.VERIFIED, NOW.minusSeconds(7200), true, 4000),
                new Learnt(NoteKind.DRILLED, NOW.minusSeconds(300_000), true, 41_000));
        return new SetSummary(
                new ProjectName(project),
                id,
                Path.of("/sets/projects", project, id),
                new SetSummary.Figures(
                        NOW.minus(Duration.ofDays(2)), 123_456_789, 1, true, "not-recoverable", "mistake"),
                Map.of(Part.CODE, PartState.AT_RISK),
                learnt);
    }

    private static List<SetSummary> sets() {
        List<SetSummary> sets = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            sets.add(set(
                    i % 7 == 0 ? LONG : "client-" + i, i % 5 == 0 ? "-before-the-upgrade-of-everything-at-once" : ""));
        }
        sets.add(set("x".repeat(128), "-" + "y".repeat(64)));
        return sets;
    }

    private static Standing standing(SetSummary set) {
        Finding gone = Finding.info("status.unknown-to-ddev", "ddev knows no project '" + set.project() + "' any more");
        return new Standing(
                set.project().text(),
                new Judgement(Verdict.RECOVERABLE, Survives.MISTAKE, List.of()),
                List.of(new PartEvidence(Part.CODE, PartState.OK, Optional.of(set))),
                Optional.of(set),
                set.learnt(),
                false,
                List.of(),
                List.of(gone));
    }

    private static List<String> list(int columns, Ink ink) {
        return new ListText(ink, columns).of(sets(), NOW).lines().toList();
    }

    private static List<String> status(int columns, Ink ink) {
        List<Standing> standings =
                sets().stream().limit(40).map(CatalogueTextTest::standing).toList();
        return new StatusText(ink, false, columns).of(new Standings(standings, List.of()), NOW);
    }

    @ParameterizedTest
    @ValueSource(ints = {80, 100, 200})
    void nothingOfAListOrAStatusIsWiderThanTheTerminal(int columns) {
        assertThat(list(columns, Ink.PLAIN)).allMatch(line -> line.length() <= columns);
        assertThat(status(columns, Ink.PLAIN)).allMatch(line -> line.length() <= columns);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 80, 200})
    void theSizesOfAListStandBelowEachOther(int columns) {
        List<String> lines = list(columns, Ink.PLAIN);
        int size = lines.get(0).indexOf("SIZE");

        assertThat(lines.stream().filter(line -> line.contains("123 MB")))
                .hasSize(41)
                .allMatch(line -> line.indexOf("123 MB") == size);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 80, 200})
    void theAgesOfAStatusStandBelowEachOther(int columns) {
        List<String> lines = status(columns, Ink.PLAIN);
        int age = lines.get(0).indexOf("AGE");

        assertThat(lines.stream().filter(line -> line.contains("recoverable")))
                .hasSize(40)
                .allMatch(line -> line.startsWith("48 h", age) || line.startsWith("2 days", age));
    }

    @Test
    void coloursTakeNoRoom() {
        assertThat(uncoloured(list(80, Ink.COLOUR))).isEqualTo(list(80, Ink.PLAIN));
        assertThat(uncoloured(status(80, Ink.COLOUR))).isEqualTo(status(80, Ink.PLAIN));
    }

    private static List<String> uncoloured(List<String> lines) {
        return lines.stream().map(line -> line.replaceAll("\u001b\\[\\d+m", "")).toList();
    }

    @Test
    void projectsThatDdevKnowsNoMoreAreToldInOneSentence() {
        List<String> lines = status(0, Ink.PLAIN);

        assertThat(lines.stream().filter(line -> line.contains("any more")))
                .singleElement()
                .asString()
                .startsWith("info     ddev knows no projects '")
                .contains("'client-1', 'client-2'");
    }

    @Test
    void aListThatIsNoTerminalsKeepsEachSetOnOneLineWithItsNames() {
        assertThat(list(0, Ink.PLAIN))
                .anyMatch(line -> line.startsWith("client-5 ")
                        && line.contains(" 20261120T163105Z-before-the-upgrade-of-everything-at-once "));
    }
}

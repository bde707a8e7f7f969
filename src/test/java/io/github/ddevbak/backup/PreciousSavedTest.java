package io.github.ddevbak.backup;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ddevbak.git.PreciousFiles;
import io.github.ddevbak.project.Finding;
import io.github.ddevbak.project.Part;
import io.github.ddevbak.project.PartState;
import io.github.ddevbak.project.Severity;
import io.github.ddevbak.store.PartRecord;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class PreciousSavedTest {
    private static final List<String> PRECIOUS = List.of(".env", "auth.json");

    private final Map<Part, PartRecord> parts = new EnumMap<>(Part.class);

    @Test
    void whatTheConfigPartSavedIsNoLossOfTheCode() {
        code();
        config(PartState.OK, List.of(".ddev/config.yaml", ".env", "auth.json"));

        PartRecord code = settled();

        assertThat(code.state()).isEqualTo(PartState.OK);
        assertThat(code.findings()).extracting(Finding::severity).containsExactly(Severity.INFO);
        assertThat(code.findings().get(0).sentence())
                .isEqualTo("2 files that a restore needs and Git ignores are in the set: .env, auth.json.");
    }

    @Test
    void whatOneOfThemLacksStaysALoss() {
        code();
        config(PartState.OK, List.of(".env"));

        PartRecord code = settled();

        assertThat(code.state()).isEqualTo(PartState.AT_RISK);
    }

    @Test
    void aConfigPartThatFailedOrWasNotAskedForSavesNothing() {
        for (PartState state : new PartState[] {PartState.FAILED, PartState.AT_RISK, PartState.SKIPPED}) {
            code();
            config(state, PRECIOUS);

            assertThat(settled().state()).isEqualTo(PartState.AT_RISK);
        }
        parts.remove(Part.CONFIG);
        assertThat(settled().state()).isEqualTo(PartState.AT_RISK);
    }

    @Test
    void anotherLossStaysOneAndSoDoesThatOfANestedRepository() {
        Finding stash = Finding.loss("code.stash", "1 stash.", "");
        Finding nested = Finding.loss("code.ignored-precious", "Nested repository x/: 1 file.", "");
        code(stash, nested);
        config(PartState.OK, PRECIOUS);

        PartRecord code = settled();

        assertThat(code.state()).isEqualTo(PartState.AT_RISK);
        assertThat(code.findings()).contains(stash, nested);
    }

    @Test
    void whatARescueSavedTooIsToldOnce() {
        Finding loss = PreciousFiles.finding(PRECIOUS);
        String sentence = loss.sentence().replaceFirst("\\.$", "; saved in the set.");
        Finding rescued = Finding.warning(loss.code(), sentence, loss.hint());
        parts.put(
                Part.CODE,
                new PartRecord(Part.CODE, PartState.OK, List.of(rescued), Map.of(CodePart.PRECIOUS, PRECIOUS), 1));
        config(PartState.OK, PRECIOUS);

        assertThat(settled().findings()).containsExactly(PreciousFiles.saved(PRECIOUS));
    }

    private PartRecord settled() {
        PreciousSaved.settle(parts);
        return Objects.requireNonNull(parts.get(Part.CODE));
    }

    private void code(Finding... others) {
        List<Finding> findings = new ArrayList<>(List.of(others));
        findings.add(PreciousFiles.finding(PRECIOUS));
        parts.put(
                Part.CODE,
                new PartRecord(Part.CODE, PartState.AT_RISK, findings, Map.of(CodePart.PRECIOUS, PRECIOUS), 1));
    }

    private void config(PartState state, List<String> files) {
        parts.put(Part.CONFIG, new PartRecord(Part.CONFIG, state, List.of(), Map.of("files", files), 1));
    }
}

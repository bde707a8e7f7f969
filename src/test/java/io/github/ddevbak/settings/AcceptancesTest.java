package io.github.ddevbak.settings;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ddevbak.project.Finding;
import io.github.ddevbak.project.Part;
import io.github.ddevbak.project.Severity;
import java.util.List;
import org.junit.jupiter.api.Test;

class AcceptancesTest {
    private static final Finding LOSS = Finding.loss("code.no-remote", "It has no remote", "git remote add …");
    private static final Acceptance THROW_AWAY = new Acceptance("code.no-remote", "throw-away");

    private static List<Finding> code(List<Finding> findings, Acceptance... accept) {
        return Acceptances.laidOver(Part.CODE, findings, List.of(accept));
    }

    @Test
    void anAcceptedLossStaysAndSaysWhyItDoesNotCount() {
        Finding accepted = code(List.of(LOSS), THROW_AWAY).get(0);

        assertThat(accepted).isEqualTo(LOSS.acceptedBecause("throw-away"));
        assertThat(accepted.counts()).isFalse();
    }

    @Test
    void everyFindingOfTheCodeIsAcceptedAndNoOther() {
        Finding another = Finding.warning("code.no-remote", "Nor has the submodule", "");
        Finding stash = Finding.loss("code.stash", "One stash", "");

        assertThat(code(List.of(LOSS, stash, another), THROW_AWAY))
                .extracting(Finding::accepted)
                .containsExactly("throw-away", "", "throw-away");
    }

    @Test
    void anAcceptanceThatMatchesNothingIsSeen() {
        List<Finding> findings = code(List.of(), THROW_AWAY);

        assertThat(findings).singleElement().satisfies(unused -> {
            assertThat(unused.code()).isEqualTo("settings.accept-unused");
            assertThat(unused.severity()).isEqualTo(Severity.INFO);
            assertThat(unused.sentence()).contains("code.no-remote", "throw-away");
        });
    }

    @Test
    void anAcceptanceForAnotherPartIsNotSaidToBeUnused() {
        assertThat(Acceptances.laidOver(Part.FILES, List.of(), List.of(THROW_AWAY)))
                .isEmpty();
    }

    @Test
    void anInfoOfThatCodeIsNeitherAcceptedNorMissing() {
        Finding info = Finding.info("code.no-remote", "It is only told");

        assertThat(code(List.of(info), THROW_AWAY)).containsExactly(info);
    }

    @Test
    void anErrorIsNeverAcceptedAndThatIsSaid() {
        Finding error = Finding.error("code.unreadable", "It cannot be read", "");

        List<Finding> findings = code(List.of(error), new Acceptance("code.unreadable", "so what"));

        assertThat(findings).hasSize(2).startsWith(error);
        assertThat(findings.get(1).code()).isEqualTo("settings.accept-error");
        assertThat(findings.get(1).severity()).isEqualTo(Severity.WARNING);
    }

    @Test
    void aReasonCannotMoveTheCursor() {
        Finding accepted = code(List.of(LOSS), new Acceptance("code.no-remote", "a\u001b[2Jb\nc"))
                .get(0);

        assertThat(accepted.accepted()).isEqualTo("a\\u001b[2Jb\\nc");
    }
}

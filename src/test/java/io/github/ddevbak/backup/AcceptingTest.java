package io.github.ddevbak.backup;

import static io.github.ddevbak.backup.Sample.part;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.ddevbak.project.Finding;
import io.github.ddevbak.project.Part;
import io.github.ddevbak.project.PartState;
import io.github.ddevbak.project.ProjectStatus;
import io.github.ddevbak.settings.Acceptance;
import io.github.ddevbak.settings.ProjectSettings;
import io.github.ddevbak.settings.SettingsException;
import io.github.ddevbak.store.PartRecord;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AcceptingTest {
    private static final Finding NO_REMOTE = Finding.loss("code.no-remote", "no remote", "");
    private static final Finding STASH = Finding.loss("code.stash", "a stash", "");

    private static PartRecord accepting(PartRecord part, String... codes) {
        List<Acceptance> accept = List.of(codes).stream()
                .map(code -> new Acceptance(code, "because"))
                .toList();
        ProjectSettings defaults = ProjectSettings.DEFAULT;
        ProjectSettings settings = new ProjectSettings(
                defaults.rescue(),
                defaults.rescueMax(),
                defaults.upstream(),
                defaults.copy(),
                defaults.copyMax(),
                accept);
        return new Accepting(project -> settings).of(Sample.project("shop", ProjectStatus.RUNNING), part);
    }

    private static PartRecord broken(PartRecord part) {
        return new Accepting(project -> {
                    throw new SettingsException("the file is broken.");
                })
                .of(Sample.project("shop", ProjectStatus.RUNNING), part);
    }

    @Test
    void aPartWhoseLossesAreAllAcceptedIsGoodAndStillTellsThem() {
        PartRecord part = accepting(part(Part.CODE, PartState.AT_RISK, NO_REMOTE), "code.no-remote");

        assertThat(part.state()).isEqualTo(PartState.OK);
        assertThat(part.findings()).containsExactly(NO_REMOTE.acceptedBecause("because"));
    }

    @Test
    void oneLossThatIsNotAcceptedKeepsThePartAtRisk() {
        PartRecord part = accepting(part(Part.CODE, PartState.AT_RISK, NO_REMOTE, STASH), "code.no-remote");

        assertThat(part.state()).isEqualTo(PartState.AT_RISK);
    }

    @Test
    void aPartAtRiskForAnotherReasonIsNotMadeGood() {
        PartRecord part = accepting(part(Part.CODE, PartState.AT_RISK), "code.no-remote");

        assertThat(part.state()).isEqualTo(PartState.AT_RISK);
    }

    @Test
    void whatCouldNotBeLookedAtIsNotAccepted() {
        PartRecord failed =
                part(Part.CODE, PartState.FAILED, NO_REMOTE, Finding.error("code.unreadable", "cannot be read", ""));

        PartRecord part = accepting(failed, "code.no-remote", "code.unreadable", "code.stash");

        assertThat(part.state()).isEqualTo(PartState.FAILED);
        assertThat(part.findings())
                .extracting(Finding::code)
                .containsExactly("code.no-remote", "code.unreadable", "settings.accept-error");
    }

    @Test
    void anAcceptedLossLowersNeitherVerdictNorWhatTheProjectSurvives() {
        PartRecord part = accepting(part(Part.CODE, PartState.AT_RISK, NO_REMOTE), "code.no-remote");

        assertThat(Judge.judge(List.of(part), Set.of(), true))
                .isEqualTo(new Judgement(Verdict.RECOVERABLE, Survives.DISK, List.of()));
    }

    @Test
    void anAcceptedLossBesideAnotherDoesNotMakeTheProjectNotRecoverable() {
        PartRecord part = accepting(part(Part.CODE, PartState.AT_RISK, NO_REMOTE, STASH), "code.no-remote");

        assertThat(Judge.judge(List.of(part), Set.of(), true).verdict()).isEqualTo(Verdict.AT_RISK);
    }

    @Test
    void aSettingsFileThatIsBrokenAcceptsNothingAndIsToldOnceAndThrowsNothingAway() {
        PartRecord part = broken(broken(part(Part.CODE, PartState.AT_RISK, NO_REMOTE)));

        assertThat(part.state()).isEqualTo(PartState.AT_RISK);
        assertThat(part.findings())
                .extracting(Finding::code)
                .containsExactly("code.no-remote", "usage.project-settings");
    }

    @Test
    void aPartWithNothingToAcceptSaysNothingOfABrokenSettingsFile() {
        PartRecord part = part(Part.DATABASE, PartState.OK);

        assertThat(broken(part)).isEqualTo(part);
    }
}

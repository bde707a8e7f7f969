package io.github.ddevbak.backup;

import static io.github.ddevbak.backup.Sample.part;
import static io.github.ddevbak.backup.Sample.with;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.ddevbak.project.Finding;
import io.github.ddevbak.project.Part;
import io.github.ddevbak.project.PartState;
import io.github.ddevbak.store.PartRecord;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class JudgeTest {
    private static final PartRecord DATABASE = part(Part.DATABASE, PartState.OK);
    private static final PartRecord CODE = with(part(Part.CODE, PartState.OK), Map.of("offDisk", true));
    private static final PartRecord CONFIG = part(Part.CONFIG, PartState.OK);
    private static final PartRecord FILES = with(part(Part.FILES, PartState.OK), Map.of("upstream", "pantheon"));

    @Test
    void aProjectWithEveryPartGoodAndElsewhereSurvivesTheDisk() {
        Judgement judgement = Judge.judge(List.of(DATABASE, CODE, CONFIG, FILES), Set.of(), true);

        assertThat(judgement).isEqualTo(new Judgement(Verdict.RECOVERABLE, Survives.DISK, List.of()));
    }

    @Test
    void setsOnTheDiskOfTheProjectSurviveOnlyAMistake() {
        Judgement judgement = Judge.judge(List.of(DATABASE, CODE, CONFIG, FILES), Set.of(), false);

        assertThat(judgement)
                .isEqualTo(new Judgement(Verdict.RECOVERABLE, Survives.MISTAKE, List.of("database", "config")));
    }

    @Test
    void codeWhoseOnlyRemoteIsOnThisDiskDoesNotSurviveIt() {
        PartRecord here = with(part(Part.CODE, PartState.OK), Map.of("offDisk", false));

        assertThat(Judge.judge(List.of(DATABASE, here, CONFIG, FILES), Set.of(), true)
                        .survives())
                .isEqualTo(Survives.MISTAKE);
    }

    @Test
    void anUnpushedCommitMakesTheProjectAtRisk() {
        PartRecord code = part(Part.CODE, PartState.AT_RISK, Finding.loss("code.unpushed-branch", "one commit", ""));

        assertThat(Judge.judge(List.of(DATABASE, code), Set.of(), true))
                .isEqualTo(new Judgement(Verdict.AT_RISK, Survives.NOTHING, List.of("code")));
    }

    @Test
    void codeWithoutAnyRemoteIsNotRecoverable() {
        PartRecord code = part(Part.CODE, PartState.AT_RISK, Finding.loss("code.no-remote", "no remote", ""));

        assertThat(Judge.judge(List.of(DATABASE, code), Set.of(), true).verdict())
                .isEqualTo(Verdict.NOT_RECOVERABLE);
    }

    @Test
    void aFailedDatabaseWithoutAnEarlierGoodCopyIsNotRecoverable() {
        assertThat(Judge.judge(List.of(part(Part.DATABASE, PartState.FAILED)), Set.of(), true)
                        .verdict())
                .isEqualTo(Verdict.NOT_RECOVERABLE);
    }

    @Test
    void aFailedDatabaseWithAnEarlierGoodCopyIsAtRisk() {
        assertThat(Judge.judge(List.of(part(Part.DATABASE, PartState.FAILED)), Set.of(Part.DATABASE), true)
                        .verdict())
                .isEqualTo(Verdict.AT_RISK);
    }

    @Test
    void codeThatCouldNotBeLookedAtIsUnknown() {
        assertThat(Judge.judge(List.of(DATABASE, part(Part.CODE, PartState.FAILED)), Set.of(), true)
                        .verdict())
                .isEqualTo(Verdict.UNKNOWN);
    }

    @Test
    void partsThatHaveNothingOrWereNotAskedForDoNotCount() {
        List<PartRecord> parts = List.of(
                part(Part.DATABASE, PartState.NONE),
                part(Part.FILES, PartState.NONE),
                part(Part.CONFIG, PartState.SKIPPED),
                CODE);

        assertThat(Judge.judge(parts, Set.of(), false))
                .isEqualTo(new Judgement(Verdict.RECOVERABLE, Survives.DISK, List.of()));
    }

    @Test
    void userFilesInTheSetSurviveTheDiskOnlyWhereTheSetIsOnAnother() {
        PartRecord copied = with(part(Part.FILES, PartState.OK), Map.of("copied", Map.of("files", 3)));

        assertThat(Judge.judge(List.of(DATABASE, CODE, CONFIG, copied), Set.of(), true))
                .isEqualTo(new Judgement(Verdict.RECOVERABLE, Survives.DISK, List.of()));
        assertThat(Judge.judge(List.of(CODE, copied), Set.of(), false))
                .isEqualTo(new Judgement(Verdict.RECOVERABLE, Survives.MISTAKE, List.of("files")));
    }

    @Test
    void anUpstreamThatBringsBackOnlySomeDirectoriesIsNoCopyOfTheOthers() {
        PartRecord some = with(
                part(Part.FILES, PartState.OK),
                Map.of("upstream", "live", "uncovered", List.of("private"), "copied", Map.of("files", 3)));

        assertThat(Judge.judge(List.of(CODE, some), Set.of(), false).survives()).isEqualTo(Survives.MISTAKE);
        assertThat(Judge.judge(List.of(CODE, some), Set.of(), true).survives()).isEqualTo(Survives.DISK);
    }

    @Test
    void userFilesWithoutAnyCopyAreNotRecoverable() {
        PartRecord files = part(Part.FILES, PartState.AT_RISK, Finding.loss("files.no-copy", "3 user files", ""));

        assertThat(Judge.judge(List.of(CODE, files), Set.of(), true).verdict()).isEqualTo(Verdict.NOT_RECOVERABLE);
    }
}

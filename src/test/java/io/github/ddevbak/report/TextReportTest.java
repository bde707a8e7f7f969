package io.github.ddevbak.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ddevbak.backup.Judgement;
import io.github.ddevbak.backup.ProjectResult;
import io.github.ddevbak.backup.RunResult;
import io.github.ddevbak.backup.Survives;
import io.github.ddevbak.backup.Verdict;
import io.github.ddevbak.project.Finding;
import io.github.ddevbak.project.Part;
import io.github.ddevbak.project.PartState;
import io.github.ddevbak.project.Project;
import io.github.ddevbak.project.ProjectName;
import io.github.ddevbak.project.ProjectStatus;
import io.github.ddevbak.store.PartRecord;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TextReportTest {
    private static final Project SHOP = new Project(
            new ProjectName("shop"),
            Path.of("/shop"),
            "php",
            "",
            ProjectStatus.RUNNING,
            Optional.empty(),
            false,
            List.of(),
            true);
    private static final PartRecord GOOD = new PartRecord(Part.CONFIG, PartState.NONE, List.of(), Map.of(), 0);
    private static final PartRecord LOSS = new PartRecord(
            Part.CODE,
            PartState.AT_RISK,
            List.of(Finding.loss("code.stash", "One stash", "git stash pop")),
            Map.of(),
            0);

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final PrintStream lines = new PrintStream(out, true, StandardCharsets.UTF_8);

    private TextReport report(boolean quiet, Ink ink) {
        return report(quiet, ink, 0);
    }

    private TextReport report(boolean quiet, Ink ink, int columns) {
        return new TextReport(lines, lines, new Progress(lines, false, 0, Clock.systemUTC()), ink, quiet, columns);
    }

    private static RunResult result(Survives survives, PartRecord... parts) {
        Verdict verdict = survives == Survives.NOTHING ? Verdict.AT_RISK : Verdict.RECOVERABLE;
        ProjectResult project = new ProjectResult(
                SHOP,
                Optional.empty(),
                List.of(parts),
                new Judgement(verdict, survives, List.of("database")),
                Duration.ofSeconds(2));
        return new RunResult(
                "all", Instant.EPOCH, Instant.EPOCH.plusSeconds(2), Map.of(), List.of(), List.of(project), false);
    }

    private String told() {
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void eachPartHasALineAsItGoes() {
        report(false, Ink.PLAIN).part(SHOP, LOSS);

        assertThat(told()).isEqualTo("shop            code     at-risk  One stash\n");
    }

    @Test
    void onATerminalSentencesAreBrokenBetweenWordsAndCommandsAreNot() {
        PartRecord wordy = new PartRecord(
                Part.CODE,
                PartState.AT_RISK,
                List.of(Finding.loss(
                        "code.stash",
                        "One stash holds work that nothing else has",
                        "git stash pop, and commit it then")),
                Map.of(),
                0);
        TextReport report = report(false, Ink.PLAIN, 50);

        report.part(SHOP, wordy);
        report.summary(result(Survives.NOTHING, wordy), false, Path.of("/backups"));

        assertThat(told()).isEqualTo("""
                shop            code     at-risk  One stash holds
                                                  work that
                                                  nothing else has

                What to do
                loss     shop: One stash holds work that nothing
                         else has.
                         → git stash pop, and commit it then
                """);
    }

    @Test
    void eachLossIsToldWithItsProjectAndWhatToDo() {
        report(false, Ink.PLAIN).summary(result(Survives.NOTHING, LOSS), true, Path.of("/backups"));

        assertThat(told()).contains("loss     shop: One stash.\n         → git stash pop\n");
    }

    @Test
    void aProjectThatSurvivesOnlyAMistakeIsToldSoWithWhatToDo() {
        report(false, Ink.PLAIN).summary(result(Survives.MISTAKE, GOOD), true, Path.of("/backups"));

        assertThat(told()).contains("not the loss of this disk: shop (database)", "--dest");
    }

    @Test
    void anAcceptedLossIsToldApartWithItsReasonAndNotAsSomethingToDo() {
        Finding accepted =
                Finding.loss("code.no-remote", "No remote", "git remote add").acceptedBecause("throw-away");
        PartRecord code = new PartRecord(
                Part.CODE, PartState.OK, List.of(accepted), Map.of("branch", "main", "offDisk", false), 0);
        TextReport report = report(false, Ink.PLAIN);
        report.part(SHOP, code);
        report.summary(result(Survives.DISK, code), true, Path.of("/backups"));

        assertThat(told())
                .startsWith("shop            code     ok       1 accepted below\n")
                .endsWith("\nAccepted\n         shop: No remote. Because: throw-away\n")
                .doesNotContain("What to do", "git remote add", "on a remote");
    }

    @Test
    void quietSaysNothingOfWhatIsGood() {
        TextReport quiet = report(true, Ink.PLAIN);
        quiet.part(SHOP, GOOD);
        quiet.summary(result(Survives.MISTAKE, GOOD), true, Path.of("/backups"));

        assertThat(told()).isEmpty();
    }

    @Test
    void quietStillTellsALoss() {
        TextReport quiet = report(true, Ink.PLAIN);
        quiet.part(SHOP, LOSS);
        quiet.summary(result(Survives.NOTHING, LOSS), true, Path.of("/backups"));

        assertThat(told()).contains("One stash");
    }

    @Test
    void quietStillTellsAConfigurationThatIsWrong() {
        Finding wrong = Finding.warning("usage.project-settings", "A key is unknown", "Mend it.");
        PartRecord code = new PartRecord(Part.CODE, PartState.OK, List.of(wrong), Map.of(), 0);

        report(true, Ink.PLAIN).summary(result(Survives.DISK, code), true, Path.of("/backups"));

        assertThat(told()).contains("shop: A key is unknown.");
    }

    @Test
    void withoutColourThereIsNoEscape() {
        report(false, Ink.PLAIN).summary(result(Survives.NOTHING, LOSS), true, Path.of("/backups"));

        assertThat(told()).doesNotContain("\u001b");
    }

    @Test
    void colourIsOnlyAroundTheWords() {
        report(false, Ink.COLOUR).part(SHOP, LOSS);

        assertThat(told()).contains("\u001b[35mat-risk\u001b[0m");
    }
}

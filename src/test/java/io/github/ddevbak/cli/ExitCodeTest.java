package io.github.ddevbak.cli;

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
import io.github.ddevbak.project.ProjectFinding;
import io.github.ddevbak.project.ProjectName;
import io.github.ddevbak.project.ProjectStatus;
import io.github.ddevbak.store.PartRecord;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ExitCodeTest {
    private static final PartRecord GOOD = new PartRecord(Part.DATABASE, PartState.OK, List.of(), Map.of(), 0);
    private static final PartRecord LOST = new PartRecord(
            Part.CODE, PartState.AT_RISK, List.of(Finding.loss("code.stash", "a stash", "")), Map.of(), 0);
    private static final PartRecord FAILED = failed("database.dump-failed");

    private static PartRecord failed(String code) {
        return new PartRecord(Part.DATABASE, PartState.FAILED, List.of(Finding.error(code, "no", "")), Map.of(), 0);
    }

    private static RunResult run(boolean cancelled, List<ProjectFinding> findings, PartRecord... parts) {
        Project project = new Project(
                new ProjectName("shop"),
                Path.of("/shop"),
                "php",
                "",
                ProjectStatus.RUNNING,
                Optional.empty(),
                false,
                List.of(),
                true);
        Judgement judgement = new Judgement(Verdict.RECOVERABLE, Survives.MISTAKE, List.of());
        ProjectResult result = new ProjectResult(project, Optional.empty(), List.of(parts), judgement, Duration.ZERO);
        return new RunResult("all", Instant.EPOCH, Instant.EPOCH, Map.of(), findings, List.of(result), cancelled);
    }

    @Test
    void allGoodIsZero() {
        assertThat(ExitCode.of(run(false, List.of(), GOOD))).isEqualTo(ExitCode.OK);
    }

    @Test
    void aLossIsThree() {
        assertThat(ExitCode.of(run(false, List.of(), GOOD, LOST)).number()).isEqualTo(3);
    }

    @Test
    void aFailureWinsOverALoss() {
        assertThat(ExitCode.of(run(false, List.of(), LOST, FAILED)).number()).isEqualTo(1);
    }

    @Test
    void aMissingEnvironmentWinsOverAFailure() {
        assertThat(ExitCode.of(run(false, List.of(), FAILED, failed("database.docker-down")))
                        .number())
                .isEqualTo(10);
    }

    @Test
    void wrongUsageWinsOverAMissingEnvironment() {
        assertThat(ExitCode.of(run(false, List.of(), failed("database.docker-down"), failed("usage.unknown-database")))
                        .number())
                .isEqualTo(2);
    }

    @Test
    void anInterruptionWinsOverEverything() {
        assertThat(ExitCode.of(run(true, List.of(), failed("usage.unknown-database")))
                        .number())
                .isEqualTo(130);
    }

    @Test
    void anErrorOfTheRunAsAWholeIsOneThoughEveryProjectIsGood() {
        ProjectFinding hidden = new ProjectFinding("blog", Finding.error("discovery.hidden", "hidden", ""));

        assertThat(ExitCode.of(run(false, List.of(hidden), GOOD)).number()).isEqualTo(1);
    }

    @Test
    void aWarningChangesNothing() {
        ProjectFinding warning = new ProjectFinding("blog", Finding.warning("discovery.vanished", "vanished", ""));

        assertThat(ExitCode.of(run(false, List.of(warning), GOOD))).isEqualTo(ExitCode.OK);
    }
}

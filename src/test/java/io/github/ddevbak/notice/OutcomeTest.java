package io.github.ddevbak.notice;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ddevbak.project.Finding;
import io.github.ddevbak.project.Part;
import io.github.ddevbak.project.PartState;
import io.github.ddevbak.store.PartRecord;
import io.github.ddevbak.store.RunProject;
import io.github.ddevbak.store.RunRecord;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OutcomeTest {
    private static final Instant NOW = Instant.parse("2026-11-22T16:31:05Z");

    private static RunProject project(String name, String verdict, Finding... findings) {
        PartRecord code = new PartRecord(Part.CODE, PartState.AT_RISK, List.of(findings), Map.of(), 1);
        return new RunProject(name, "/p/" + name, "", "", verdict, "mistake", List.of(code), 0, 1);
    }

    private static RunRecord run(RunProject... projects) {
        return new RunRecord(
                RunRecord.SCHEMA,
                "20261122T163105Z",
                "all",
                NOW,
                NOW,
                3,
                Map.of(),
                List.of(Finding.error("discovery.vanished", "blog is gone", "Look.")),
                List.of(projects));
    }

    @Test
    void itTellsTheVerdictInOneLineAndWhatToDoInOthers() {
        Outcome outcome = Outcome.of(
                run(
                        project("good", "recoverable"),
                        project(
                                "shop",
                                "at-risk",
                                Finding.loss("code.no-remote", "no remote", "Add one."),
                                Finding.loss("code.stash", "a stash", "").acceptedBecause("mine"),
                                Finding.warning("code.shallow", "shallow", ""))),
                3,
                "{}");

        assertThat(outcome.summary())
                .isEqualTo("ddevbak all: done, but something would be lost; 1 of 2 projects are recoverable"
                        + " (shop at-risk)");
        assertThat(outcome.details()).containsExactly("error: blog is gone. Look.", "loss: shop: no remote. Add one.");
        assertThat(outcome.projects()).containsEntry("shop", "at-risk, survives mistake, code at-risk");
    }

    @Test
    void whatFailedIsToldBeforeWhatChangedAndThatBeforeWhatStands() {
        Outcome outcome = Outcome.of(
                        run(project("shop", "at-risk", Finding.loss("code.no-remote", "no remote", "Add one."))),
                        1,
                        "{}")
                .with(List.of("changed: shop was recoverable; is at-risk"));

        assertThat(outcome.details())
                .containsExactly(
                        "error: blog is gone. Look.",
                        "changed: shop was recoverable; is at-risk",
                        "loss: shop: no remote. Add one.");
        assertThat(Outcome.notBegun("all", 10, "no disk", "{}")
                        .with(List.of("changed: exit code was 0; is 10"))
                        .details())
                .containsExactly("no disk", "changed: exit code was 0; is 10");
    }

    @Test
    void itsTextIsBoundedHoweverMuchThereIsToTell() {
        Finding loss = Finding.loss("code.no-remote", "x".repeat(100_000), "");
        Outcome outcome = Outcome.of(
                run(project("shop", "at-risk", Collections.nCopies(1000, loss).toArray(Finding[]::new))), 3, "{}");

        assertThat(outcome.text().length()).isLessThan(20_000);
    }

    @Test
    void aRunThatCouldNotBeginSaysWhy() {
        Outcome outcome = Outcome.notBegun("all", 10, "The folder /mnt/\u001busb is not there.", "{}");

        assertThat(outcome.text()).isEqualTo("""
                        ddevbak all: ddev, Docker or the destination cannot be used
                        The folder /mnt/\\u001busb is not there.
                        """);
        assertThat(Outcome.notBegun("all", 143, "", "").summary()).endsWith("interrupted");
    }
}

package io.github.ddevbak.git;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ddevbak.project.Finding;
import io.github.ddevbak.project.FindingCodes;
import io.github.ddevbak.project.Severity;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every way of losing code, made with real git. */
class LossCatalogueTest {
    /** Told only with a remote that is asked, with git-lfs, with a rescue, by a run, or where git itself fails. */
    private static final Set<String> MADE_ELSEWHERE = Set.of(
            "code.cancelled",
            "code.damaged",
            "code.folder-missing",
            "code.git-missing",
            "code.lfs-missing",
            "code.lfs-not-asked",
            "code.lfs-not-pushed",
            "code.lfs-not-set-up",
            "code.no-answer",
            "code.not-rescued",
            "code.remote-branch-gone",
            "code.remote-rewound",
            "code.remote-unreachable",
            "code.rescue-left-out",
            "code.rescued",
            "code.tags-not-asked",
            "code.unpushed-tag-name",
            "code.unpushed-tag-object");

    @ParameterizedTest
    @EnumSource(LossState.class)
    void theStateIsToldWithItsCodeItsNumbersAndAHint(LossState state, @TempDir Path temp) {
        Sandbox sandbox = new Sandbox(temp);
        Path folder = state.make(sandbox);

        GitReport report = sandbox.check(folder);

        List<Finding> told = report.findings().stream()
                .filter(finding -> finding.code().equals(state.code))
                .toList();
        assertThat(told).as("%s", report.findings()).isNotEmpty();
        assertThat(told.get(0).severity()).isEqualTo(state.severity);
        assertThat(told.get(0).sentence()).contains(state.sentence);
        assertThat(told.get(0).hint().isEmpty()).isEqualTo(state.severity == Severity.INFO);
    }

    @Test
    void everyCodeOfTheCatalogueHasAState() {
        Set<String> listed = FindingCodes.ofParts().stream()
                .filter(code -> code.startsWith("code."))
                .collect(Collectors.toCollection(TreeSet::new));
        listed.removeAll(MADE_ELSEWHERE);

        assertThat(Arrays.stream(LossState.values()).map(state -> state.code).collect(Collectors.toSet()))
                .isEqualTo(listed);
    }
}

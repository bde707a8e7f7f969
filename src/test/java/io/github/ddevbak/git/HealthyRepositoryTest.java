package io.github.ddevbak.git;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ddevbak.project.PartState;
import io.github.ddevbak.project.Severity;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Not one alarm where nothing would be lost. */
class HealthyRepositoryTest {

    @ParameterizedTest
    @EnumSource(HealthyState.class)
    void nothingAboveInfoIsSaidOfAHealthyRepository(HealthyState state, @TempDir Path temp) {
        Sandbox sandbox = new Sandbox(temp);

        GitReport report = sandbox.check(state.make(sandbox));

        assertThat(report.findings()).noneMatch(finding -> finding.severity() != Severity.INFO);
        assertThat(report.state()).isEqualTo(PartState.OK);
    }

    @Test
    void aSubmoduleAtItsRecordedCommitIsNoAlarm(@TempDir Path temp) {
        Sandbox sandbox = new Sandbox(temp);
        Path shop = sandbox.cloned();
        sandbox.submodule(shop);
        sandbox.elsewhere(shop);
        sandbox.elsewhere(shop.resolve("lib"));

        assertThat(sandbox.check(shop).findings()).noneMatch(finding -> finding.severity() != Severity.INFO);
    }

    @Test
    void aShallowCloneIsNoMoreThanAWarning(@TempDir Path temp) {
        Sandbox sandbox = new Sandbox(temp);
        Path thin = LossState.SHALLOW.make(sandbox);
        sandbox.elsewhere(thin);

        assertThat(sandbox.check(thin).state()).isEqualTo(PartState.OK);
    }
}

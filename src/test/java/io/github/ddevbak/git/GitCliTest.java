package io.github.ddevbak.git;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ddevbak.process.Input;
import io.github.ddevbak.process.Invocation;
import io.github.ddevbak.process.ProcessResult;
import io.github.ddevbak.process.ProcessRunner;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GitCliTest {
    /** Sub-commands that only read, in the forms used here. */
    private static final Set<String> READING =
            Set.of("rev-parse", "status", "for-each-ref", "config", "rev-list", "ls-files", "hash-object");

    @Test
    void aQuestionMayNotLockAskReachANetworkOrBeLedAstray() {
        GitCli git = new GitCli(call -> ProcessResult.exited(0, "", ""), Duration.ofSeconds(7));

        Invocation question = git.question(Path.of("/home/ada/shop"), List.of("status"));

        assertThat(question.environment())
                .containsEntry("GIT_OPTIONAL_LOCKS", "0")
                .containsEntry("GIT_TERMINAL_PROMPT", "0")
                .containsEntry("GIT_ALLOW_PROTOCOL", "none")
                .containsEntry("LC_ALL", "C")
                .containsEntry("GIT_DIR", "")
                .containsEntry("GIT_ASKPASS", "");
        assertThat(question.command())
                .startsWith("git", "--no-pager")
                .contains("core.fsmonitor=false", "core.hooksPath=/dev/null", "protocol.allow=never")
                .endsWith("status")
                .noneMatch(word -> word.startsWith("safe.directory"));
        assertThat(question.directory()).contains(Path.of("/home/ada/shop"));
        assertThat(question.timeout()).isEqualTo(Duration.ofSeconds(7));
        assertThat(question.input()).isEqualTo(new Input.Nothing());
    }

    @Test
    void aCleanCloneTakesThreeQuestionsHoweverManyBranchesItHas(@TempDir Path temp) {
        Sandbox sandbox = new Sandbox(temp);
        Path shop = sandbox.clonedFromElsewhere();
        for (int i = 0; i < 30; i++) {
            sandbox.git(shop, "branch", "topic-" + i);
        }
        List<String> asked = new ArrayList<>();
        ProcessRunner real = sandbox.runner();
        ProcessRunner counting = call -> {
            asked.add(call.command().stream()
                    .filter(READING::contains)
                    .findFirst()
                    .orElse("something else"));
            return real.run(call);
        };

        new GitCheck(counting, Sandbox.PATIENCE).check(shop, Sandbox.NOW);

        assertThat(asked).containsExactly("config", "status", "rev-list");
    }
}

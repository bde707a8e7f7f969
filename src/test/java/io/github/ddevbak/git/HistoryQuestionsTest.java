package io.github.ddevbak.git;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ddevbak.project.Finding;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistoryQuestionsTest {

    @Test
    void moreCommitsThanAreReadHideNoBranchAndAreSaidToBeAtLeast(@TempDir Path temp) {
        Sandbox sandbox = new Sandbox(temp);
        Path shop = sandbox.clonedFromElsewhere();
        sandbox.git(shop, "checkout", "-q", "-b", "older");
        sandbox.at(Sandbox.NOW.minus(Duration.ofDays(30)));
        sandbox.commit(shop, "a", "1");
        sandbox.git(shop, "checkout", "-q", "main");
        sandbox.at(Sandbox.NOW.minus(Duration.ofDays(1)));
        for (String text : new String[] {"1", "2", "3"}) {
            sandbox.commit(shop, "b", text);
        }
        GitCli git = new GitCli(sandbox.runner(), Sandbox.PATIENCE);
        Repository repository = new LayoutQuestion(git).repository(shop).orElseThrow();
        HistoryQuestions questions = new HistoryQuestions(git, 2);
        List<Remote> remotes = RemoteConfig.of(repository.config()).remotes(shop);
        List<String> heads = List.of(sandbox.git(shop, "rev-parse", "HEAD"));

        History history = questions.look(repository, remotes, heads);

        assertThat(HistoryLosses.of(history, heads.stream().findFirst(), List.of(), Optional.empty(), Sandbox.NOW))
                .extracting(Finding::sentence)
                .containsExactly(
                        "Branch main has at least 2 commits that no remote has.",
                        "Branch older has at least 1 commit that no remote has.");
    }
}

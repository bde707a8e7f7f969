package io.github.ddevbak.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GitConfigTest {

    @Test
    void whatGitListsIsReadWholeWhateverTheNamesAndValuesHold(@TempDir Path temp) {
        Sandbox sandbox = new Sandbox(temp);
        Path shop = sandbox.init("shop");
        sandbox.git(shop, "config", "remote.my.own \"remote.URL", "two\nlines = and.more");
        sandbox.git(shop, "config", "--add", "remote.my.own \"remote.url", "");
        sandbox.git(shop, "config", "--global", "core.Pager", "less");
        sandbox.write(shop, ".git/more", "[core]\n\tpager\n");
        sandbox.git(shop, "config", "include.path", "more");

        GitConfig config = GitConfig.ask(new GitCli(sandbox.runner(), Sandbox.PATIENCE), shop);

        assertThat(config.values("remote", "my.own \"remote", "url")).containsExactly("two\nlines = and.more", "");
        assertThat(config.values("core", "", "pager")).containsExactly("less", "");
        assertThat(config.value("core", "", "pager")).contains("");
        assertThat(config.value("core", "pager", "")).isEmpty();
        assertThat(config.entries())
                .filteredOn(entry -> entry.is("core", "", "pager"))
                .extracting(GitConfig.Entry::ofRepository)
                .containsExactly(false, true);
        assertThat(config.entries())
                .filteredOn(entry -> entry.is("core", "", "fsmonitor"))
                .extracting(GitConfig.Entry::scope)
                .containsExactly("command");
    }

    @Test
    void anAnswerInAnotherFormIsRefused() {
        assertThatThrownBy(() -> GitConfig.parse("local\0nonsense\0")).isInstanceOf(UnansweredException.class);
    }
}

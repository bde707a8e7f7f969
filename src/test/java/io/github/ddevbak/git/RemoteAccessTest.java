package io.github.ddevbak.git;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RemoteAccessTest {
    private static final GitConfig NOTHING = new GitConfig(List.of());

    private static GitConfig saying(String scope, String command) {
        return new GitConfig(List.of(
                new GitConfig.Entry(scope, "core", "", "sshcommand", command),
                new GitConfig.Entry("command", "core", "", "sshcommand", "false")));
    }

    @Test
    void sshIsToldNeverToAskAndNotToWaitForLong() {
        RemoteAccess access = new RemoteAccess(Duration.ofSeconds(5), Optional.empty());

        assertThat(access.sshCommand(NOTHING)).isEqualTo("ssh -o BatchMode=yes -o ConnectTimeout=5");
    }

    @Test
    void whatTheUserSetsForSshIsKept() {
        RemoteAccess plain = new RemoteAccess(Duration.ofMinutes(5), Optional.empty());
        assertThat(plain.sshCommand(saying("global", "ssh -i ~/.ssh/work")))
                .isEqualTo("ssh -i ~/.ssh/work -o BatchMode=yes -o ConnectTimeout=15");

        RemoteAccess said = RemoteAccess.of(Map.of("GIT_SSH_COMMAND", "'/opt/my ssh/ssh' -4"), Duration.ofSeconds(9));
        assertThat(said.sshCommand(saying("global", "ssh -i ~/.ssh/work")))
                .isEqualTo("'/opt/my ssh/ssh' -4 -o BatchMode=yes -o ConnectTimeout=9");

        RemoteAccess program = RemoteAccess.of(Map.of("GIT_SSH", "/opt/my ssh/plink"), Duration.ofSeconds(9));
        assertThat(program.sshCommand(NOTHING)).isEqualTo("'/opt/my ssh/plink' -batch");
    }

    @Test
    void aProgramThatIsNoSshIsCalledAsTheUserSays() {
        RemoteAccess access = new RemoteAccess(Duration.ofSeconds(9), Optional.of("/usr/bin/wrapper --fast"));

        assertThat(access.sshCommand(NOTHING)).isEqualTo("/usr/bin/wrapper --fast");
    }

    @Test
    void whatTheRepositorySetsForSshIsNotHeeded() {
        RemoteAccess access = new RemoteAccess(Duration.ofSeconds(9), Optional.empty());

        assertThat(access.sshCommand(saying("local", "touch /tmp/evil"))).startsWith("ssh -o BatchMode=yes");
        assertThat(access.sshCommand(saying("worktree", "touch /tmp/evil"))).startsWith("ssh -o BatchMode=yes");
    }
}

package io.github.ddevbak.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JobEnvironmentTest {
    private static JobEnvironment of(Map<String, String> ours) {
        return JobEnvironment.of(
                TimerSystem.CRON, ours, "/home/ada", "/jvm", program -> program.equals("git") ? "" : "/opt/" + program);
    }

    @Test
    void theProgramsFoldersComeFirst() {
        assertThat(of(Map.of("PATH", "/x")).variables())
                .isEqualTo(Map.of(
                        "HOME", "/home/ada",
                        "JAVA_HOME", "/jvm",
                        "PATH",
                                "/opt/ddev:/opt/docker:/opt/java:/opt/restic:/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin",
                        "DDEVBAK_SCHEDULED", "cron"));
    }

    @Test
    void foldersStandAsTheyDoNowSoThatTheSameProgramsAreFound() {
        Map<String, String> variables = of(Map.of("PATH", "/x:/opt/java:/usr/bin/:/opt/ddev:/bin:/usr/local/bin"))
                .variables();

        assertThat(variables)
                .containsEntry(
                        "PATH",
                        "/opt/java:/usr/bin:/opt/ddev:/bin:/usr/local/bin:/opt/docker:/opt/restic:/usr/sbin:/sbin");
    }

    @Test
    void whatSaysWhereThingsAreGoesAlongAndASessionDoesNot() {
        Map<String, String> variables = of(Map.of(
                        "XDG_STATE_HOME", "/s",
                        "XDG_SESSION_ID", "3",
                        "DOCKER_HOST", "unix:///d",
                        "DDEV_XDG_CONFIG_HOME", "/c",
                        "DDEVBAK_DEST", "/sets",
                        "DDEVBAK_HOOK", "1",
                        "LS_COLORS", "x"))
                .variables();

        assertThat(variables)
                .containsKeys("XDG_STATE_HOME", "DOCKER_HOST", "DDEV_XDG_CONFIG_HOME", "DDEVBAK_DEST")
                .doesNotContainKeys("XDG_SESSION_ID", "DDEVBAK_HOOK", "LS_COLORS");
    }

    @Test
    void whatDdevTellsItsOwnCommandsOfOneProjectStaysBehind() {
        assertThat(of(Map.of("DDEV_APPROOT", "/p", "DDEV_PROJECT", "shop", "DDEV_XDG_CONFIG_HOME", "/c"))
                        .variables())
                .containsKey("DDEV_XDG_CONFIG_HOME")
                .doesNotContainKeys("DDEV_APPROOT", "DDEV_PROJECT");
    }

    @Test
    void theWayOutGoesAlongUnlessAPasswordIsInIt() {
        JobEnvironment made = of(Map.of(
                "https_proxy", "http://proxy:3128",
                "NO_PROXY", "localhost,.local",
                "HTTPS_PROXY", "http://ada:hunter2@proxy:3128"));

        assertThat(made.variables())
                .containsEntry("https_proxy", "http://proxy:3128")
                .containsEntry("NO_PROXY", "localhost,.local")
                .doesNotContainKey("HTTPS_PROXY");
        assertThat(made.leftOut()).containsExactly("HTTPS_PROXY");
    }

    @Test
    void secretsAreNamedAndNotPassedOn() {
        JobEnvironment made = of(Map.of(
                "DOCKER_AUTH_CONFIG", "{}",
                "DDEVBAK_PASSWORD", "x",
                "DDEVBAK_PASSWORD_FILE", "/f",
                "DDEV_API_TOKEN", "y"));

        assertThat(made.leftOut())
                .containsExactlyInAnyOrder("DOCKER_AUTH_CONFIG", "DDEVBAK_PASSWORD", "DDEV_API_TOKEN");
        assertThat(made.variables()).containsKey("DDEVBAK_PASSWORD_FILE").doesNotContainKey("DDEVBAK_PASSWORD");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/a\nb", "/a\tb", "/a\u001b[31m", "/a\ufffd", "/a\u202e", "relative"})
    void aProgramThatNoTimerCanNameIsRefused(String program) {
        List<String> command = List.of(program);

        assertThatThrownBy(() -> new Job(Jobs.DAILY, command, Map.of(), "/log"))
                .isInstanceOf(ScheduleRefusedException.class);
    }

    @Test
    void aVariableThatNoTimerCanHoldIsRefusedByName() {
        Map<String, String> environment = Map.of("DDEVBAK_DEST", "/a\n* * * * * root");

        assertThatThrownBy(() -> new Job(Jobs.DAILY, List.of("/bin/x"), environment, "/log"))
                .isInstanceOf(ScheduleRefusedException.class)
                .hasMessageContaining("DDEVBAK_DEST")
                .hasMessageNotContaining("\n");
    }
}

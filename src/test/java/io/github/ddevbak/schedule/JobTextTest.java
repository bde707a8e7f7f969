package io.github.ddevbak.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JobTextTest {
    private static final String SIGNS = "aZ9 /:='\"\\%$&<>;#`!~*?()[]{}|ü€😀-._,@+";

    private static Map<String, String> variables(Random random) {
        int[] signs = SIGNS.codePoints().toArray();
        Map<String, String> variables = new TreeMap<>();
        for (int i = 0; i < 20; i++) {
            StringBuilder value = new StringBuilder();
            for (int length = random.nextInt(12) + 1; length > 0; length--) {
                value.appendCodePoint(signs[random.nextInt(signs.length)]);
            }
            variables.put((i % 2 == 0 ? "V_" : "v_") + i, value.toString());
        }
        return variables;
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void whatIsWrittenForAnySystemIsReadBack(long seed) {
        Map<String, String> variables = variables(new Random(seed));
        Job job = new Job(Rhythm.daily("12:30"), List.of("/usr/bin/ddevbak", "all"), variables, "/log");

        assertThat(JobText.environment(TimerSystem.CRON, List.of(CronText.block(job, "/x"), CronText.script(job))))
                .isEqualTo(variables);
        assertThat(JobText.environment(TimerSystem.SYSTEMD, List.of(SystemdText.service(job), SystemdText.timer(job))))
                .isEqualTo(variables);
        assertThat(JobText.environment(TimerSystem.LAUNCHD, List.of(LaunchdText.plist(job))))
                .isEqualTo(variables);
    }

    @Test
    void aLineInAFormThatIsNotOursIsRefusedWithoutItsValue() {
        for (String line :
                List.of("export A=$(hunter2)", "export A=\"hunter2\"", "export A=x B='hunter2", "export hunter")) {
            assertThatThrownBy(() -> JobText.environment(TimerSystem.CRON, List.of(line)))
                    .isInstanceOf(ScheduleRefusedException.class)
                    .message()
                    .doesNotContain("hunter2");
        }
        assertThatThrownBy(() -> JobText.environment(TimerSystem.SYSTEMD, List.of("Environment=A=b C=hunter2")))
                .hasMessageContaining("was edited")
                .message()
                .doesNotContain("hunter2");
    }

    @Test
    void whatOnlyTheBackupKnowsIsNotPassedOn() {
        assertThat(JobTrial.passedOn(List.of(
                        "/d",
                        "all",
                        "--quiet",
                        "--soft-fail",
                        "--if-older-than",
                        "20h",
                        "--wait-for-docker",
                        "10m",
                        "--lock-wait",
                        "0s",
                        "--config",
                        "/c",
                        "--exclude",
                        "all-*")))
                .containsExactly("--config", "/c", "--exclude", "all-*");
    }
}

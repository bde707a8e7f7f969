package io.github.ddevbak.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.ddevbak.process.ProcessResult;
import io.github.ddevbak.process.ProcessRunner;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AskedTimersTest {
    @TempDir
    Path folder;

    private final List<String> said = new ArrayList<>();

    /** Everything works, but for the call with this text in it. */
    private ProcessRunner failing(String text) {
        return failing(text, "");
    }

    /** The same, on a machine where what is shown of something is this. */
    private ProcessRunner failing(String text, String shown) {
        return call -> {
            said.add(call.typed());
            boolean fails = !text.isEmpty() && call.typed().contains(text);
            String out = switch (call.typed()) {
                case "id -u" -> "501\n";
                case "id -un" -> "ada\n";
                default -> call.typed().contains("show") ? shown : "";
            };
            return fails
                    ? ProcessResult.exited(3, "inactive\n", "Failed to do it\n")
                    : ProcessResult.exited(0, out, "");
        };
    }

    @Test
    void systemdIsToldOfBothUnitsAndAskedWhetherTheTimerRuns() {
        SystemdTimers timers = new SystemdTimers(failing(""), folder);
        Job job = Jobs.plain(Jobs.DAILY);

        timers.install(job);

        assertThat(said)
                .containsExactly(
                        "systemctl --user daemon-reload",
                        "systemctl --user reset-failed ddevbak.service",
                        "systemctl --user enable ddevbak.timer",
                        "systemctl --user restart ddevbak.timer",
                        "systemctl --user is-active ddevbak.timer");
        assertThat(timers.present()).isEqualTo(timers.texts(job));

        said.clear();
        timers.remove();

        assertThat(timers.present()).isEmpty();
        assertThat(said)
                .containsExactly(
                        "systemctl --user disable --now ddevbak.timer",
                        "systemctl --user clean --what=state ddevbak.timer",
                        "systemctl --user show --property=SubState ddevbak.service",
                        "systemctl --user daemon-reload",
                        "systemctl --user reset-failed ddevbak.service");
    }

    @ParameterizedTest
    @CsvSource({"SubState=auto-restart,true", "SubState=auto-restart-queued,true", "SubState=running,false"})
    void aJobThatWaitsToBeTriedAgainGoesWithItsScheduleAndOneUnderWayDoesNot(String state, boolean stopped) {
        SystemdTimers timers = new SystemdTimers(failing("", state + "\n"), folder);
        timers.install(Jobs.plain(Jobs.DAILY));

        timers.remove();

        assertThat(said.contains("systemctl --user stop ddevbak.service")).isEqualTo(stopped);
        assertThat(timers.present()).isEmpty();
    }

    @Test
    void systemdThatIsTooOldToForgetWhenTheTimerWasDueIsNoFailure() {
        SystemdTimers timers = new SystemdTimers(failing("clean"), folder);
        timers.install(Jobs.plain(Jobs.DAILY));

        timers.remove();

        assertThat(timers.present()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"Linger=no,true", "Linger=yes,false", "'',false"})
    void aTimerThatNeedsALoginSaysSo(String shown, boolean told) {
        SystemdTimers timers = new SystemdTimers(failing("", shown + "\n"), folder);

        Optional<String> condition = timers.condition();

        assertThat(said).containsExactly("id -un", "loginctl show-user ada --property=Linger");
        assertThat(condition.isPresent()).isEqualTo(told);
        condition.ifPresent(sentence -> assertThat(sentence).contains("loginctl enable-linger ada"));
    }

    @Test
    void aTimerThatDoesNotRunAfterwardsIsAFailure() {
        SystemdTimers timers = new SystemdTimers(failing("is-active"), folder);

        assertThatThrownBy(() -> timers.install(Jobs.plain(Jobs.DAILY)))
                .isInstanceOf(ScheduleRefusedException.class)
                .hasMessageContaining("inactive");
    }

    @Test
    void aUnitOfAnothersIsLeftAloneAndNothingIsWritten() throws Exception {
        Path other = Files.createDirectories(folder.resolve("systemd/user")).resolve("ddevbak.timer");
        Files.writeString(other, "[Timer]\nOnCalendar=daily\n");
        SystemdTimers timers = new SystemdTimers(failing(""), folder);

        assertThatThrownBy(() -> timers.install(Jobs.plain(Jobs.DAILY)))
                .isInstanceOf(ScheduleRefusedException.class)
                .hasMessageContaining("ddevbak.timer");
        assertThatThrownBy(timers::remove).isInstanceOf(ScheduleRefusedException.class);
        assertThat(other).hasContent("[Timer]\nOnCalendar=daily\n");
        assertThat(folder.resolve("systemd/user/ddevbak.service")).doesNotExist();
        assertThat(said).isEmpty();
    }

    @Test
    void launchdForgetsTheOldAgentBeforeItHearsOfTheNew() {
        LaunchdTimers timers = new LaunchdTimers(failing("bootout"), folder);
        Job job = Jobs.plain(Jobs.DAILY);
        Path plist = folder.resolve("Library/LaunchAgents/io.github.ddevbak.plist");

        timers.install(job);

        assertThat(said)
                .containsExactly(
                        "id -u",
                        "launchctl bootout gui/501/io.github.ddevbak",
                        "launchctl bootstrap gui/501 " + plist,
                        "launchctl print gui/501/io.github.ddevbak");
        assertThat(timers.present()).isEqualTo(timers.texts(job));
        assertThat(timers.asleep()).isEmpty();

        timers.remove();

        assertThat(plist).doesNotExist();
    }

    @Test
    void anAgentThatLaunchdRefusesIsAFailure() {
        LaunchdTimers timers = new LaunchdTimers(failing("bootstrap"), folder);

        assertThatThrownBy(() -> timers.install(Jobs.plain(Jobs.DAILY)))
                .isInstanceOf(ScheduleRefusedException.class)
                .hasMessageContaining("Failed to do it");
    }
}

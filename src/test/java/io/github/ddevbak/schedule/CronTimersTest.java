package io.github.ddevbak.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.ddevbak.process.ProcessResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CronTimersTest {
    /** Bytes that are not UTF-8 are in it. */
    private static final String MINE = "MAILTO=\u00ff\u00fe\n5 4 * * * echo 100\\% \t\n\n# end";

    @TempDir
    Path folder;

    private final FakeCrontab crontab = new FakeCrontab();

    private CronTimers timers() {
        return new CronTimers(crontab, folder.resolve("ü/schedule"));
    }

    @Test
    void aTableOfOthersIsTheSameAfterInstallingTwiceAndRemoving() {
        crontab.table = Optional.of(MINE + "\n");
        CronTimers timers = timers();

        timers.install(Jobs.plain(Jobs.DAILY));
        timers.install(Jobs.plain(Jobs.WEEKLY));

        assertThat(timers.present()).isEqualTo(timers.texts(Jobs.plain(Jobs.WEEKLY)));
        assertThat(crontab.table.orElseThrow()).startsWith(MINE + "\n" + CronText.BEGIN);

        timers.remove();

        assertThat(crontab.table).contains(MINE + "\n");
        assertThat(timers.present()).isEmpty();
    }

    @Test
    void aUserWithoutATableGetsOne() {
        timers().install(Jobs.plain(Jobs.DAILY));

        assertThat(crontab.table.orElseThrow()).startsWith(CronText.BEGIN).endsWith(CronText.END + "\n");
        assertThat(timers().usable()).isTrue();
    }

    @Test
    void aTableThatCronRefusesLeavesTheOldOne() {
        crontab.table = Optional.of(MINE);
        crontab.refuses = true;

        assertThatThrownBy(() -> timers().install(Jobs.plain(Jobs.DAILY)))
                .isInstanceOf(ScheduleRefusedException.class)
                .hasMessageContaining("can't install")
                .hasMessageContaining("left as it is");
        assertThat(crontab.table).contains(MINE);
    }

    @Test
    void aTableThatIsNotThereAfterwardsIsAFailureWhateverCronSaid() {
        crontab.forgets = true;

        assertThatThrownBy(() -> timers().install(Jobs.plain(Jobs.DAILY)))
                .isInstanceOf(ScheduleRefusedException.class)
                .hasMessageContaining("crontab -e");
    }

    @Test
    void aTableThatCannotBeReadIsNotTakenForAnEmptyOne() {
        CronTimers timers = new CronTimers(
                call -> ProcessResult.exited(1, "", "You (ada) are not allowed to use this program\n"), folder);

        assertThat(timers.usable()).isFalse();
        assertThatThrownBy(() -> timers.install(Jobs.plain(Jobs.DAILY))).isInstanceOf(ScheduleRefusedException.class);
        assertThatThrownBy(timers::remove).isInstanceOf(ScheduleRefusedException.class);
    }

    @Test
    void aScriptThatIsNotOursIsLeftAlone() throws Exception {
        Path script = folder.resolve("ü/schedule/cron-job.sh");
        Files.createDirectories(folder.resolve("ü/schedule"));
        Files.writeString(script, "echo mine\n");

        assertThatThrownBy(() -> timers().install(Jobs.plain(Jobs.DAILY)))
                .isInstanceOf(ScheduleRefusedException.class)
                .hasMessageContaining("not made by ddevbak");
        assertThat(script).hasContent("echo mine\n");
        assertThat(crontab.table).isEmpty();
    }

    @Test
    void aScriptThatIsALinkIsNotFollowed() throws Exception {
        Path elsewhere = Files.writeString(folder.resolve("elsewhere"), "# " + Timers.MARK + "\n");
        Files.createDirectories(folder.resolve("ü/schedule"));
        Files.createSymbolicLink(folder.resolve("ü/schedule/cron-job.sh"), elsewhere);

        assertThatThrownBy(() -> timers().install(Jobs.plain(Jobs.DAILY))).isInstanceOf(ScheduleRefusedException.class);
        assertThat(elsewhere).hasContent("# " + Timers.MARK + "\n");
    }

    @Test
    void aFolderWithABackslashIsRefusedBecauseCronsDiffer() {
        CronTimers timers = new CronTimers(crontab, folder.resolve("a\\b"));

        assertThatThrownBy(() -> timers.install(Jobs.plain(Jobs.DAILY)))
                .isInstanceOf(ScheduleRefusedException.class)
                .hasMessageContaining("backslash");
        assertThat(crontab.table).isEmpty();
    }
}

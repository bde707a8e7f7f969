package io.github.ddevbak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A timer of systemd's user manager, for real. The manager is one of its own, in namespaces that end with it: the machine's
 * is neither asked nor told. That takes root, a systemd, and a system that lets it.
 */
class LiveSystemdIT {
    private static final Path SYSTEMD = Path.of("/usr/lib/systemd/systemd");

    /** Ends 99 where no manager can be had. */
    private static final String MANAGER = """
            mount -t tmpfs run /run && mkdir -p /run/systemd/system || exit 99
            unset XDG_CONFIG_HOME XDG_DATA_HOME XDG_STATE_HOME DBUS_SESSION_BUS_ADDRESS
            export HOME="$1/home" XDG_RUNTIME_DIR="$1/run" PATH="$1/bin:$PATH"
            "$3" --user --unit=timers.target >&2 &
            for attempt in $(seq 100); do
                systemctl --user --quiet is-active timers.target 2>"$1/refused" && break
                sleep 0.1
            done
            systemctl --user --quiet is-active timers.target || exit 99
            """;

    /** The stamp says when the timer was last due: it is what a machine that was off has, once it is on again. */
    private static final String MISSED = """
            "$2" schedule install --every 1m --system systemd --dest "$1/backups" >&2 || exit 97
            systemd-analyze --user verify "$HOME/.config/systemd/user/ddevbak.timer" >&2 || exit 96
            systemctl --user stop ddevbak.timer
            touch -d '2 hours ago' "$HOME/.local/share/systemd/timers/stamp-ddevbak.timer" || exit 95
            systemctl --user start ddevbak.timer
            for second in $(seq 120); do
                ls "$1"/backups/runs/*.json >"$1/runs" 2>/dev/null && break
                sleep 1
            done
            while systemctl --user --quiet is-active ddevbak.service; do sleep 1; done
            echo "result: $(systemctl --user show --property=Result --value ddevbak.service)"
            "$2" schedule status
            echo "status: $?"
            """;

    /** In the place of the job's own program, one that says that it is to be tried again. */
    private static final String WAITING = """
            mkdir -p "$XDG_RUNTIME_DIR/systemd/user/ddevbak.service.d"
            printf '[Service]\\nExecStart=\\nExecStart=/bin/sh -c "exit 75"\\n' \
                >"$XDG_RUNTIME_DIR/systemd/user/ddevbak.service.d/later.conf"
            "$2" schedule install --daily 12:30 --system systemd --dest "$1/backups" >&2 || exit 94
            systemctl --user start ddevbak.service
            for second in $(seq 60); do
                state=$(systemctl --user show --property=SubState --value ddevbak.service)
                [ "$state" != running ] && break
                sleep 1
            done
            echo "state: $state"
            rm -r "$XDG_RUNTIME_DIR/systemd/user/ddevbak.service.d"
            """;

    private static final String REMOVED = """
            "$2" schedule remove >&2 || exit 93
            echo "units: $(systemctl --user list-units --all --plain --no-legend 'ddevbak*')"
            echo "files: $(find "$HOME/.config" "$HOME/.local/share/systemd" ! -type d)"
            systemctl --user exit
            wait
            for tree in /sys/fs/cgroup /sys/fs/cgroup/systemd /sys/fs/cgroup/unified; do
                find "$tree/app.slice" "$tree/session.slice" "$tree/init.scope" -depth -type d -exec rmdir {} \\; 2>/dev/null
            done
            true
            """;

    @TempDir
    private Path folder;

    @Test
    void aMissedTimeIsMadeUpForAndNothingIsLeftOfTheTimerOnceItIsRemoved() throws IOException, InterruptedException {
        PackagedProgram.Ended ended = managed(MISSED + REMOVED);

        assertThat(ended.out())
                .contains("result: success\n", "every 1m, by systemd, since ", "Its job last began at ", "status: 0\n")
                .endsWith("units: \nfiles: \n");
        assertThat(ended.err()).doesNotContain("ddevbak: warning");
    }

    @Test
    void aJobThatIsToBeTriedAgainWaitsForThatAndGoesWithItsTimer() throws IOException, InterruptedException {
        PackagedProgram.Ended ended = managed(WAITING + REMOVED);

        assertThat(ended.out()).isEqualTo("state: auto-restart\nunits: \nfiles: \n");
    }

    private PackagedProgram.Ended managed(String script) throws IOException, InterruptedException {
        assumeThat(SYSTEMD).isExecutable();
        for (String name : List.of("home/.ddev", "run")) {
            Files.createDirectories(folder.resolve(name));
        }
        Files.setPosixFilePermissions(folder.resolve("run"), PosixFilePermissions.fromString("rwx------"));
        EmptyDdev.into(folder.resolve("bin"));
        PackagedProgram.Ended ended = new PackagedProgram(folder, Map.of())
                .start(List.of(
                        "unshare",
                        "--mount",
                        "--cgroup",
                        "--pid",
                        "--fork",
                        "--kill-child",
                        "--mount-proc",
                        "sh",
                        "-c",
                        MANAGER + script,
                        "sh",
                        folder.toString(),
                        System.getProperty("ddevbak.program"),
                        SYSTEMD.toString()))
                .end();
        assumeThat(ended.code()).as(ended.err()).isNotIn(1, 99);
        assertThat(ended.code()).as(ended.err()).isZero();
        return ended;
    }
}

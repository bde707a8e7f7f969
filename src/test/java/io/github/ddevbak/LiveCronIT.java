package io.github.ddevbak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A job that Debian's own cron runs within a minute, for real. It sees tables of its own, in a mount namespace: those of
 * the machine are neither read nor touched. That takes root, and a system that lets it.
 */
class LiveCronIT {
    private static final Path CRON = Path.of("/usr/sbin/cron");

    /** Ends 99 where the namespace cannot be had. */
    private static final String SCRIPT = """
            mount --bind "$1/tables" /var/spool/cron/crontabs && mount --bind "$1/run" /run || exit 99
            export HOME="$1/home" PATH="$1/bin:$PATH"
            echo '0 5 * * 1 echo a line of the user' | crontab - || exit 98
            "$2" schedule install --every 1m --system cron --dest "$1/backups" >&2 || exit 97
            cron -f &
            cron=$!
            for second in $(seq 90); do
                ls "$1"/backups/runs/*.json >"$1/runs" 2>/dev/null && break
                sleep 1
            done
            kill "$cron"
            "$2" schedule status
            echo "status: $?"
            "$2" schedule remove >&2
            echo "table: $(crontab -l)"
            """;

    @TempDir
    private Path folder;

    @Test
    void aJobOfOneMinuteRunsAndWhatTheUserHadInTheTableStays() throws IOException, InterruptedException {
        assumeThat(CRON).isExecutable();
        for (String name : List.of("tables", "run", "home/.ddev")) {
            Files.createDirectories(folder.resolve(name));
        }
        EmptyDdev.into(folder.resolve("bin"));

        PackagedProgram.Ended ended = new PackagedProgram(folder, Map.of())
                .start(List.of(
                        "unshare",
                        "--mount",
                        "sh",
                        "-c",
                        SCRIPT,
                        "sh",
                        folder.toString(),
                        System.getProperty("ddevbak.program")))
                .end();

        assumeThat(ended.code()).as(ended.err()).isNotIn(1, 99);
        assertThat(ended.code()).as(ended.err()).isZero();
        assertThat(ended.out())
                .contains("every 1m, by cron", "Its job last began at ", "status: 0")
                .endsWith("table: 0 5 * * 1 echo a line of the user\n");
        assertThat(runs()).as(log()).isNotEmpty();
        assertThat(log()).isEmpty();
    }

    private List<Path> runs() throws IOException {
        try (Stream<Path> runs = Files.list(folder.resolve("backups/runs"))) {
            return runs.toList();
        }
    }

    private String log() throws IOException {
        return Files.readString(folder.resolve("home/.local/state/ddevbak/schedule/job.log"));
    }
}

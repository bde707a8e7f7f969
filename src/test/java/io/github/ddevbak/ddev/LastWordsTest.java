package io.github.ddevbak.ddev;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ddevbak.process.Ending;
import io.github.ddevbak.process.ProcessResult;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LastWordsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "210-export-nosuch-db-plain;"
                        + "mariadb-dump: Got error: 1049: \"Unknown database 'nosuch'\" when selecting the database",
                "304-export-root-password-changed;mariadb-dump: Got error: 1045: \"Access denied for user"
                        + " 'root'@'localhost' (using password: YES)\" when trying to connect",
                "300-snapshot-mariabackup-fails;Failed to snapshot shop: exit status 1",
                "708-psql-error;ERROR:  column \"nosuch\" does not exist",
                "715-mysql-error;ERROR 1054 (42S22) at line 1: Unknown column 'nosuch' in 'SELECT'",
                "721-exec-exit-code;err",
                "728-exec-nodb-service-db;No running container found for service 'db' in 'nodb' project",
                "968-unknown-flag;Error: unknown flag: --nosuchflag",
                "962-no-HOME;Error: Could not get home directory for current user. Is it set? err=$HOME is not defined",
                "981-mariadb-killed-during-big-export;mariadb-dump: Error 2013: Lost connection to server during query"
                        + " when dumping table `blobs` at row: 47"
            })
    void theCauseIsPickedFromWhatWasPrinted(String recording, String cause) {
        assertThat(LastWords.of(Recording.of(recording))).isEqualTo(cause);
    }

    @Test
    void dockersOwnWordsComeBeforeTheHelpLink() {
        assertThat(LastWords.of(Recording.of("938-dockerdown-export")))
                .startsWith("Docker error: failed to connect to the docker API")
                .endsWith("no such file or directory");
    }

    @Test
    void escapeSequencesAreShownAndNotObeyed() {
        assertThat(LastWords.of(ProcessResult.exited(1, "", "\u001b[31mno\u001b]0;title\u0007 \u202eway\u001b[0m")))
                .isEqualTo("no\\u001b]0;title\\u0007 \\u202eway");
    }

    @Test
    void aChildThatPrintedOnlyToStandardOutputIsHeard() {
        assertThat(LastWords.of(ProcessResult.exited(1, "first\nno space left on device\n", "\n \n")))
                .isEqualTo("no space left on device");
    }

    @Test
    void aChildThatSaidNothingIsToldByItsEnding() {
        assertThat(LastWords.of(ProcessResult.exited(137, "", ""))).isEqualTo("exit 137, and nothing was said");
    }

    @Test
    void aTimeOutIsSaidBeforeWhatWasPrintedUntilThen() {
        assertThat(LastWords.of(new ProcessResult(
                        new Ending.TimedOut(Duration.ofSeconds(90)), "", false, "Waiting for db\n", Duration.ZERO)))
                .isEqualTo("no end within 90 s: Waiting for db");
    }

    @Test
    void anEndlessLineIsCut() {
        assertThat(LastWords.of(ProcessResult.exited(1, "", "x".repeat(8000)))).hasSizeLessThan(410);
    }
}

package io.github.ddevbak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.ddevbak.cli.ExitCode;
import io.github.ddevbak.project.Shell;
import io.github.ddevbak.settings.SettingKeys;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code manual}: the page as its readers see it. */
class ManualTest {
    @TempDir
    Path home;

    private InProcess run(String... words) {
        return InProcess.alone(home, words);
    }

    private String read(int columns) throws IOException, InterruptedException {
        assumeTrue(Shell.has("man"), "needs man");
        Path page = Files.writeString(home.resolve("ddevbak.1"), run("manual").out());
        Map<String, String> width = Map.of("MANWIDTH", String.valueOf(columns), "LC_ALL", "C.UTF-8", "MANPAGER", "cat");
        Shell.Ended ended = Shell.run(home, width, "man", "--warnings", "-l", page.toString());
        assertThat(ended.exit()).as(ended.output()).isZero();
        return ended.output();
    }

    @Test
    void thePageHasEveryCommandOptionVariableAndCode() throws IOException, InterruptedException {
        String page = read(200);

        assertThat(page).contains("NAME", "SYNOPSIS", "EXIT STATUS", "ENVIRONMENT", "FILES", "EXAMPLES");
        for (String command : new String[] {"all", "restore", "prune", "schedule install", "hook status"}) {
            assertThat(page).contains("   ddevbak " + command + " [");
            assertThat(InProcess.help(home, command).longOptions())
                    .allSatisfy(option -> assertThat(page).contains(option));
        }
        assertThat(SettingKeys.ALL).allSatisfy(key -> assertThat(page).contains(key.variable()));
        assertThat(ExitCode.values())
                .allSatisfy(code -> assertThat(page).containsPattern("\n {7}" + code.number() + "[ ,]"));
        assertThat(page).doesNotContain("@");
    }

    @Test
    void thePageFits80ColumnsAndTroffWarnsOfNothing() throws IOException, InterruptedException {
        assertThat(read(80).lines())
                .allSatisfy(
                        line -> assertThat(line).hasSizeLessThanOrEqualTo(80).doesNotContain("warning:"));
    }

    @Test
    void noUsersTextIsReadAsALanguageOfManualPages() {
        assertThat(run("manual").out().lines().filter(line -> line.startsWith("'") || line.contains("\\\\")))
                .isEmpty();
    }
}

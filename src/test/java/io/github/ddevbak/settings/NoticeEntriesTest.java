package io.github.ddevbak.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NoticeEntriesTest {
    @TempDir
    Path folder;

    private List<NoticeSettings> read(String text) throws IOException {
        return SettingsFile.machine(Files.writeString(folder.resolve("config.yaml"), "# first\nnotices:\n" + text))
                .notices();
    }

    @Test
    void aNoticeIsReadWithItsKindOccasionAndPlaceOfItsSecrets() throws IOException {
        assertThat(read("""
                - {name: watch, kind: ping, url-file: ~/ping}
                - {name: team, kind: webhook, url-command: pass x, header-file: /h, when: change}
                - {name: mail, kind: command, command: "mail -s x"}
                - {name: argv, kind: command, command: [mail, -s, "x y"], when: always}
                - {name: desk, kind: desktop}
                """))
                .containsExactly(
                        new NoticeSettings(
                                "watch",
                                NoticeKind.PING,
                                NoticeWhen.ALWAYS,
                                new Secret(Optional.of("~/ping"), Optional.empty()),
                                Secret.NONE,
                                List.of(),
                                false),
                        new NoticeSettings(
                                "team",
                                NoticeKind.WEBHOOK,
                                NoticeWhen.CHANGE,
                                new Secret(Optional.empty(), Optional.of("pass x")),
                                new Secret(Optional.of("/h"), Optional.empty()),
                                List.of(),
                                false),
                        command("mail", NoticeWhen.FAILURE, true, "mail -s x"),
                        command("argv", NoticeWhen.ALWAYS, false, "mail", "-s", "x y"),
                        new NoticeSettings(
                                "desk",
                                NoticeKind.DESKTOP,
                                NoticeWhen.FAILURE,
                                Secret.NONE,
                                Secret.NONE,
                                List.of(),
                                false));
    }

    private static NoticeSettings command(String name, NoticeWhen when, boolean shell, String... words) {
        return new NoticeSettings(name, NoticeKind.COMMAND, when, Secret.NONE, Secret.NONE, List.of(words), shell);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "- {kind: ping, url-file: x} | without a 'name'",
                "- {name: 'a b', kind: desktop} | needs a name of letters",
                "- {name: a} | one of ping, webhook, command, desktop",
                "- {name: a, kind: pong} | not 'pong'",
                "- {name: a, kind: [ping]} | one of ping, webhook, command, desktop",
                "- {name: a, kind: desktop, when: never} | one of failure, change, always",
                "- {name: a, kind: desktop, when: true} | one of failure, change, always",
                "- {name: a, kind: ping} | name a file in 'url-file'",
                "- {name: a, kind: ping, url: 'https://x/hunter2'} | whoever reads it there can use it",
                "- {name: a, kind: ping, url-file: x, url-command: y} | leave one out",
                "- {name: a, kind: ping, url-file: x, header-file: y} | where it does nothing",
                "- {name: a, kind: desktop, url-file: x} | where it does nothing",
                "- {name: a, kind: webhook, url-file: x, command: y} | where it does nothing",
                "- {name: a, kind: command} | without a 'command'",
                "- {name: a, kind: command, command: []} | needs a line for the shell or a list",
                "- {name: a, kind: command, command: [x, 5]} | needs a line for the shell or a list",
                "- {name: a, kind: command, command: ' '} | needs a line for the shell or a list",
                "- {name: a, kind: desktop, wen: always} | did you mean when?",
                "- desktop | needs a list for 'notices'"
            })
    void aNoticeThatCannotBeMeantIsOneSentenceThatNamesItsLine(String text, String said) {
        assertThatThrownBy(() -> read(text + "\n"))
                .isInstanceOf(SettingsException.class)
                .hasMessageStartingWith(folder.resolve("config.yaml") + " line 3 ")
                .hasMessageContaining(said)
                .message()
                .doesNotContain("\n", "hunter2");
    }

    @Test
    void twoOfOneNameAreAnError() {
        assertThatThrownBy(() -> read("- {name: a, kind: desktop}\n- {name: a, kind: desktop}\n"))
                .hasMessageContaining("two notices of one name");
    }

    @Test
    void aProjectsFileTellsNobody() throws IOException {
        Files.createDirectories(folder.resolve(".ddev"));
        Files.writeString(folder.resolve(".ddev/ddevbak.yaml"), "notices: [{name: a, kind: desktop}]\n");

        assertThatThrownBy(() -> SettingsFile.project(folder)).hasMessageContaining("unknown key 'notices'");
    }
}

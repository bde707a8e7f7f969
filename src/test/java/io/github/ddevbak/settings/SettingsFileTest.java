package io.github.ddevbak.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.ddevbak.project.Part;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsFileTest {
    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void place() {
        file = folder.resolve("config.yaml");
    }

    @Test
    void everyKeyIsRead() throws IOException {
        Files.writeString(file, """
                dest: ~/backups
                timeout: 45m
                lock-wait: 10m
                exclude: [old-*, tmp]
                only: [database, code]
                dump: true
                snapshot: false
                files: {upstream: production}
                """);

        Settings settings = SettingsFile.machine(file);

        assertThat(settings.dest()).contains("~/backups");
        assertThat(settings.timeout()).contains(Duration.ofMinutes(45));
        assertThat(settings.lockWait()).contains(Duration.ofMinutes(10));
        assertThat(settings.exclude()).containsExactly("old-*", "tmp");
        assertThat(settings.only().orElseThrow()).containsExactlyInAnyOrder(Part.DATABASE, Part.CODE);
        assertThat(settings.snapshot()).contains(false);
        assertThat(settings.preferences().upstream()).contains("production");
    }

    @Test
    void whatIsNoFileIsRefusedAndNotWaitedFor() throws IOException, InterruptedException {
        assertThat(new ProcessBuilder("mkfifo", file.toString()).start().waitFor())
                .isZero();

        assertThatThrownBy(() -> SettingsFile.machine(file))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("is no file");
    }

    @Test
    void aMissingMachineFileSetsNothingAndAMissingNamedOneIsAnError() {
        assertThat(SettingsFile.machine(file)).isEqualTo(Settings.NONE);
        assertThatThrownBy(() -> SettingsFile.named(file))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("--config");
    }

    @Test
    void anEmptyFileSetsNothing() throws IOException {
        Files.writeString(file, "# nothing yet\n");

        assertThat(SettingsFile.machine(file)).isEqualTo(Settings.NONE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{dest: [",
                "\tdest: x",
                "dest: a\ndest: b\n",
                "just text",
                "- a\n- b\n",
                "dest: 5",
                "dest: ''",
                "dest: backups",
                "dest: $HOME/backups",
                "dest: ~else/backups",
                "dest: \"/a\\0b\"",
                "notices: [{name: a, kind: ping, url-file: \"a\\0b\"}]",
                "timeout: soon",
                "dump: perhaps",
                "only: [everything]",
                "exclude: [[a]]",
                "files: here",
                "files: {downstream: x}",
                "rescue: 5",
                "rescue-max: much",
                "rescue-max: -1",
                "files: {copy: sometimes}",
                "files: {copy: 5}",
                "files: {copy-max: 2 GB}",
                "accept: [{finding: code.no-remote, because: x}]",
                "a: &a [*a]"
            })
    void whatCannotBeUsedIsOneSentenceThatNamesTheFile(String text) throws IOException {
        Files.writeString(file, text);

        assertThatThrownBy(() -> SettingsFile.machine(file))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining(file.toString())
                .message()
                .doesNotContain("\n");
    }

    @Test
    void aSyntaxErrorSaysItsLine() throws IOException {
        Files.writeString(file, "dest: x\nexclude: [a\n");

        assertThatThrownBy(() -> SettingsFile.machine(file)).hasMessageContaining("line ");
    }

    @Test
    void aTextNestedByTheThousandIsRefusedAtOnce() throws IOException {
        Files.writeString(file, "exclude: " + "[".repeat(20_000) + "]".repeat(20_000));

        assertThatThrownBy(() -> SettingsFile.machine(file))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining(file + " line 1 is nested deeper");
    }

    @ParameterizedTest
    @ValueSource(strings = {"~", "~/backups", "/mnt/backups"})
    void theDestinationIsTheSameWhereverOneStands(String folder) throws IOException {
        Files.writeString(file, "dest: \"" + folder + "\"");

        assertThat(SettingsFile.machine(file).dest()).contains(folder);
    }

    @Test
    void anUnknownKeyNamesNearMatches() throws IOException {
        Files.writeString(file, "timeuot: 5m\n");

        assertThatThrownBy(() -> SettingsFile.machine(file)).hasMessageContaining("did you mean timeout?");
    }

    @Test
    void aFileThatIsNotUtf8IsRefused() throws IOException {
        Files.write(file, new byte[] {'d', 'e', 's', 't', ':', ' ', (byte) 0xff, (byte) 0xfe});

        assertThatThrownBy(() -> SettingsFile.machine(file))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("is not UTF-8");
    }

    @Test
    void aProjectMayOnlyDeclareWhatIsItsOwn() throws IOException {
        Files.createDirectories(folder.resolve(".ddev"));
        Files.writeString(folder.resolve(".ddev/ddevbak.yaml"), "dest: /elsewhere\n");

        assertThatThrownBy(() -> SettingsFile.project(folder)).hasMessageContaining("unknown key 'dest'");
    }

    @Test
    void howCodeAndUserFilesAreKeptIsRead() throws IOException {
        Files.writeString(file, "rescue: false\nrescue-max: 200M\nfiles: {copy: never, copy-max: 1024}\n");

        assertThat(SettingsFile.machine(file).preferences())
                .isEqualTo(new Preferences(
                        Optional.of(false),
                        Optional.of(209_715_200L),
                        Optional.empty(),
                        Optional.of(CopyFiles.NEVER),
                        Optional.of(1024L)));
    }

    private Path own(String text) throws IOException {
        Files.createDirectories(folder.resolve(".ddev"));
        return Files.writeString(folder.resolve(".ddev/ddevbak.yaml"), text);
    }

    @Test
    void whatAPersonAcceptsIsReadWithItsReason() throws IOException {
        own("accept: [{finding: code.no-remote, because: throw-away}]\n");

        assertThat(SettingsFile.project(folder).accept())
                .containsExactly(new Acceptance("code.no-remote", "throw-away"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "accept: code.no-remote",
                "accept: {finding: code.no-remote}",
                "accept: [code.no-remote]",
                "accept: [~]",
                "accept: [{because: x}]",
                "accept: [{finding: code.no-remote}]",
                "accept: [{finding: code.no-remote, because: '  '}]",
                "accept: [{finding: code.no-remote, because: 5}]",
                "accept: [{finding: code.no-remote, because: x, until: never}]"
            })
    void anAcceptanceThatIsNotWholeIsOneSentenceThatNamesFileAndLine(String text) throws IOException {
        Path own = own("# one line before\n" + text);

        assertThatThrownBy(() -> SettingsFile.project(folder))
                .isInstanceOf(SettingsException.class)
                .hasMessageStartingWith(own + " line 2 ")
                .message()
                .doesNotContain("\n");
    }

    @Test
    void theLineIsThatOfTheEntryWhichIsWrong() throws IOException {
        own("accept:\n- finding: code.stash\n  because: x\n- finding: code.no-remote\n  becuase: y\n");

        assertThatThrownBy(() -> SettingsFile.project(folder))
                .hasMessageContaining(" line 5 has an unknown key 'accept.becuase'; did you mean because?");
    }

    @Test
    void aMachineMayNotAcceptForEveryProject() throws IOException {
        Files.writeString(file, "accept: [{finding: code.no-remote, because: x}]");

        assertThatThrownBy(() -> SettingsFile.machine(file)).hasMessageContaining(".ddev/ddevbak.yaml");
    }

    @Test
    void onlyACodeThatExistsCanBeAcceptedAndNearOnesAreNamed() throws IOException {
        own("accept: [{finding: code.no-remotes, because: x}]\n");

        assertThatThrownBy(() -> SettingsFile.project(folder)).hasMessageContaining("did you mean code.no-remote");
    }
}

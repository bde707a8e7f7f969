package io.github.ddevbak.settings;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ddevbak.project.Part;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class NewSettingsTest {
    @TempDir
    Path folder;

    private Path file(SettingsScope scope) throws IOException {
        Files.createDirectories(folder.resolve(".ddev"));
        return scope == SettingsScope.PROJECT ? SettingsScope.projectFile(folder) : folder.resolve("config.yaml");
    }

    private Path written(SettingsScope scope, String text) throws IOException {
        return Files.writeString(file(scope), text);
    }

    private Path uncommented(SettingsScope scope) throws IOException {
        return written(scope, NewSettings.text(scope).replaceAll("(?m)^#(?!#)", ""));
    }

    private Settings read(SettingsScope scope) throws IOException {
        return SettingsFile.read(SettingsValues.read(file(scope)), scope);
    }

    @ParameterizedTest
    @EnumSource(SettingsScope.class)
    void aNewFileIsFineAndSetsNothing(SettingsScope scope) throws IOException {
        Path file = written(scope, NewSettings.text(scope));

        assertThat(Objections.to(file, scope)).isEmpty();
        assertThat(read(scope)).isEqualTo(Settings.NONE);
        assertThat(SettingsFile.lines(file)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(SettingsScope.class)
    void aNewFileIsFineWithEveryCommentSignTakenAway(SettingsScope scope) throws IOException {
        assertThat(Objections.to(uncommented(scope), scope)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(SettingsScope.class)
    void aNewFileIsFineWithAnyOneLineOfAKeyTakenFromItsComment(SettingsScope scope) throws IOException {
        List<String> lines = NewSettings.text(scope).lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (line.matches("#( {2})?[a-z-]+: .*") && !line.matches("# {2}(tag|min): .*")) {
                List<String> changed = new ArrayList<>(lines);
                changed.set(i, line.substring(1));
                Path file = written(scope, String.join("\n", changed));

                assertThat(Objections.to(file, scope)).as(line).isEmpty();
                assertThat(SettingsFile.lines(file)).as(line).containsValue(i + 1);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(SettingsScope.class)
    void everyKeyOfTheListIsInANewFile(SettingsScope scope) throws IOException {
        assertThat(SettingsFile.lines(uncommented(scope)).keySet())
                .containsAll(SettingKeys.ALL.stream()
                        .filter(key -> key.scopes().contains(scope)
                                && !key.section().equals("copy.repositories")
                                && !key.section().equals("accept")
                                && !key.section().equals("notices"))
                        .map(SettingKey::name)
                        .toList());
    }

    @Test
    void whatStandsThereAsDefaultIsWhatHoldsWithoutIt() throws IOException {
        uncommented(SettingsScope.MACHINE);
        Settings said = read(SettingsScope.MACHINE);
        ProjectSettings project = ProjectSettings.of(said.preferences(), List.of());
        ProjectSettings defaults = ProjectSettings.DEFAULT;

        assertThat(said.timeout()).contains(Configuration.TIMEOUT);
        assertThat(said.lockWait()).contains(Duration.ZERO);
        assertThat(said.only()).contains(Part.USUAL);
        assertThat(said.dump()).contains(true);
        assertThat(said.snapshot()).contains(true);
        assertThat(said.format()).contains(DatabaseSettings.DEFAULT.format());
        assertThat(said.jobs()).contains(DatabaseSettings.DEFAULT.jobs());
        assertThat(said.copy().afterAll()).isFalse();
        assertThat(new ProjectSettings(
                        project.rescue(),
                        project.rescueMax(),
                        Optional.empty(),
                        project.copy(),
                        project.copyMax(),
                        project.suspect(),
                        Optional.empty(),
                        List.of()))
                .isEqualTo(defaults);
    }

    @Test
    void everyKeyWithAValueIsAmongWhatHolds() throws IOException {
        uncommented(SettingsScope.MACHINE);
        Settings said = read(SettingsScope.MACHINE);
        Configuration configuration = new Configuration(
                folder,
                Configuration.TIMEOUT,
                Duration.ZERO,
                said.exclude(),
                said.only().orElseThrow(),
                true,
                true,
                List.of(),
                Preferences.NONE,
                said.preferences(),
                said.copy(),
                said.notices(),
                DatabaseSettings.DEFAULT);

        assertThat(EffectiveValues.of(configuration, configuration.withoutItsOwn())
                        .keySet())
                .containsExactlyElementsOf(
                        SettingKeys.valued().stream().map(SettingKey::name).toList());
    }
}

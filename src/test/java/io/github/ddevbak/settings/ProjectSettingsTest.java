package io.github.ddevbak.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.ddevbak.project.Part;
import io.github.ddevbak.project.Project;
import io.github.ddevbak.project.ProjectName;
import io.github.ddevbak.project.ProjectStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProjectSettingsTest {
    @TempDir
    Path folder;

    private Project project;

    @BeforeEach
    void aProject() throws IOException {
        Files.createDirectories(folder.resolve(".ddev"));
        project = new Project(
                new ProjectName("shop"),
                folder,
                "php",
                "",
                ProjectStatus.RUNNING,
                Optional.empty(),
                false,
                List.of(),
                true);
    }

    private void own(String text) throws IOException {
        Files.writeString(folder.resolve(".ddev/ddevbak.yaml"), text);
    }

    private static Configuration configuration(Preferences forced, Preferences machine) {
        return new Configuration(
                Path.of("/backups"),
                Duration.ofMinutes(1),
                Duration.ZERO,
                List.of(),
                Set.of(Part.CODE),
                true,
                true,
                List.of(),
                forced,
                machine);
    }

    private static Preferences rescueMax(long bytes) {
        return new Preferences(
                Optional.empty(), Optional.of(bytes), Optional.empty(), Optional.empty(), Optional.empty());
    }

    @Test
    void whereNobodySaysAnythingTheDefaultsHold() {
        ProjectSettings settings =
                configuration(Preferences.NONE, Preferences.NONE).of(project);

        assertThat(settings)
                .isEqualTo(ProjectSettings.DEFAULT)
                .isEqualTo(new ProjectSettings(
                        true, 209_715_200, Optional.empty(), CopyFiles.AUTO, 2_147_483_648L, List.of()));
    }

    @Test
    void theProjectsOwnFileWinsOverTheMachines() throws IOException {
        own("rescue-max: 1M\n");

        assertThat(configuration(Preferences.NONE, rescueMax(7)).of(project).rescueMax())
                .isEqualTo(1 << 20);
    }

    @Test
    void theMachinesFileHoldsWhereTheProjectsIsSilent() throws IOException {
        own("files: {copy: always}\n");

        ProjectSettings settings = configuration(Preferences.NONE, rescueMax(7)).of(project);

        assertThat(settings.rescueMax()).isEqualTo(7);
        assertThat(settings.copy()).isEqualTo(CopyFiles.ALWAYS);
    }

    @Test
    void flagsWinOverTheEnvironmentAndThatOverTheProjectsFile() throws IOException {
        own("rescue-max: 1M\n");
        Configuration environment = configuration(rescueMax(5), rescueMax(7));

        assertThat(environment.of(project).rescueMax()).isEqualTo(5);
        assertThat(environment.preferring(rescueMax(3)).of(project).rescueMax()).isEqualTo(3);
        assertThat(environment.preferring(Preferences.NONE).of(project).rescueMax())
                .isEqualTo(5);
    }

    @Test
    void aBrokenFileOfTheProjectIsToldAndCanBeLeftAside() throws IOException {
        own("rescue: perhaps\n");
        Configuration configuration = configuration(Preferences.NONE, rescueMax(7));

        assertThatThrownBy(() -> configuration.of(project)).isInstanceOf(SettingsException.class);
        assertThat(configuration.withoutItsOwn().rescueMax()).isEqualTo(7);
    }
}

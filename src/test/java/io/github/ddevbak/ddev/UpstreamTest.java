package io.github.ddevbak.ddev;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UpstreamTest {
    private static final String[] BRINGS_FILES = {"#ddev-generated", "files_import_command:", "  command: bring them"};

    @TempDir
    Path folder;

    ConfigFolder project = new ConfigFolder(Path.of("unset"));
    Path global = Path.of("unset");

    @BeforeEach
    void makeAProjectWithTheProvidersOfDdev() throws IOException {
        project = ConfigFolder.in(folder.resolve("shop"), "name: shop");
        Files.createDirectories(folder.resolve("shop/.ddev/providers"));
        global = Files.createDirectories(folder.resolve("global"));
        for (String name : new String[] {"acquia", "lagoon", "pantheon", "platform", "upsun"}) {
            project.with("providers/" + name + ".yaml", BRINGS_FILES);
        }
        project.with("providers/README.txt", "Providers").with("providers/rsync.yaml.example", BRINGS_FILES);
    }

    @Test
    void theProvidersDdevPutsIntoEveryProjectAreNoEvidence() {
        assertThat(Upstream.providers(project.approot(), global)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "pantheon, TERMINUS_MACHINE_TOKEN=t, 'DDEV_PANTHEON_SITE=s, DDEV_PANTHEON_ENVIRONMENT=e'",
        "pantheon, TERMINUS_MACHINE_TOKEN=t, 'PANTHEON_SITE=s, PANTHEON_ENVIRONMENT=e'",
        "acquia, 'ACQUIA_API_KEY=k, ACQUIA_API_SECRET=s', ACQUIA_ENVIRONMENT_ID=i",
        "lagoon, '', 'LAGOON_PROJECT=p, LAGOON_ENVIRONMENT=e'",
        "platform, PLATFORMSH_CLI_TOKEN=t, PLATFORM_PROJECT=p",
        "upsun, UPSUN_CLI_TOKEN=t, PLATFORM_PROJECT=p",
        "upsun, UPSUN_CLI_TOKEN=t, UPSUN_PROJECT=p"
    })
    void aProviderWithItsVariablesInBothConfigurationsIsEvidence(String name, String ddevs, String projects)
            throws IOException {
        Files.writeString(global.resolve("global_config.yaml"), "web_environment: [" + ddevs + "]\n");
        project.with("config.local.yaml", "web_environment: [" + projects + "]");

        assertThat(Upstream.providers(project.approot(), global))
                .extracting(Upstream.Provider::name)
                .containsExactly(name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "TERMINUS_MACHINE_TOKEN=t, DDEV_PANTHEON_SITE=s",
                "TERMINUS_MACHINE_TOKEN=, DDEV_PANTHEON_SITE=s, DDEV_PANTHEON_ENVIRONMENT=e",
                "TERMINUS_MACHINE_TOKEN, DDEV_PANTHEON_SITE=s, DDEV_PANTHEON_ENVIRONMENT=e",
                "DDEV_PANTHEON_SITE=s, DDEV_PANTHEON_ENVIRONMENT=e",
                "PLATFORMSH_CLI_TOKEN=t",
                "ACQUIA_API_KEY=k, ACQUIA_ENVIRONMENT_ID=i"
            })
    void aProviderThatLacksAVariableIsNoEvidence(String variables) throws IOException {
        project.with("config.local.yaml", "web_environment: [\"" + variables.replace(", ", "\", \"") + "\"]");

        assertThat(Upstream.providers(project.approot(), global)).isEmpty();
    }

    @Test
    void theProjectFileOfTheHosterNamesTheProject() throws IOException {
        project.with("config.local.yaml", "web_environment: [PLATFORMSH_CLI_TOKEN=t]");
        Files.createDirectories(project.approot().resolve(".platform/local"));
        Files.writeString(project.approot().resolve(".platform/local/project.yaml"), "id: abc\n");

        assertThat(Upstream.providers(project.approot(), global))
                .extracting(Upstream.Provider::name)
                .containsExactly("platform");
    }

    @Test
    void aProviderOfOnesOwnIsEvidenceOnceItsVariablesAreSet() throws IOException {
        project.with(
                "providers/live.yaml",
                "environment_variables: {filesurl: 'me@host.test:files.tar.gz'}",
                "auth_command:",
                "  command: '[ -z \"${LIVE_TOKEN:-}\" ] && exit 1'",
                "files_pull_command:",
                "  command: rsync \"${filesurl}\" .");
        assertThat(Upstream.providers(project.approot(), global)).isEmpty();

        project.with("config.local.yaml", "web_environment: [LIVE_TOKEN=t]");

        assertThat(Upstream.providers(project.approot(), global))
                .extracting(Upstream.Provider::name)
                .containsExactly("live");
    }

    @Test
    void anExampleThatWasOnlyRenamedIsNoEvidence() throws IOException {
        project.with(
                "providers/rsync.yaml",
                "#ddev-generated",
                "environment_variables:",
                "  dburl: you@yourhost.example.com:tmp/db.sql.gz",
                "  filesurl: you@yourhost.example.com:tmp/files.tar.gz",
                "files_pull_command:",
                "  command: rsync -avz \"${filesurl}\" .");

        assertThat(Upstream.providers(project.approot(), global)).isEmpty();
    }

    @Test
    void aProviderThatBringsOnlyDatabasesIsNoEvidenceForFiles() throws IOException {
        project.with("providers/dbonly.yaml", "db_pull_command:", "  command: fetch it");

        assertThat(Upstream.providers(project.approot(), global)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"files_pull_command: [", "- x", "", "files_pull_command: text", "environment_variables: 3"})
    void aProviderThatCannotBeUnderstoodIsNoEvidence(String yaml) throws IOException {
        project.with("providers/odd.yaml", yaml);

        assertThat(Upstream.providers(project.approot(), global)).isEmpty();
    }

    @Test
    void aBrokenGlobalConfigurationDoesNotHideTheProjectsOwn() throws IOException {
        Files.writeString(global.resolve("global_config.yaml"), "web_environment: [\n");
        project.with("config.local.yaml", "web_environment: [LAGOON_PROJECT=p, LAGOON_ENVIRONMENT=e]");

        assertThat(Upstream.providers(project.approot(), global))
                .extracting(Upstream.Provider::name)
                .containsExactly("lagoon");
    }

    @Test
    void aProjectWithoutProvidersHasNone() throws IOException {
        ConfigFolder bare = ConfigFolder.in(folder.resolve("bare"), "name: bare");

        assertThat(Upstream.providers(bare.approot(), global)).isEmpty();
    }

    @Test
    void everyFilledInProviderIsNamedWithTheCommandThatBringsFilesOnly() throws IOException {
        project.with("providers/live copy.yaml", "files_pull_command:", "  command: rsync host.test:files .");
        project.with("config.local.yaml", "web_environment: [LAGOON_PROJECT=p, LAGOON_ENVIRONMENT=e]");

        assertThat(Upstream.providers(project.approot(), global))
                .containsExactly(
                        new Upstream.Provider("lagoon", "ddev pull lagoon --skip-db", false),
                        new Upstream.Provider("live copy", "ddev pull 'live copy' --skip-db", true));
    }
}

package io.github.ddevbak.ddev;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.ddevbak.project.ProjectFinding;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RegistryTest {
    private static final Path HOME = Path.of("/home/user");

    @TempDir
    Path folder;

    @Test
    void theRecordedFileIsReadInItsOrder() throws IOException {
        Files.writeString(
                folder.resolve("project_list.yaml"), ConfigFolder.recorded("A04-global-dir", "project_list.yaml"));
        assertThat(Registry.read(folder).projects())
                .containsExactly(
                        Map.entry("big", Path.of("/home/user/projects/big")),
                        Map.entry("blog", Path.of("/home/user/projects/my blog")),
                        Map.entry("nodb", Path.of("/home/user/projects/nodb")),
                        Map.entry("pgapp", Path.of("/home/user/projects/pgapp")),
                        Map.entry("shop", Path.of("/home/user/projects/shop")),
                        Map.entry("sleepy", Path.of("/home/user/projects/sleepy")));
    }

    @Test
    void aMissingFileIsAnEmptyRegistry() throws IOException {
        assertThat(Registry.read(folder.resolve("nowhere")).projects()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}\n", "# nothing\n", "---\n"})
    void anEmptyFileIsAnEmptyRegistry(String text) throws IOException {
        Files.writeString(folder.resolve("project_list.yaml"), text);
        assertThat(Registry.read(folder).projects()).isEmpty();
    }

    @Test
    void namesThatLookLikeNumbersOrTruthsStayWhatTheyAre() throws IOException {
        Files.writeString(
                folder.resolve("project_list.yaml"),
                "1.10:\n  approot: /p/a\nno:\n  approot: /p/b\nShop:\n  approot: /p/c\n  used_host_ports: [\"80\"]\n");
        assertThat(Registry.read(folder).projects()).containsOnlyKeys("1.10", "no", "Shop");
    }

    @Test
    void entriesWithoutAUsableFolderAreFindingsAndTheOthersAreRead() throws IOException {
        Files.writeString(folder.resolve("project_list.yaml"), """
                a:
                  approot: relative
                b: text
                c:
                d:
                  approot: [1]
                "e\\u001b[2J":
                  approot: "/nul\\0"
                good:
                  approot: /p/good
                """);
        Registry registry = Registry.read(folder);
        assertThat(registry.projects()).containsOnlyKeys("good");
        assertThat(registry.findings())
                .extracting(ProjectFinding::project)
                .containsExactly("a", "b", "c", "d", "e\\u001b[2J");
        assertThat(registry.findings())
                .allMatch(finding -> finding.finding().code().equals("discovery.bad-folder"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "shop:\n  approot: [unclosed\n",
                "- a\n- b\n",
                "only text\n",
                "a: &a [*a, *a]\n? [x]\n: \u0001",
                "shop:\n  approot: /a\nshop:\n  approot: /b\n"
            })
    void whatIsNoListOfProjectsIsSaidToBeUnreadable(String text) throws IOException {
        Files.writeString(folder.resolve("project_list.yaml"), text);
        assertThatThrownBy(() -> Registry.read(folder))
                .isInstanceOf(RegistryUnreadableException.class)
                .hasMessageStartingWith("ddev's list of projects " + folder.resolve("project_list.yaml"));
    }

    @Test
    void aBombOfAliasesIsUnreadable() throws IOException {
        StringBuilder bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
        for (int i = 1; i < 80; i++) {
            bomb.append("a" + i + ": &a" + i + " [*a" + (i - 1) + ", *a" + (i - 1) + "]\n");
        }
        Files.writeString(folder.resolve("project_list.yaml"), bomb);
        assertThatThrownBy(() -> Registry.read(folder)).isInstanceOf(RegistryUnreadableException.class);
    }

    @Test
    void nestingWithoutEndIsUnreadable() throws IOException {
        Files.writeString(folder.resolve("project_list.yaml"), "a: " + "[".repeat(100_000));
        assertThatThrownBy(() -> Registry.read(folder)).isInstanceOf(RegistryUnreadableException.class);
    }

    @Test
    void anEndlessFileIsNotReadToItsEnd() throws IOException {
        Files.write(folder.resolve("project_list.yaml"), new byte[(4 << 20) + 1]);
        assertThatThrownBy(() -> Registry.read(folder)).hasMessageContaining("larger than 4 MiB");
    }

    @Test
    void bytesThatAreNoUtf8DoNotHideTheOtherProjects() throws IOException {
        Files.write(
                folder.resolve("project_list.yaml"),
                "good:\n  approot: /p/good\nb\u00e4d:\n  approot: /p/bad\n".getBytes(StandardCharsets.ISO_8859_1));
        assertThat(Registry.read(folder).projects()).containsKeys("good", "b\ufffdd");
    }

    @Test
    void theVersionThatLastStartedIsRead() throws IOException {
        Files.writeString(
                folder.resolve("global_config.yaml"), ConfigFolder.recorded("A04-global-dir", "global_config.yaml"));
        assertThat(Registry.lastStartedVersion(folder)).contains("v1.25.3");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "last_started_version: \"\"\n", "last_started_version: [1\n", "other: x\n"})
    void aVersionThatIsNotSaidIsNone(String text) throws IOException {
        Files.writeString(folder.resolve("global_config.yaml"), text);
        assertThat(Registry.lastStartedVersion(folder)).isEmpty();
        assertThat(Registry.lastStartedVersion(folder.resolve("nowhere"))).isEmpty();
    }

    @Test
    void withoutVariablesTheGlobalFolderIsInTheHome() {
        assertThat(Registry.globalDirs(Map.of(), HOME, true))
                .containsExactly(Path.of("/home/user/.ddev"), Path.of("/home/user/.config/ddev"));
        assertThat(Registry.globalDirs(Map.of(), HOME, false)).containsExactly(Path.of("/home/user/.ddev"));
    }

    @Test
    void ddevsOwnVariableComesBeforeTheGeneralOne() {
        assertThat(Registry.globalDirs(Map.of("XDG_CONFIG_HOME", "/x", "DDEV_XDG_CONFIG_HOME", "~/d"), HOME, false))
                .containsExactly(Path.of("/home/user/d/ddev"), Path.of("/x/ddev"), Path.of("/home/user/.ddev"));
    }

    @Test
    void aVariableThatIsNoAbsolutePathIsIgnored() {
        assertThat(Registry.globalDirs(Map.of("XDG_CONFIG_HOME", "relative", "DDEV_XDG_CONFIG_HOME", ""), HOME, false))
                .containsExactly(Path.of("/home/user/.ddev"));
    }
}

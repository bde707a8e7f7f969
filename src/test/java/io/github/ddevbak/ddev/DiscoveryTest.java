package io.github.ddevbak.ddev;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ddevbak.ddev.Answer.Refused;
import io.github.ddevbak.ddev.Answer.Said;
import io.github.ddevbak.ddev.Answer.Trouble;
import io.github.ddevbak.project.Project;
import io.github.ddevbak.project.ProjectStatus;
import io.github.ddevbak.project.Severity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DiscoveryTest {

    @TempDir
    Path disk;

    @Test
    void whatRegistryListAndFolderAgreeOnIsAProjectWithoutFindings() throws IOException {
        Path shop = ConfigFolder.in(
                        disk.resolve("my shop"),
                        "name: shop",
                        "type: drupal11",
                        "docroot: web",
                        "database: {type: mariadb, version: \"11.8\"}",
                        "upload_dirs: [files]")
                .approot();
        Discovered found = Discovery.compare(
                Map.of("shop", shop), Claim.list(Claim.of("shop", "running", shop)), List.of(), Map.of());
        assertThat(found.findings()).isEmpty();
        assertThat(found.projects())
                .containsExactly(new Project(
                        Sample.SHOP,
                        shop,
                        "drupal11",
                        "web",
                        ProjectStatus.RUNNING,
                        Optional.of(Sample.MARIADB),
                        false,
                        List.of("files"),
                        true));
    }

    @Test
    void withoutAskingDdevTheRegistryAloneIsEnough() throws IOException {
        Path shop = ConfigFolder.in(disk.resolve("shop"), "name: shop").approot();
        Discovered found = Discovery.compare(Map.of("shop", shop), Optional.empty(), List.of(), Map.of());
        assertThat(found.findings()).isEmpty();
        assertThat(found.projects()).extracting(Project::status).containsExactly(ProjectStatus.UNKNOWN);
    }

    @Test
    void aProjectWithoutADatabaseServiceHasNoServer() throws IOException {
        Path shop = ConfigFolder.in(
                        disk.resolve("shop"), "omit_containers: [db]", "database: {type: mariadb, version: \"11.8\"}")
                .approot();
        Project project = Discovery.compare(Map.of("shop", shop), Optional.empty(), List.of(), Map.of())
                .projects()
                .get(0);
        assertThat(project.databaseOmitted()).isTrue();
        assertThat(project.database()).isEmpty();
    }

    @Test
    void aProjectThatDdevHidesIsAnError() throws IOException {
        Path shop = ConfigFolder.in(disk.resolve("shop"), "name: shop").approot();
        Optional<Answer<DdevList>> list = Optional.of(new Said<>(
                new DdevList(List.of(), 0),
                List.of("Something went wrong with " + shop + "2: no", "Something went wrong with " + shop + ": yes")));
        Discovered found = Discovery.compare(Map.of("shop", shop), list, List.of(), Map.of());
        assertThat(Claim.codes(found)).containsExactly("shop ERROR discovery.hidden");
        assertThat(found.findings().get(0).finding().sentence())
                .endsWith("It says: Something went wrong with " + shop + ": yes.");
        assertThat(found.projects()).extracting(Project::name).containsExactly(Sample.SHOP);
    }

    @ParameterizedTest
    @ValueSource(strings = {"running", "stopped", "project directory missing"})
    void aProjectWhoseFolderIsGoneIsNotCallableWhateverDdevSays(String status) {
        Path gone = disk.resolve("gone");
        Discovered found = Discovery.compare(
                Map.of("gone", gone), Claim.list(Claim.of("gone", status, gone)), List.of(), Map.of());
        assertThat(Claim.codes(found)).containsExactly("gone ERROR discovery.directory-missing");
        assertThat(found.projects().get(0).status()).isEqualTo(ProjectStatus.DIRECTORY_MISSING);
        assertThat(found.projects().get(0).callable()).isFalse();
    }

    @Test
    void aProjectThatDdevDroppedBecauseItsFolderIsGoneIsStillAFinding() {
        Discovered found = Discovery.compare(Map.of("gone", disk.resolve("gone")), Claim.list(), List.of(), Map.of());
        assertThat(Claim.codes(found)).containsExactly("gone ERROR discovery.directory-missing");
    }

    @Test
    void aFileInPlaceOfTheFolderIsNoProject() throws IOException {
        Path file = Files.writeString(disk.resolve("shop"), "");
        assertThat(Claim.codes(Discovery.compare(Map.of("shop", file), Optional.empty(), List.of(), Map.of())))
                .containsExactly("shop ERROR discovery.directory-missing");
    }

    @Test
    void aParentProjectIsNotTakenForOneWithoutConfiguration() throws IOException {
        Path parent = ConfigFolder.in(disk.resolve("parent"), "name: parent").approot();
        Path child = Files.createDirectories(parent.resolve("child"));
        Discovered found = Discovery.compare(
                Map.of("child", child), Claim.list(Claim.of("child", "stopped", child)), List.of(), Map.of());
        assertThat(Claim.codes(found)).containsExactly("child ERROR discovery.config-missing");
        assertThat(found.projects().get(0).status()).isEqualTo(ProjectStatus.CONFIG_MISSING);
        assertThat(found.projects().get(0).callable()).isFalse();
    }

    @Test
    void aProjectThatDdevCallsByItsFolderForWantOfAConfigurationKeepsItsName() throws IOException {
        Path blog = Files.createDirectories(disk.resolve("my blog"));
        Discovered found = Discovery.compare(
                Map.of("blog", blog),
                Claim.list(Claim.of("my blog", ".ddev/config.yaml missing", blog)),
                List.of(),
                Map.of());
        assertThat(Claim.codes(found)).containsExactly("blog ERROR discovery.config-missing");
        assertThat(found.projects())
                .extracting(project -> project.name().text())
                .containsExactly("blog");
    }

    @Test
    void aBrokenConfigurationIsToldWithItsPlace() throws IOException {
        Path shop = ConfigFolder.in(disk.resolve("shop"), "name: shop", "hooks: [unclosed")
                .approot();
        Discovered found = Discovery.compare(Map.of("shop", shop), Claim.list(), List.of(), Map.of());
        assertThat(Claim.codes(found)).containsExactly("shop ERROR discovery.config-broken");
        assertThat(found.findings().get(0).finding().sentence())
                .contains("config.yaml")
                .contains("line ");
        assertThat(found.projects()).hasSize(1);
    }

    @Test
    void ddevsWordThatSomethingIsMissingWhichIsThereIsAnErrorAndNoReasonToStaySilent() throws IOException {
        Path shop = ConfigFolder.in(disk.resolve("shop"), "name: shop").approot();
        Discovered found = Discovery.compare(
                Map.of("shop", shop),
                Claim.list(Claim.of("shop", ".ddev/config.yaml missing", shop)),
                List.of(),
                Map.of());
        assertThat(Claim.codes(found)).containsExactly("shop ERROR discovery.hidden");
        assertThat(found.projects().get(0).status()).isEqualTo(ProjectStatus.OTHER);
    }

    @Test
    void aProjectOfTheNewestRunThatNobodyKnowsAnyMoreHasVanished() throws IOException {
        Path shop = ConfigFolder.in(disk.resolve("shop"), "name: shop").approot();
        Discovered found = Discovery.compare(
                Map.of("shop", shop),
                Claim.list(Claim.of("shop", "stopped", shop)),
                List.of(),
                Map.of("shop", shop.toString(), "old\u001b[2J", "/mnt/disk\n/old"));
        assertThat(Claim.codes(found)).containsExactly("old\\u001b[2J WARNING discovery.vanished");
        assertThat(found.findings().get(0).finding().sentence()).contains("/mnt/disk\\n/old");
        assertThat(found.findings().get(0).finding().hint()).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"../x", "a/b", "", "a\nb", "\u001b[2J", "-rf", "a b", "..", "\u202egnp"})
    void aHostileNameIsNeverAProject(String name) throws IOException {
        Path folder = ConfigFolder.in(disk.resolve("x"), "type: php").approot();
        assertThat(Discovery.compare(Map.of(name, folder), Optional.empty(), List.of(), Map.of()))
                .satisfies(found -> assertThat(found.projects()).isEmpty())
                .satisfies(found -> assertThat(found.findings())
                        .singleElement()
                        .satisfies(
                                finding -> assertThat(finding.finding().code()).isEqualTo("discovery.bad-name"))
                        .satisfies(finding -> assertThat(finding.project()).doesNotContain("\n", "\u001b", "\u202e")));
        assertThat(Claim.codes(Discovery.compare(
                        Map.of(), Claim.list(Claim.of(name, "running", folder)), List.of(), Map.of())))
                .singleElement()
                .asString()
                .endsWith(" ERROR discovery.bad-name");
    }

    @Test
    void aListedProjectWithoutAUsableFolderIsAnError() {
        Listed entry = new Listed("shop", "running", "not/absolute", "php", "");
        Discovered found = Discovery.compare(Map.of(), Claim.list(entry), List.of(), Map.of());
        assertThat(Claim.codes(found)).containsExactly("shop ERROR discovery.bad-folder");
        assertThat(found.projects()).isEmpty();
    }

    @Test
    void aProjectThatOnlyRunsIsFoundAndSaidToBeUnregistered() throws IOException {
        Path shop = ConfigFolder.in(disk.resolve("shop"), "name: shop").approot();
        Discovered found =
                Discovery.compare(Map.of(), Claim.list(Claim.of("shop", "running", shop)), List.of(), Map.of());
        assertThat(Claim.codes(found)).containsExactly("shop INFO discovery.unregistered");
        assertThat(found.projects().get(0).registered()).isFalse();
        assertThat(found.projects().get(0).status()).isEqualTo(ProjectStatus.RUNNING);
    }

    @Test
    void aFolderTheUserNamedIsAProjectByItsConfigurationOrItsOwnName() throws IOException {
        Path named = ConfigFolder.in(disk.resolve("a"), "name: shop").approot();
        Path nameless = ConfigFolder.in(disk.resolve("my_site"), "type: php").approot();
        Discovered found = Discovery.compare(Map.of(), Optional.empty(), List.of(named, nameless), Map.of());
        assertThat(Claim.codes(found))
                .containsExactly("shop INFO discovery.unregistered", "my-site INFO discovery.unregistered");
        assertThat(found.projects())
                .extracting(project -> project.name().text())
                .containsExactly("my-site", "shop");
    }

    @Test
    void aFolderTheUserNamedThatIsKnownIsNothingNewThroughALinkEither() throws IOException {
        Path shop = ConfigFolder.in(disk.resolve("shop"), "name: shop").approot();
        Path link = Files.createSymbolicLink(disk.resolve("link"), shop);
        Discovered found = Discovery.compare(Map.of("shop", shop), Optional.empty(), List.of(shop, link), Map.of());
        assertThat(found.findings()).isEmpty();
        assertThat(found.projects()).hasSize(1);
    }

    @Test
    void anotherFolderWithTheSameNameIsAnErrorAndBothAreLookedAt() throws IOException {
        Path shop = ConfigFolder.in(disk.resolve("shop"), "name: shop").approot();
        Path copy = ConfigFolder.in(disk.resolve("worktree"), "name: shop").approot();
        Discovered found = Discovery.compare(Map.of("shop", shop), Optional.empty(), List.of(copy), Map.of());
        assertThat(Claim.codes(found)).containsExactly("shop ERROR discovery.duplicate");
        assertThat(found.projects()).extracting(Project::approot).containsExactly(shop, copy);
    }

    @Test
    void aFolderTheUserNamedWithAHostileNameInsideIsAnError() throws IOException {
        Path shop = ConfigFolder.in(disk.resolve("shop"), "name: ../../etc").approot();
        Discovered found = Discovery.compare(Map.of(), Optional.empty(), List.of(shop), Map.of());
        assertThat(Claim.codes(found)).containsExactly("../../etc ERROR discovery.bad-name");
        assertThat(found.projects()).isEmpty();
    }

    @Test
    void twoRegisteredFoldersWhoseConfigurationsGiveOneNameAreAnErrorForTheOneDdevLeavesOut() throws IOException {
        Path shop = ConfigFolder.in(disk.resolve("shop"), "name: shop").approot();
        Path copy = ConfigFolder.in(disk.resolve("copy"), "name: shop").approot();
        Discovered found = Discovery.compare(
                Map.of("shop", shop, "shop2", copy),
                Claim.list(Claim.of("shop", "running", shop)),
                List.of(),
                Map.of());
        assertThat(Claim.codes(found)).containsExactly("shop2 ERROR discovery.duplicate");
        assertThat(found.projects())
                .extracting(project -> project.name().text())
                .containsExactly("shop", "shop2");
    }

    @Test
    void aProjectThatWasRenamedIsOneProjectUnderTheNameDdevLists() throws IOException {
        Path folder = ConfigFolder.in(disk.resolve("shop"), "name: newshop").approot();
        Discovered found = Discovery.compare(
                Map.of("oldshop", folder),
                Claim.list(Claim.of("newshop", "running", folder)),
                List.of(),
                Map.of("oldshop", folder.toString()));
        assertThat(Claim.codes(found)).containsExactly("oldshop WARNING discovery.duplicate");
        assertThat(found.projects())
                .singleElement()
                .satisfies(project -> assertThat(project.name().text()).isEqualTo("newshop"))
                .satisfies(project -> assertThat(project.registered()).isTrue());
    }

    @Test
    void oneFolderUnderTwoRegisteredNamesIsTheProjectItsConfigurationNames() throws IOException {
        Path folder = ConfigFolder.in(disk.resolve("shop"), "name: newshop").approot();
        Discovered found =
                Discovery.compare(Map.of("aoldshop", folder, "newshop", folder), Optional.empty(), List.of(), Map.of());
        assertThat(Claim.codes(found)).containsExactly("aoldshop WARNING discovery.duplicate");
        assertThat(found.projects())
                .extracting(project -> project.name().text())
                .containsExactly("newshop");
    }

    @Test
    void aProjectInOneFolderByTheRegistryAndInAnotherByTheListIsAnError() throws IOException {
        Path one = ConfigFolder.in(disk.resolve("one"), "name: shop").approot();
        Path other = ConfigFolder.in(disk.resolve("other"), "name: shop").approot();
        Discovered found = Discovery.compare(
                Map.of("shop", one), Claim.list(Claim.of("shop", "running", other)), List.of(), Map.of());
        assertThat(Claim.codes(found)).containsExactly("shop ERROR discovery.duplicate");
        assertThat(found.projects()).extracting(Project::approot).containsExactly(one);
    }

    @Test
    void aProjectListedTwiceIsAnError() throws IOException {
        Path shop = ConfigFolder.in(disk.resolve("shop"), "name: shop").approot();
        Listed entry = Claim.of("shop", "running", shop);
        Discovered found = Discovery.compare(Map.of("shop", shop), Claim.list(entry, entry), List.of(), Map.of());
        assertThat(Claim.codes(found)).containsExactly("shop ERROR discovery.duplicate");
        assertThat(found.projects()).hasSize(1);
    }

    @Test
    void aNullInDdevsListIsAnErrorOfSomeProject() throws IOException {
        Path shop = ConfigFolder.in(disk.resolve("shop"), "name: shop").approot();
        Optional<Answer<DdevList>> list =
                Optional.of(new Said<>(new DdevList(List.of(Claim.of("shop", "running", shop)), 2), List.of()));
        Discovered found = Discovery.compare(Map.of("shop", shop), list, List.of(), Map.of());
        assertThat(Claim.codes(found)).containsExactly("some project ERROR discovery.null-entry");
    }

    @Test
    void aListThatFailedIsAnErrorAndTheRegistryIsUsedAlone() throws IOException {
        Path shop = ConfigFolder.in(disk.resolve("shop"), "name: shop").approot();
        Discovered found = Discovery.compare(
                Map.of("shop", shop),
                Optional.of(new Refused<>(Trouble.DOCKER_DOWN, "Docker error: down")),
                List.of(),
                Map.of());
        assertThat(Claim.codes(found)).containsExactly(" ERROR discovery.list-failed");
        assertThat(found.findings().get(0).finding().severity()).isEqualTo(Severity.ERROR);
        assertThat(found.projects()).extracting(Project::status).containsExactly(ProjectStatus.UNKNOWN);
    }

    @Test
    void theRecordedListAgainstTheRecordedRegistryFindsEachProjectOnceAndItsFolderMissingHere() throws IOException {
        Files.writeString(
                disk.resolve("project_list.yaml"), ConfigFolder.recorded("A04-global-dir", "project_list.yaml"));
        Scripted ddev = Scripted.answering(Recording.of("853-list-j-broken-config-yaml"));
        Discovered found = Discovery.compare(
                Registry.read(disk).projects(),
                Optional.of(new DdevCli(ddev, Sample.TIMEOUT).list()),
                List.of(),
                Map.of());
        assertThat(found.projects())
                .extracting(project -> project.name().text())
                .containsExactly("big", "blog", "nodb", "pgapp", "shop", "sleepy");
        assertThat(found.findings())
                .hasSize(6)
                .allMatch(finding -> finding.finding().code().equals("discovery.directory-missing"));
    }
}

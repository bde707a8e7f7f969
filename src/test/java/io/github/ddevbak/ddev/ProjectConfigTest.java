package io.github.ddevbak.ddev;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.ddevbak.project.DatabaseServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProjectConfigTest {
    @TempDir
    Path folder;

    @Test
    void aConfigurationAsDdevWritesItIsReadWithItsComments() throws Exception {
        ProjectConfig shop = ConfigFolder.in(folder)
                .with("config.yaml", ConfigFolder.recorded("A02-config-yaml-full"))
                .read();

        assertThat(shop.name()).contains("shop");
        assertThat(shop.type()).isEqualTo("drupal11");
        assertThat(shop.docroot()).isEqualTo("web");
        assertThat(shop.database()).contains(new DatabaseServer(DatabaseServer.Family.MARIADB, "11.8"));
        assertThat(shop.databaseOmitted()).isFalse();
        assertThat(shop.uploadDirs()).isEmpty();
        assertThat(shop.webEnvironment()).isEmpty();
    }

    @Test
    void anOmittedDatabaseAndConfiguredUploadDirectoriesAreSeen() throws Exception {
        ProjectConfig nodb = ConfigFolder.in(folder.resolve("nodb"))
                .with("config.yaml", ConfigFolder.recorded("A03-config-yaml-others", "nodb/.ddev/config.yaml"))
                .read();
        ProjectConfig pgapp = ConfigFolder.in(folder.resolve("pgapp"))
                .with("config.yaml", ConfigFolder.recorded("A03-config-yaml-others", "pgapp/.ddev/config.yaml"))
                .read();

        assertThat(nodb.databaseOmitted()).isTrue();
        assertThat(pgapp.databaseOmitted()).isFalse();
        assertThat(pgapp.database()).contains(new DatabaseServer(DatabaseServer.Family.POSTGRES, "15"));
        assertThat(pgapp.docroot()).isEqualTo("public");
        assertThat(pgapp.uploadDirs()).containsExactly("uploads");
    }

    @Test
    void whatAFileDoesNotNameIsEmptyAndNotGuessed() throws Exception {
        ProjectConfig bare = ConfigFolder.in(folder, "# nothing set").read();

        assertThat(bare.name()).isEmpty();
        assertThat(bare.type()).isEmpty();
        assertThat(bare.docroot()).isEmpty();
        assertThat(bare.database()).isEmpty();
        assertThat(bare.databaseOmitted()).isFalse();
    }

    @Test
    void laterFilesReplaceScalarsAppendListsAndMergeMaps() throws Exception {
        ProjectConfig merged = ConfigFolder.in(
                        folder,
                        "name: shop",
                        "docroot: web",
                        "database: {type: mariadb, version: '10.11'}",
                        "upload_dirs: [a]",
                        "web_environment: [ONE=1, TWO=2]")
                .with("config.b.yaml", "docroot: last", "database: {version: '11.8'}", "web_environment: [TWO=two]")
                .with("config.a.yml", "docroot: first", "upload_dirs: [b]", "omit_containers: [db]")
                .read();

        assertThat(merged.name()).contains("shop");
        assertThat(merged.docroot()).isEqualTo("last");
        assertThat(merged.database()).contains(new DatabaseServer(DatabaseServer.Family.MARIADB, "11.8"));
        assertThat(merged.uploadDirs()).containsExactly("a", "b");
        assertThat(merged.webEnvironment()).containsEntry("ONE", "1").containsEntry("TWO", "two");
        assertThat(merged.databaseOmitted()).isTrue();
    }

    @Test
    void overrideConfigReplacesTheListsOfItsOwnFileOnly() throws Exception {
        ProjectConfig merged = ConfigFolder.in(folder, "omit_containers: [db]", "upload_dirs: [a]")
                .with("config.1.yaml", "override_config: true", "omit_containers: []", "upload_dirs: [b]")
                .with("config.2.yaml", "upload_dirs: [c]")
                .read();

        assertThat(merged.databaseOmitted()).isFalse();
        assertThat(merged.uploadDirs()).containsExactly("b", "c");
    }

    @Test
    void filesThatOnlyLookLikeOverridesAreNotRead() throws Exception {
        ProjectConfig config = ConfigFolder.in(folder, "name: shop")
                .with("config.local.yaml.example", "name: example")
                .with("config.yml", "name: yml")
                .with("my.config.local.yaml", "name: mine")
                .with("config.local.yaml.bak", "name: bak")
                .read();

        assertThat(config.name()).contains("shop");
    }

    @ParameterizedTest
    @CsvSource({"'10.11', 10.11", "10.11, 10.11", "8.0, 8.0", "\"8.0\", 8.0", "15, 15", "5.7, 5.7"})
    void aVersionWithoutQuotesIsStillThatVersion(String written, String version) throws Exception {
        assertThat(ConfigFolder.in(folder, "database:", "  type: mysql", "  version: " + written)
                        .read()
                        .database())
                .contains(new DatabaseServer(DatabaseServer.Family.MYSQL, version));
    }

    @Test
    void theSettingsOfOldDdevVersionsCount() throws Exception {
        ProjectConfig old = ConfigFolder.in(folder, "mariadb_version: '10.4'", "upload_dir: files")
                .read();

        assertThat(old.database()).contains(new DatabaseServer(DatabaseServer.Family.MARIADB, "10.4"));
        assertThat(old.uploadDirs()).containsExactly("files");
    }

    @Test
    void theOldVersionSettingsWinOverTheNewAsInDdev() throws Exception {
        ProjectConfig mixed = ConfigFolder.in(
                        folder,
                        "mariadb_version: '10.4'",
                        "mysql_version: '5.7'",
                        "database: {type: postgres, version: '15'}")
                .read();

        assertThat(mixed.database()).contains(new DatabaseServer(DatabaseServer.Family.MYSQL, "5.7"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{type: oracle, version: '23'}",
                "{type: mariadb}",
                "{version: '15'}",
                "{type: mysql, version: '8;rm -rf'}",
                "{}"
            })
    void aServerThatIsNotKnownIsLeftToDdevToName(String database) throws Exception {
        assertThat(ConfigFolder.in(folder, "database: " + database).read().database())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"false", "[]", "", "~", "[~, '', ' ']"})
    void uploadDirectoriesThatNameNothingLeaveTheDefault(String written) throws Exception {
        assertThat(ConfigFolder.in(folder, "upload_dirs: " + written).read().uploadDirs())
                .isEmpty();
    }

    @Test
    void oneUploadDirectoryMayStandWithoutAList() throws Exception {
        assertThat(ConfigFolder.in(folder, "upload_dirs: custom/dir").read().uploadDirs())
                .containsExactly("custom/dir");
    }

    @ParameterizedTest
    @CsvSource({"./web/, web", "web//public/., web/public", "., ''", "a/../b, b", "../x, ../x", "/web, /web"})
    void theDocrootIsNormalisedAndNeverHidesThatItLeavesTheProject(String written, String docroot) throws Exception {
        assertThat(ConfigFolder.in(folder, "docroot: " + written).read().docroot())
                .isEqualTo(docroot);
    }

    @Test
    void aVariableKeepsItsEqualsSignsAndABareNameHasNoValue() throws Exception {
        assertThat(ConfigFolder.in(folder, "web_environment: ['URL=a=b', BARE, 'EMPTY=']")
                        .read()
                        .webEnvironment())
                .containsEntry("URL", "a=b")
                .containsEntry("BARE", "")
                .containsEntry("EMPTY", "");
    }

    @Test
    void aMissingConfigurationIsToldApartFromABrokenOne() throws IOException {
        ConfigFolder empty = ConfigFolder.in(folder);

        assertThatExceptionOfType(ConfigUnreadableException.class)
                .isThrownBy(empty::read)
                .matches(ConfigUnreadableException::missing)
                .withMessageContaining("config.yaml does not exist");
    }

    @Test
    void theConfigurationOfAParentIsNotTakenForTheProjects() throws IOException {
        ConfigFolder.in(folder, "name: parent");
        Path child = Files.createDirectories(folder.resolve("child"));

        assertThatExceptionOfType(ConfigUnreadableException.class)
                .isThrownBy(() -> ProjectConfig.read(child))
                .matches(ConfigUnreadableException::missing);
    }

    @Test
    void aBrokenFileIsNamedWithTheLineAndWithoutItsSecrets() throws IOException {
        ConfigFolder broken = ConfigFolder.in(folder, "name: shop", "web_environment: [TOKEN=s3cret", "type: php");

        assertThatExceptionOfType(ConfigUnreadableException.class)
                .isThrownBy(broken::read)
                .matches(exception -> !exception.missing())
                .withMessageContaining("config.yaml")
                .withMessageContaining("line 3")
                .withMessageNotContaining("s3cret");
    }

    @Test
    void aBrokenOverrideIsNamedAndNotPassedOver() throws IOException {
        ConfigFolder broken = ConfigFolder.in(folder, "name: shop").with("config.local.yaml", "name: [");

        assertThatExceptionOfType(ConfigUnreadableException.class)
                .isThrownBy(broken::read)
                .matches(exception -> !exception.missing())
                .withMessageContaining("config.local.yaml");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "- a list",
                "just text",
                "name: [a]",
                "type: {a: b}",
                "database: mariadb",
                "database: {type: [mariadb]}",
                "web_environment: {A: b}",
                "upload_dirs: [[a]]",
                "name: a\nname: b",
                "a: &a [*a, *missing]",
                "name: !!java.net.URL [x]",
                "name: \u0007"
            })
    void whatDdevWouldNotTakeIsASentenceAndNotATrace(String yaml) throws IOException {
        ConfigFolder wrong = ConfigFolder.in(folder, yaml);

        assertThatExceptionOfType(ConfigUnreadableException.class)
                .isThrownBy(wrong::read)
                .matches(exception -> !exception.missing())
                .withMessageEndingWith("; correct the file.");
    }

    @Test
    void structuresThatHoldThemselvesDoNoHarmWhereNobodyLooks() throws Exception {
        ConfigFolder loop = ConfigFolder.in(folder, "name: shop", "hooks: &h {again: *h}")
                .with("config.local.yaml", "hooks: &h {again: *h}");

        assertThat(loop.read().name()).contains("shop");
    }

    @Test
    void aTowerOfBracketsIsRefusedBeforeTheStackIsFull() throws IOException {
        ConfigFolder tower = ConfigFolder.in(folder, "a: " + "[".repeat(200_000));

        assertThatExceptionOfType(ConfigUnreadableException.class)
                .isThrownBy(tower::read)
                .withMessageContaining("nested");
    }

    @Test
    void aFileOfSillySizeIsRefused() throws IOException {
        ConfigFolder huge = ConfigFolder.in(folder, "name: shop", "#".repeat(YamlFile.LARGEST));

        assertThatExceptionOfType(ConfigUnreadableException.class)
                .isThrownBy(huge::read)
                .withMessageContaining("larger than 1 MiB");
    }

    @Test
    void aFolderInPlaceOfTheFileIsBrokenAndNotMissing() throws IOException {
        ConfigFolder odd = ConfigFolder.in(folder);
        Files.createDirectory(folder.resolve(".ddev/config.yaml"));

        assertThatExceptionOfType(ConfigUnreadableException.class)
                .isThrownBy(odd::read)
                .matches(exception -> !exception.missing())
                .withMessageContaining("not a plain file");
    }

    @Test
    void bytesThatAreNotUtf8AreRefused() throws IOException {
        ConfigFolder latin = ConfigFolder.in(folder);
        Files.write(folder.resolve(".ddev/config.yaml"), new byte[] {'n', 'a', 'm', 'e', ':', ' ', (byte) 0xfc});

        assertThatExceptionOfType(ConfigUnreadableException.class)
                .isThrownBy(latin::read)
                .withMessageContaining("not UTF-8");
    }

    @Test
    void aByteOrderMarkIsPassedOver() throws Exception {
        assertThat(ConfigFolder.in(folder, "\ufeffname: shop").read().name()).contains("shop");
    }

    @Test
    void keysAreReadInAnyCase() throws Exception {
        assertThat(ConfigFolder.in(folder, "Name: shop", "TYPE: php").read().type())
                .isEqualTo("php");
    }

    @Test
    void aHostileFolderNameCannotForgeALineOfTheMessage() throws IOException {
        Path odd = folder.resolve("a\u001b[31m\nb");

        assertThatExceptionOfType(ConfigUnreadableException.class)
                .isThrownBy(() -> ConfigFolder.in(odd, "name: [").read())
                .matches(exception ->
                        String.valueOf(exception.getMessage()).chars().noneMatch(Character::isISOControl));
    }
}

package io.github.ddevbak.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.ddevbak.project.Finding;
import io.github.ddevbak.project.Project;
import io.github.ddevbak.project.Severity;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UploadDirsTest {
    @TempDir
    Path approot;

    @ParameterizedTest
    @CsvSource({
        "drupal11, web, web/sites/default/files",
        "drupal6, '', sites/default/files",
        "drupal, web, web/sites/default/files",
        "backdrop, '', files",
        "wordpress, '', wp-content/uploads",
        "wp-bedrock, web, web/app/uploads",
        "typo3, public, public/fileadmin",
        "shopware6, public, public/media",
        "magento, '', media",
        "magento2, pub, pub/media",
        "maho, public, public/media",
        "silverstripe, public, public/assets",
        "joomla, '', images",
        "codeigniter, public, public/writable/uploads",
        "modx, '', assets",
        "TYPO3, '', fileadmin"
    })
    void aTypeHasItsOwnDirectoryBelowTheDocroot(String type, String docroot, String directory) {
        Project project = Tree.project(approot, type, docroot);

        assertThat(UploadDirs.of(project)).containsExactly(directory);
        assertThat(UploadDirs.findings(project)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"php", "laravel", "craftcms", "symfony", "cakephp", "generic", "drupalx", ""})
    void aTypeWithoutUploadDirectoriesHasNone(String type) {
        assertThat(UploadDirs.of(Tree.project(approot, type, "web"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {6, 7, 8, 9, 10, 11, 12})
    void everyDrupalHasTheSameDirectory(int version) {
        assertThat(UploadDirs.of(Tree.project(approot, "drupal" + version, "web")))
                .containsExactly("web/sites/default/files");
    }

    @Test
    void aPullFillsTheDirectoryThatIsWrittenFirst() {
        assertThat(UploadDirs.first(Tree.project(approot, "drupal11", "web", "z", "a")))
                .isEqualTo("web/z");
        assertThat(UploadDirs.first(Tree.project(approot, "drupal11", "web"))).isEqualTo("web/sites/default/files");
        assertThat(UploadDirs.first(Tree.project(approot, "php", "web"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "web, web/private, private",
        "web, private, ../private",
        "a/b, private/x, ../../private/x",
        "'', private, private",
        "web, webfiles, ../webfiles"
    })
    void anEntryIsWrittenRelativeToTheDocroot(String docroot, String folder, String entry) {
        assertThat(UploadDirs.entry(Tree.project(approot, "php", docroot), folder))
                .isEqualTo(entry);
        assertThat(UploadDirs.of(Tree.project(approot, "php", docroot, entry))).containsExactly(folder);
    }

    @Test
    void configuredDirectoriesReplaceTheDefault() {
        assertThat(UploadDirs.of(Tree.project(approot, "drupal11", "web", "media", "../private/")))
                .containsExactly("private", "web/media");
    }

    @Test
    void aDirectoryInsideAnotherIsNotWalkedTwice() {
        assertThat(UploadDirs.of(Tree.project(approot, "php", "", "files/a", "files", "./files", "files-b")))
                .containsExactly("files", "files-b");
    }

    @ParameterizedTest
    @ValueSource(strings = {"../../etc", "../..", "a/../../../b", "..//../x"})
    void whatLeavesTheProjectIsDroppedAndToldAsALoss(String entry) {
        Project project = Tree.project(approot, "php", "web", entry, "kept");

        assertThat(UploadDirs.of(project)).containsExactly("web/kept");
        assertThat(UploadDirs.findings(project))
                .extracting(Finding::code, Finding::severity)
                .containsExactly(tuple("files.outside-project", Severity.LOSS));
    }

    @Test
    void aDocrootThatLeavesTheProjectTakesItsDirectoriesAlong() {
        Project project = Tree.project(approot, "wordpress", "../other");

        assertThat(UploadDirs.of(project)).isEmpty();
        assertThat(UploadDirs.findings(project)).hasSize(1);
    }

    @Test
    void anAbsoluteEntryIsTakenBelowTheDocrootAsDdevDoes() {
        assertThat(UploadDirs.of(Tree.project(approot, "php", "web", "/etc"))).containsExactly("web/etc");
    }

    @Test
    void theWholeProjectIsNotTakenForUserFiles() {
        Project project = Tree.project(approot, "php", "web", "..");

        assertThat(UploadDirs.of(project)).isEmpty();
        assertThat(UploadDirs.findings(project)).extracting(Finding::code).containsExactly("files.whole-project");
    }

    @Test
    void aHostileEntryCannotForgeALine() {
        assertThat(UploadDirs.findings(Tree.project(approot, "php", "", "../\u001b[2J\nok")))
                .singleElement()
                .matches(finding -> finding.sentence().chars().noneMatch(Character::isISOControl));
    }
}

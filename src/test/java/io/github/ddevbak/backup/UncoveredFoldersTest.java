package io.github.ddevbak.backup;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ddevbak.git.GitFiles;
import io.github.ddevbak.process.Cancellation;
import io.github.ddevbak.process.SystemProcessRunner;
import io.github.ddevbak.project.Finding;
import io.github.ddevbak.project.Severity;
import io.github.ddevbak.project.Shell;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UncoveredFoldersTest {
    private static final UncoveredFolders FOLDERS = new UncoveredFolders(new GitFiles(
            new SystemProcessRunner(new Cancellation(), Map.of("PATH", "/usr/bin:/bin", "HOME", "/nowhere")),
            Duration.ofMinutes(1)));

    @TempDir
    Path approot;

    Sites sites = new Sites(Path.of("unset"));

    @BeforeEach
    void makeAFolder() {
        sites = new Sites(approot.resolve("project"));
    }

    @ParameterizedTest
    @CsvSource({
        "drupal11, web, web/sites/second/files, sites/second/files",
        "drupal7, '', sites/second.example.org/files, sites/second.example.org/files",
        "drupal10, web, private, ../private",
        "drupal10, web, web/sites/default/private, sites/default/private",
        "typo3, public, public/uploads, uploads",
        "laravel, public, storage/app, ../storage/app",
        "shopware6, public, files, ../files",
        "symfony, public, public/uploads, uploads",
        "craftcms, web, web/uploads, uploads",
        "php, '', uploads, uploads"
    })
    void aFolderThatDdevDoesNotCountIsToldWithTheEntryThatAddsIt(
            String type, String docroot, String folder, String entry) throws IOException {
        sites.write(folder + "/deep/contract.pdf");

        assertThat(FOLDERS.findings(sites.project(type, docroot)))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.code()).isEqualTo("files.not-covered");
                    assertThat(finding.severity()).isEqualTo(Severity.WARNING);
                    assertThat(finding.sentence()).contains(folder + " of 'shop' holds 1 file ");
                    assertThat(finding.hint()).contains("'" + entry + "'");
                });
    }

    @Test
    void whatIsAnUploadDirectoryAlreadyIsNotTold() throws IOException {
        sites.write("storage/app/a");
        sites.write("web/sites/default/files/a");

        assertThat(FOLDERS.findings(sites.project("laravel", "public", "../storage/app")))
                .isEmpty();
        assertThat(FOLDERS.findings(sites.project("laravel", "public", "../storage")))
                .isEmpty();
        assertThat(FOLDERS.findings(sites.project("drupal11", "web"))).isEmpty();
    }

    @Test
    void aFolderThatHoldsOnlyPlaceholdersIsNotTold() throws IOException {
        sites.write("storage/app/.gitignore");
        sites.write("storage/app/public/.gitignore");

        assertThat(FOLDERS.findings(sites.project("laravel", "public"))).isEmpty();
    }

    @Test
    void onlyWhatGitDoesNotHaveCounts() throws Exception {
        sites.write("storage/app/kept.json");
        sites.write("storage/app/mine.pdf");
        sites.write("storage/app/other.pdf");
        Files.writeString(approot.resolve("project/.gitignore"), "*.pdf\n");
        Shell.run(
                approot.resolve("project"),
                Map.of("HOME", approot.toString()),
                "sh",
                "-c",
                "git init -q && git add -A && git -c user.name=a -c user.email=a@b commit -qm x");

        assertThat(FOLDERS.findings(sites.project("laravel", "public")))
                .singleElement()
                .extracting(Finding::sentence)
                .asString()
                .contains("holds 2 files ");
        Files.delete(approot.resolve("project/storage/app/mine.pdf"));
        Files.delete(approot.resolve("project/storage/app/other.pdf"));
        assertThat(FOLDERS.findings(sites.project("laravel", "public"))).isEmpty();
    }

    @Test
    void aDocrootThatLeavesTheProjectIsNotLookedInto() throws IOException {
        sites.write("../outside/uploads/a");

        assertThat(FOLDERS.findings(sites.project("php", "../outside"))).isEmpty();
        assertThat(FOLDERS.findings(sites.project("php", "/"))).isEmpty();
    }
}

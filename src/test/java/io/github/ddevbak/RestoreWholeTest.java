package io.github.ddevbak;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ddevbak.store.FileTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whole projects come back: onto a new machine, under another name, part by part. */
class RestoreWholeTest {
    @TempDir
    Path folder;

    private SampleWorld world;

    @BeforeEach
    void everyProjectIsSaved() throws IOException {
        world = new SampleWorld(folder);
        InProcess made = world.run("all", "--copy-files", "always");
        assertThat(made.exit()).as(made.out() + made.err()).isIn(0, 3);
    }

    @Test
    void onANewMachineEveryProjectComesBackFromTheRemotesAndTheSets() throws IOException {
        Map<String, String> shop = SampleWorld.files(world.project("shop"));
        Map<String, String> blog = SampleWorld.files(world.project("blog"));
        String databases = world.databases("shop");
        world.loseEverything();

        InProcess run = world.run("restore", "--all", "--yes");

        assertThat(run.exit()).as(run.out() + run.err()).isZero();
        assertThat(SampleWorld.files(world.project("shop"))).isEqualTo(shop);
        assertThat(SampleWorld.files(world.project("blog"))).isEqualTo(blog);
        assertThat(world.databases("shop")).isEqualTo(databases);
        assertThat(world.project("nodb").resolve("index.php")).exists();
        assertThat(run.out()).contains("of ddev's global configuration were put into");
    }

    @Test
    void onANewMachineEveryProjectAndDdevsOwnConfigurationComeBackFromARepository() throws IOException {
        RemoteWorld.assumeRestic();
        Files.writeString(folder.resolve("password"), "x");
        assertThat(withRepository("copy", "--init").exit()).isZero();
        assertThat(withRepository("copy", "--all").exit()).isZero();
        Map<String, String> shop = SampleWorld.files(world.project("shop"));
        String databases = world.databases("shop");
        world.loseEverything();
        FileTree.delete(folder.resolve("backups"));

        InProcess run = withRepository("restore", "--all", "--yes", "--from-remote");

        assertThat(run.exit()).as(run.out() + run.err()).isZero();
        assertThat(SampleWorld.files(world.project("shop"))).isEqualTo(shop);
        assertThat(world.databases("shop")).isEqualTo(databases);
        assertThat(run.out()).contains("of ddev's global configuration were put into");
    }

    private InProcess withRepository(String... words) throws IOException {
        List<String> all = new ArrayList<>(List.of(words));
        all.addAll(List.of(
                "--repository", folder.toRealPath().resolve("repository").toString()));
        all.addAll(List.of(
                "--password-file", folder.toRealPath().resolve("password").toString()));
        return world.run(all.toArray(String[]::new));
    }

    @Test
    void whatCannotBeBroughtBackStopsNoOtherProject() throws IOException {
        Map<String, String> blog = SampleWorld.files(world.project("blog"));
        world.loseEverything();
        Files.move(folder.resolve("sample/remotes/shop.git"), folder.resolve("sample/remotes/away.git"));

        InProcess run = world.run("restore", "--all", "--yes");

        assertThat(run.exit()).as(run.out() + run.err()).isEqualTo(1);
        assertThat(run.err()).contains("the code of 'shop' could not be brought to");
        assertThat(SampleWorld.files(world.project("blog"))).isEqualTo(blog);
    }

    @Test
    void aCopyUnderAnotherNameLeavesTheProjectAlone() throws IOException {
        Map<String, String> shop = SampleWorld.files(world.project("shop"));
        String databases = world.databases("shop");

        InProcess run = world.run("restore", "shop", "--as", "shop2", "--yes");

        assertThat(run.exit()).as(run.out() + run.err()).isZero();
        assertThat(SampleWorld.files(world.project("shop"))).isEqualTo(shop);
        assertThat(world.databases("shop")).isEqualTo(databases);
        assertThat(world.databases("shop2")).isEqualTo(databases);
        assertThat(world.project("shop2").resolve(".ddev/config.yaml"))
                .content()
                .startsWith("name: shop2\n");
        assertThat(world.project("shop2").resolve(".env")).hasContent("PAYMENT_TOKEN=only-a-sample");
    }

    @Test
    void configurationAndFilesComeBackOverWhatIsThereAndSecretsStayClosed() throws IOException {
        Path shop = world.project("shop");
        Map<String, String> before = SampleWorld.files(shop);
        Files.writeString(shop.resolve(".env"), "PAYMENT_TOKEN=wrong\n");
        Files.delete(shop.resolve(".ddev/config.local.yaml"));
        Files.delete(shop.resolve("web/sites/default/files/2026-02/Bild 1.jpg"));

        InProcess run = world.run("restore", "shop", "--config", "--files", "--yes");

        assertThat(run.exit()).as(run.out() + run.err()).isZero();
        assertThat(SampleWorld.files(shop)).isEqualTo(before);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(shop.resolve(".env"))))
                .isEqualTo("rw-------");
        assertThat(run.out()).contains("what was there before is in set 20261122T163105Z-before-restore");
    }

    @Test
    void nothingIsWrittenThroughALinkOutOfTheProject() throws IOException {
        Path shop = world.project("shop");
        Path outside = Files.createDirectories(folder.resolve("outside"));
        Path uploads = shop.resolve("web/sites/default/files");
        Files.move(uploads, folder.resolve("moved"));
        Files.createSymbolicLink(uploads, outside);
        Files.delete(shop.resolve(".env"));
        Files.createSymbolicLink(shop.resolve(".env"), outside.resolve("env"));

        InProcess run = world.run("restore", "shop", "--config", "--files", "--yes", "--no-safety-copy");

        assertThat(run.exit()).as(run.out() + run.err()).isEqualTo(1);
        assertThat(run.err()).contains("a link is on the way");
        assertThat(outside).isEmptyDirectory();
        assertThat(Files.isSymbolicLink(shop.resolve(".env"))).isFalse();
        assertThat(shop.resolve(".env")).hasContent("PAYMENT_TOKEN=only-a-sample");
    }
}

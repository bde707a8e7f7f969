package io.github.ddevbak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.ddevbak.store.FileTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a project outlives, from the copies that there are: on its own disk a repository counts as little as sets do. */
class SurvivesTest {
    private static final Path OTHER_DISK = Path.of("/dev/shm");

    @TempDir
    Path folder;

    private RemoteWorld world;
    private Path repository = Path.of("");

    @BeforeEach
    void makeAWorld() throws IOException {
        world = new RemoteWorld(folder);
    }

    @AfterEach
    void emptyTheOtherDisk() throws IOException {
        if (repository.isAbsolute()) {
            FileTree.delete(repository);
        }
    }

    private void useAnotherDisk() throws IOException {
        assumeTrue(
                Files.isWritable(OTHER_DISK)
                        && !Files.getAttribute(OTHER_DISK, "unix:dev").equals(Files.getAttribute(folder, "unix:dev")),
                "there is no second disk here to copy to");
        repository = Files.createTempDirectory(OTHER_DISK, "ddevbak-test");
        world.write(
                "copy:\n  after-all: true\n  repositories:\n    - {name: usb, repository: '" + repository.resolve("r")
                        + "', password-file: '" + folder.toRealPath().resolve("password") + "'}\n");
    }

    private InProcess all(String... more) {
        return run("all --only database --no-snapshot", more);
    }

    private InProcess status(String... more) {
        return run("status --only database", more);
    }

    private InProcess run(String words, String... more) {
        return world.run((words + " " + String.join(" ", more)).strip().split(" ", -1));
    }

    @Test
    void aRepositoryOnTheDiskOfTheProjectDoesNotOutliveIt() throws IOException {
        world.makeSet();
        world.init();
        assertThat(world.run("copy").exit()).isZero();

        InProcess status = status("--require", "disk");
        InProcess quiet = status("--require", "disk", "--quiet");

        assertThat(status.exit()).isEqualTo(3);
        assertThat(status.out()).contains("mistake").contains("nas (this disk)");
        assertThat(quiet.exit()).isEqualTo(3);
        assertThat(quiet.err()).contains("--require disk: the loss of its disk is not outlived by shop.");
    }

    @Test
    void aCopyOnAnotherDiskIsMadeAfterAllAndOutlivesTheDisk() throws IOException {
        useAnotherDisk();
        InProcess without = all("--require", "disk");
        world.init();

        InProcess all = all("--require", "disk");
        InProcess status = status("--require", "disk", "--json");
        InProcess show = world.run("show", "shop");

        assertThat(show.out()).contains("survives disk now, mistake when it was made");
        assertThat(without.exit()).isEqualTo(10);
        assertThat(without.err()).contains("copy --init --repository usb");
        assertThat(without.out()).contains("recoverable").contains("mistake");
        assertThat(all.exit()).as(all.err()).isZero();
        assertThat(all.out()).contains("usb: copied").contains("recoverable      disk");
        assertThat(status.exit()).isZero();
        JsonNode project =
                new ObjectMapper().readTree(status.out()).path("projects").path(0);
        assertThat(project.path("survives").asText()).isEqualTo("disk");
        JsonNode usb = project.path("copies").path(1);
        assertThat(usb.path("name").asText()).isEqualTo("usb");
        assertThat(usb.path("elsewhere").asBoolean()).isTrue();
        assertThat(usb.path("set").asText()).isEqualTo(world.newest());
    }

    @Test
    void volumesOfAddOnServicesAreToldAsNotCovered() throws IOException {
        world.makeSet();
        Files.writeString(
                world.projects().approot("shop").resolve(".ddev/docker-compose.solr.yaml"),
                "volumes: {solr: {name: ddev-shop-solr}}\n");

        assertThat(status().out()).contains("in no set: ddev-shop-solr");
        assertThat(world.run("doctor").out()).contains("ddev-shop-solr");
    }

    @Test
    void aRepositoryThatACheckFoundDamagedCountsNoLonger() throws IOException {
        useAnotherDisk();
        world.init();
        assertThat(all("--require", "disk").exit()).isZero();
        for (Path pack : RemoteWorld.packs(repository.resolve("r"))) {
            assertThat(pack.toFile().setWritable(true)).isTrue();
            Files.write(pack, new byte[(int) Files.size(pack)]);
        }
        assertThat(world.run("verify", "--remote").exit()).isEqualTo(4);

        InProcess status = status("--require", "disk");

        assertThat(status.exit()).isEqualTo(3);
        assertThat(status.out()).contains("FOUND BAD").contains("the repository usb was found damaged");
        assertThat(status("--quiet").out()).contains("the repository usb was found damaged");
        assertThat(world.run("status", "--json").out()).contains("status.repository-damaged");
    }
}

package io.github.ddevbak.ddev;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServiceVolumesTest {
    @TempDir
    Path approot;

    private void write(String name, String yaml) throws IOException {
        Files.writeString(Files.createDirectories(approot.resolve(".ddev")).resolve(name), yaml);
    }

    @Test
    void volumesOfEveryServiceFileAreNamedAsDockerNamesThemAndDdevsOwnAreNot() throws IOException {
        write(
                "docker-compose.solr.yaml",
                "services: {solr: {image: solr}}\nvolumes:\n  solr:\n    name: ddev-shop-solr\n");
        write("docker-compose.redis.yml", "volumes:\n  redis:\n  ddev-global-cache: {external: true}\n");
        write("docker-compose.broken.yaml", "volumes: [\n");
        write("config.yaml", "volumes: {nothing: {}}\n");

        assertThat(ServiceVolumes.of(approot)).containsExactly("ddev-shop-solr", "redis");
    }

    @Test
    void aProjectWithoutServicesHasNone() {
        assertThat(ServiceVolumes.of(approot)).isEmpty();
    }
}

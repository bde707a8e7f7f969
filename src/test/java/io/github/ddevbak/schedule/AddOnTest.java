package io.github.ddevbak.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class AddOnTest {
    private static final Path ADD_ON = Path.of("src/ddev-addon");

    /** {@code -Dgolden.write=true} writes them anew. */
    @Test
    void theAddOnBringsTheVeryFilesThatTheProgramWrites() throws Exception {
        Path hook = ADD_ON.resolve("config.ddevbak.yaml");
        Path command = ADD_ON.resolve("commands/host/backup");
        if (Boolean.getBoolean("golden.write")) {
            Files.writeString(hook, HookFile.usual().text());
            Files.writeString(command, BackupCommandFile.text());
        }

        assertThat(hook).hasContent(HookFile.usual().text());
        assertThat(command).hasContent(BackupCommandFile.text());
    }

    @Test
    void ddevMayReplaceAndRemoveEachOfThem() throws Exception {
        assertThat(HookFile.usual().text()).contains("#ddev-generated");
        assertThat(BackupCommandFile.text()).contains("#ddev-generated");
        assertThat(Files.readString(ADD_ON.resolve("install.yaml")))
                .contains("project_files:\n  - config.ddevbak.yaml\n")
                .contains("global_files:\n  - commands/host/backup\n");
    }
}

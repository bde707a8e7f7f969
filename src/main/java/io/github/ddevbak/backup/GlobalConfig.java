package io.github.ddevbak.backup;

import io.github.ddevbak.git.PreciousFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Which of ddev's global files are the user's own (ddev v1.25.3, pkg/ddevapp/config_custom.go names them). */
final class GlobalConfig {
    private static final Pattern OWN = Pattern.compile("global_config\\.yaml|project_list\\.yaml"
            + "|commands/.+|homeadditions/.+|traefik/custom-global-config/.+|traefik/static_config\\..*\\.yaml"
            + "|traefik/certs/.+|router-compose\\..*\\.yaml|ssh-auth-compose\\..*\\.yaml|web-build/.+|db-build/.+");

    private GlobalConfig() {}

    /** Relative paths of what to save; ddev's bundled files are left out by their mark. */
    static List<String> files(Path globalDir) throws IOException {
        if (!Files.isDirectory(globalDir)) {
            return List.of();
        }
        try (Stream<Path> all = Files.walk(globalDir, 5)) {
            return all.filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                    .map(file -> globalDir.relativize(file).toString())
                    .filter(path -> OWN.matcher(path).matches())
                    .filter(path -> !path.contains("README.") && PreciousFiles.wanted(globalDir, path))
                    .sorted()
                    .toList();
        } catch (java.io.UncheckedIOException e) {
            throw e.getCause();
        }
    }
}

package io.github.ddevbak.ddev;

import java.nio.file.Path;
import java.util.Optional;

/**
 * What ddev says about itself and the docker under it.
 *
 * @param version ddev's own, as text
 * @param dockerPlatform such as {@code linux-docker}, {@code orbstack}; {@code error} where docker is down
 * @param globalDir the folder of ddev's global files (said since v1.23.2)
 * @param dockerError why docker does not answer, one printable line; empty where it does
 */
public record DdevPlatform(
        String version, String dockerPlatform, Optional<Path> globalDir, Optional<String> dockerError) {}

package io.github.ddevbak.ddev;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What one of the providers that ddev puts into every project needs before it works (ddev v1.25.3,
 * pkg/ddevapp/dotddev_assets/providers).
 *
 * @param projectFile in the project: names the upstream project, so that the last need is met; empty for none
 * @param needs of each list, one variable must have a value
 */
record BundledProvider(String projectFile, List<List<String>> needs) {
    private static final Map<String, BundledProvider> BY_NAME = Map.of(
            "acquia",
            new BundledProvider(
                    "",
                    List.of(List.of("ACQUIA_API_KEY"), List.of("ACQUIA_API_SECRET"), List.of("ACQUIA_ENVIRONMENT_ID"))),
            "lagoon",
            new BundledProvider("", List.of(List.of("LAGOON_PROJECT"), List.of("LAGOON_ENVIRONMENT"))),
            "pantheon",
            new BundledProvider(
                    "",
                    List.of(
                            List.of("TERMINUS_MACHINE_TOKEN"),
                            List.of("DDEV_PANTHEON_SITE", "PANTHEON_SITE"),
                            List.of("DDEV_PANTHEON_ENVIRONMENT", "PANTHEON_ENVIRONMENT"))),
            "platform",
            new BundledProvider(
                    ".platform/local/project.yaml",
                    List.of(List.of("PLATFORMSH_CLI_TOKEN"), List.of("PLATFORM_PROJECT"))),
            "upsun",
            new BundledProvider(
                    ".upsun/local/project.yaml",
                    List.of(List.of("UPSUN_CLI_TOKEN"), List.of("PLATFORM_PROJECT", "UPSUN_PROJECT"))));

    static Optional<BundledProvider> named(String name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }

    boolean filledIn(Map<String, String> environment, Path approot) {
        boolean named = !projectFile.isEmpty() && Files.isRegularFile(approot.resolve(projectFile));
        return needs.subList(0, named ? needs.size() - 1 : needs.size()).stream()
                .allMatch(oneOf -> oneOf.stream()
                        .anyMatch(variable ->
                                !environment.getOrDefault(variable, "").isBlank()));
    }
}

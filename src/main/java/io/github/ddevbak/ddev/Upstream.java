package io.github.ddevbak.ddev;

import io.github.ddevbak.project.Printable;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Evidence that a project's user files could come back from where they came from: a provider for {@code ddev pull} whose
 * variables are filled in. Whether the other side still answers is not asked.
 */
public final class Upstream {
    private static final String SUFFIX = ".yaml";

    private Upstream() {}

    /**
     * The first filled-in provider by name, such as {@code pantheon}; ddev's own providers lie in every project and count
     * only where their variables are set in the {@code web_environment} of the project or of ddev.
     *
     * @param globalDir ddev's global folder, which holds {@code global_config.yaml}
     * @return the name, safe to print
     */
    public static Optional<String> provider(Path approot, Path globalDir) {
        Map<String, String> environment = environment(approot, globalDir);
        for (Path file : providers(approot)) {
            String fileName = file.getFileName().toString();
            String name = fileName.substring(0, fileName.length() - SUFFIX.length());
            if (filledIn(name, file, approot, environment)) {
                return Optional.of(Printable.text(name));
            }
        }
        return Optional.empty();
    }

    private static boolean filledIn(String name, Path file, Path approot, Map<String, String> environment) {
        try {
            ProviderFile provider = ProviderFile.read(file);
            return provider.bringsFiles()
                    && BundledProvider.named(name)
                            .map(bundled -> bundled.filledIn(provider.with(environment), approot))
                            .orElseGet(() -> provider.filledIn(environment));
        } catch (ConfigUnreadableException none) {
            return false;
        }
    }

    /** The project's variables over ddev's own; what cannot be read is no evidence. */
    private static Map<String, String> environment(Path approot, Path globalDir) {
        Map<String, String> environment = new LinkedHashMap<>();
        try {
            environment.putAll(ProjectConfig.environment(
                    YamlFile.read(globalDir.resolve("global_config.yaml")).get("web_environment")));
        } catch (ConfigUnreadableException none) {
            environment.clear();
        }
        try {
            environment.putAll(ProjectConfig.read(approot).webEnvironment());
        } catch (ConfigUnreadableException none) {
            return environment;
        }
        return environment;
    }

    private static List<Path> providers(Path approot) {
        List<Path> found = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(
                approot.resolve(".ddev").resolve("providers"),
                file -> file.getFileName().toString().endsWith(SUFFIX))) {
            files.forEach(found::add);
        } catch (IOException | DirectoryIteratorException none) {
            return List.of();
        }
        found.sort(null);
        return found;
    }
}

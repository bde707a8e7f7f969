package io.github.ddevbak.ddev;

import io.github.ddevbak.project.Printable;
import io.github.ddevbak.project.ShellWord;
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
     * A provider that is filled in.
     *
     * @param name safe to print
     * @param pull the command that brings files and leaves the database alone
     * @param firstOnly whether what it brings goes into the first upload directory alone, as ddev's own import does; a
     *     provider that imports by itself can fill any
     */
    public record Provider(String name, String pull, boolean firstOnly) {}

    /**
     * The filled-in providers that bring files, by name, such as {@code pantheon}; ddev's own providers lie in every
     * project and count only where their variables are set in the {@code web_environment} of the project or of ddev.
     *
     * @param globalDir ddev's global folder, which holds {@code global_config.yaml}
     */
    public static List<Provider> providers(Path approot, Path globalDir) {
        Map<String, String> environment = environment(approot, globalDir);
        List<Provider> filledIn = new ArrayList<>();
        for (Path file : files(approot)) {
            String fileName = file.getFileName().toString();
            String name = fileName.substring(0, fileName.length() - SUFFIX.length());
            provider(name, file, approot, environment).ifPresent(filledIn::add);
        }
        return filledIn;
    }

    private static Optional<Provider> provider(String name, Path file, Path approot, Map<String, String> environment) {
        try {
            ProviderFile provider = ProviderFile.read(file);
            boolean filledIn = provider.bringsFiles()
                    && BundledProvider.named(name)
                            .map(bundled -> bundled.filledIn(provider.with(environment), approot))
                            .orElseGet(() -> provider.filledIn(environment));
            return filledIn
                    ? Optional.of(new Provider(
                            Printable.text(name),
                            "ddev pull " + ShellWord.quoted(name) + " --skip-db",
                            !provider.importsFiles()))
                    : Optional.empty();
        } catch (ConfigUnreadableException none) {
            return Optional.empty();
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

    private static List<Path> files(Path approot) {
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

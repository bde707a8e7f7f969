package io.github.ddevbak.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The projects the simulated ddev knows: those of its registry, and those Docker has containers of. */
final class Sites {
    private final StateFolder folder;
    private final GlobalFiles global;

    Sites(StateFolder folder) {
        this.folder = folder;
        this.global = new GlobalFiles(folder.global());
    }

    StateFolder folder() {
        return folder;
    }

    GlobalFiles global() {
        return global;
    }

    /**
     * All projects, sorted by name. As ddev v1.25.3 does, drops stopped ones whose folder is gone from the registry and
     * leaves out those whose configuration is broken, each with a mere warning (816, 853).
     */
    List<Site> all(Voice voice) throws IOException, DdevFailedException {
        Map<String, Path> registry = registry();
        Map<String, Path> kept = new TreeMap<>(registry);
        List<Site> sites = new ArrayList<>();
        for (Map.Entry<String, Path> entry : registry.entrySet()) {
            if (!Files.isDirectory(entry.getValue()) && stopped(entry.getKey())) {
                kept.remove(entry.getKey());
                voice.warning("The project '" + entry.getValue()
                        + "' no longer exists in the filesystem, removing it from registry");
                continue;
            }
            site(entry.getKey(), entry.getValue(), voice).ifPresent(sites::add);
        }
        if (!kept.equals(registry)) {
            global.writeRegistry(kept);
        }
        return sites;
    }

    private boolean stopped(String name) throws IOException {
        return folder.project(name).containers().isEmpty();
    }

    /** Enters a project into the registry, as every start does. */
    void register(Site site) throws IOException {
        Map<String, Path> known = new TreeMap<>(global.registry().orElse(Map.of()));
        if (!site.approot().equals(known.get(site.name()))) {
            known.put(site.name(), site.approot());
            global.writeRegistry(known);
        }
    }

    /** Name to folder. */
    Map<String, Path> registry() throws IOException, DdevFailedException {
        return global.registry()
                .orElseThrow(() -> new DdevFailedException(
                        "unable to read global projects list: unable to load DDEV global projects file "
                                + folder.global().resolve("project_list.yaml")
                                + ": go-yaml load error in parser (while parsing a block mapping) at L1.C1:"
                                + " did not find expected key"));
    }

    /** One project by its name, wherever ddev is called. */
    Site named(String name, Voice voice) throws IOException, DdevFailedException {
        return all(voice).stream()
                .filter(site -> site.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new DdevFailedException("could not find requested project '" + name
                        + "', you may need to use \"ddev start\" to add it to the project catalog"));
    }

    /** The project of a folder or of the nearest of its parents that is one, registered or not. */
    Site around(Path directory, Voice voice) throws IOException, DdevFailedException {
        for (Path path = directory.toAbsolutePath(); path != null; path = path.getParent()) {
            if (Files.isRegularFile(Configuration.file(path))) {
                Optional<Site> site = site(path.getFileName().toString(), path, voice);
                if (site.isPresent()) {
                    return site.orElseThrow();
                }
            }
        }
        throw new DdevFailedException("could not find a project in " + directory
                + ". Have you run 'ddev config'? Please specify a project name or change directories:"
                + " no .ddev/config.yaml file was found in this directory or any parent");
    }

    /** The projects a command line means. */
    List<Site> meant(Call call, Voice voice) throws IOException, DdevFailedException {
        if (call.flag("all")) {
            return all(voice);
        }
        if (call.arguments().isEmpty()) {
            return List.of(around(call.directory(), voice));
        }
        List<Site> sites = new ArrayList<>();
        for (String name : call.arguments()) {
            sites.add(named(name, voice));
        }
        return sites;
    }

    void save(Site site) throws IOException {
        folder.save(site.name(), site.state());
    }

    private Optional<Site> site(String registered, Path approot, Voice voice) throws IOException {
        if (!Files.isRegularFile(Configuration.file(approot))) {
            boolean there = Files.isDirectory(approot);
            Configuration none = new Configuration(registered, there ? "" : "php", "", "mariadb", "11.8", false);
            Site.Presence presence = there ? Site.Presence.CONFIG_MISSING : Site.Presence.DIRECTORY_MISSING;
            return Optional.of(new Site(registered, approot, presence, none, folder.project(registered)));
        }
        Optional<Configuration> configuration = Configuration.read(approot);
        if (configuration.isEmpty()) {
            Path file = Configuration.file(approot);
            voice.warning("Something went wrong with " + approot + ": " + file
                    + " exists but cannot be read. It may be invalid due to a syntax error: invalid configuration in "
                    + file + ": go-yaml load error in parser (while parsing a flow sequence) at L294.C9-L295.C1:"
                    + " did not find expected ',' or ']'");
        }
        return configuration.isEmpty()
                ? Optional.empty()
                : Optional.of(new Site(
                        configuration.orElseThrow().name(),
                        approot,
                        Site.Presence.WHOLE,
                        configuration.orElseThrow(),
                        folder.project(configuration.orElseThrow().name())));
    }
}

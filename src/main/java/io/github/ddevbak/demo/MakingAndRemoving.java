package io.github.ddevbak.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** {@code ddev config} and {@code ddev delete} (recordings 911, 913, 994; pkg/ddevapp/config.go of v1.25.3). */
final class MakingAndRemoving {
    private final Sites sites;
    private final StartStop startStop;

    MakingAndRemoving(Sites sites, StartStop startStop) {
        this.sites = sites;
        this.startStop = startStop;
    }

    /** Writes a configuration into the working directory and enters it into the registry; starts nothing. */
    Said config(Call call, Voice voice, Interruption interruption) throws IOException, DdevFailedException {
        if (interruption.strikes()) {
            return voice.exit(0).ending(interruption.ending());
        }
        Path approot = call.directory();
        String name = call.flags()
                .getOrDefault(
                        "project-name", String.valueOf(approot.getFileName()).replace('_', '-'));
        String[] server = call.flags().getOrDefault("database", "mariadb:11.8").split(":", -1);
        if (Files.exists(Configuration.file(approot)) || server.length != 2) {
            throw new DdevFailedException("simulated ddev config: only a new project and type:version are simulated");
        }
        Map<String, Path> registry = new TreeMap<>(sites.registry());
        Path other = registry.get(name);
        if (other != null && !other.equals(approot) && Files.isDirectory(other)) {
            throw new DdevFailedException("project " + name + " is already in use at " + other);
        }
        if (!call.struckBy(Fault.Kind.LIES)) {
            Files.createDirectories(approot.resolve(".ddev"));
            Files.writeString(
                    Configuration.file(approot),
                    "name: " + name + "\ntype: " + call.flags().getOrDefault("project-type", "php") + "\ndocroot: \""
                            + call.flags().getOrDefault("docroot", "") + "\"\ndatabase:\n    type: " + server[0]
                            + "\n    version: \"" + server[1] + "\"\n",
                    UTF_8);
            registry.put(name, approot);
            sites.global().writeRegistry(registry);
        }
        voice.success("Configuring a 'php' project named '" + name + "' with docroot '' at " + approot);
        voice.success("Configuration complete. You may now run 'ddev start'.");
        return voice.exit(0);
    }

    /** Removes what Docker holds of the projects, and their entries in the registry; their folders stay. */
    Said delete(Call call, Voice voice, Interruption interruption) throws IOException, DdevFailedException {
        if (!call.flag("omit-snapshot") || !call.flag("yes")) {
            throw new DdevFailedException("simulated ddev delete: only with -O and -y");
        }
        for (Site site : sites.meant(call, voice)) {
            if (interruption.strikes()) {
                return voice.exit(0).ending(interruption.ending());
            }
            if (call.struckBy(Fault.Kind.LIES)) {
                continue;
            }
            if (!site.state().containers().isEmpty()) {
                startStop.takeDown(site, voice);
            }
            sites.folder().forget(site.name());
            Map<String, Path> registry = new TreeMap<>(sites.registry());
            registry.remove(site.name());
            sites.global().writeRegistry(registry);
            voice.success("Volume " + site.name() + "-"
                    + (site.configuration().postgres() ? "postgres" : "mariadb") + " for project " + site.name()
                    + " was deleted");
            voice.success("Project " + site.name() + " was deleted. Your code and configuration are unchanged.");
        }
        return voice.exit(0);
    }
}

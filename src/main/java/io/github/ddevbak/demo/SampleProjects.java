package io.github.ddevbak.demo;

import io.github.ddevbak.process.ProcessRunner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.TreeMap;

/**
 * The throw-away sample of the demo: three projects, their local Git remotes, and a simulated user's home folder.
 *
 * <p>{@code shop} runs (Drupal, MariaDB 11.8; one commit that its remote lacks; two databases, one with a routine and
 * an event); {@code blog} is stopped (WordPress, MariaDB 10.11; clean and pushed); {@code nodb} has no database.
 */
public final class SampleProjects {
    private SampleProjects() {}

    /** The simulated user's home folder in a sample. */
    public static Path home(Path folder) {
        return folder.resolve("home");
    }

    /** Whether a whole sample is there. */
    public static boolean exists(Path folder) {
        return Files.exists(home(folder).resolve(".ddev/project_list.yaml"));
    }

    /**
     * Makes {@code projects/<name>}, {@code remotes/<name>.git} and {@code home}.
     *
     * @param runner runs git; nothing else is called
     * @throws IOException if the folder cannot be written
     */
    public static void create(Path folder, ProcessRunner runner, Clock clock) throws IOException {
        StateFolder state = new StateFolder(home(folder));
        SampleGit git = new SampleGit(folder, runner, clock);
        Map<String, Path> registry = new TreeMap<>();
        for (String name : new String[] {"shop", "blog", "nodb"}) {
            Path approot = Files.createDirectories(folder.resolve("projects").resolve(name));
            registry.put(name, approot);
            SampleFiles.write(name, approot);
            Configuration configuration = Configuration.read(approot)
                    .orElseThrow(() -> new IllegalStateException("the sample's own configuration is broken"));
            ProjectState server = SampleServers.of(name);
            WrittenOnStart.into(new Site(name, approot, Site.Presence.WHOLE, configuration, server));
            state.save(name, server);
            git.publish(name, approot);
        }
        Path shop = folder.resolve("projects/shop");
        SampleFiles.writePrices(shop);
        git.commit(shop, "Prices with tax");
        GlobalFiles global = new GlobalFiles(state.global());
        SampleFiles.writeGlobal(state.global());
        global.writeLastStartedVersion(Versions.SIMULATED);
        global.writeRegistry(registry);
    }
}

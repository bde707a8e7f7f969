package io.github.ddevbak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.ddevbak.demo.RecordedWorld;
import io.github.ddevbak.process.Programs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A simulated project, its sets, and repositories of a real restic. */
final class RemoteWorld {
    private static final String PATH = "/usr/local/bin:/usr/bin:/bin:/opt/homebrew/bin";

    private final Path folder;
    private final RecordedWorld world;
    private final Map<String, String> environment = new HashMap<>();
    private Path destination;

    /** Skips the test where restic is not installed. */
    RemoteWorld(Path folder) throws IOException {
        assumeRestic();
        this.folder = folder.toRealPath();
        this.destination = this.folder.resolve("sets");
        this.world = new RecordedWorld(this.folder.resolve("home"), "shop");
        Files.writeString(this.folder.resolve("password"), "correct horse\n");
        environment.put("HOME", world.home().toString());
        environment.put("PATH", PATH);
        environment.put("RESTIC_CACHE_DIR", this.folder.resolve("cache").toString());
        configure("nas", repository().toString());
    }

    /** Skips the test where restic is not installed. */
    static void assumeRestic() {
        assumeTrue(
                new Programs(Map.of("PATH", PATH)).find("restic").isPresent(),
                "restic is not installed, so what it does with sets is not tested");
    }

    Path repository() {
        return folder.resolve("repository");
    }

    Path folder() {
        return folder;
    }

    RecordedWorld projects() {
        return world;
    }

    Path destination() {
        return destination;
    }

    /** Pairs of a repository's name and where it is; all have the same password. */
    void configure(String... repositories) throws IOException {
        StringBuilder yaml = new StringBuilder("copy:\n  repositories:\n");
        for (int i = 0; i < repositories.length; i += 2) {
            yaml.append("    - name: ").append(repositories[i]).append('\n');
            yaml.append("      repository: '").append(repositories[i + 1]).append("'\n");
            yaml.append("      password-file: '")
                    .append(folder.resolve("password"))
                    .append("'\n");
        }
        write(yaml.toString());
    }

    void write(String yaml) throws IOException {
        Path file = world.home().resolve(".config/ddevbak/config.yaml");
        Files.createDirectories(file.getParent());
        Files.writeString(file, yaml);
    }

    Path configuration() {
        return world.home().resolve(".config/ddevbak/config.yaml");
    }

    void set(String variable, String value) {
        environment.put(variable, value);
    }

    /** Another machine: neither sets nor state nor configuration, but the project's folder and ddev are there. */
    void onAnotherMachine() throws IOException {
        destination = folder.resolve("other-sets");
        Files.deleteIfExists(configuration());
        environment.put("XDG_STATE_HOME", folder.resolve("other-state").toString());
        environment.put("RESTIC_CACHE_DIR", folder.resolve("other-cache").toString());
    }

    InProcess run(String... words) {
        return later(Duration.ZERO, words);
    }

    /** The same, when so much time has passed. */
    InProcess later(Duration passed, String... words) {
        List<String> all = new ArrayList<>(List.of(words));
        all.addAll(List.of("--dest", destination.toString()));
        return InProcess.withRestic(world.again(), environment, passed, all);
    }

    /** Makes a set of the databases, and returns its name. */
    String makeSet() throws IOException {
        InProcess made = run("all", "--only", "database", "--no-snapshot");
        assertThat(made.exit()).as(made.err()).isLessThanOrEqualTo(3);
        return newest();
    }

    String newest() throws IOException {
        return destination
                .resolve("projects/shop/latest")
                .toRealPath()
                .getFileName()
                .toString();
    }

    void init() {
        InProcess init = run("copy", "--init");
        assertThat(init.exit()).as(init.err()).isZero();
    }

    /** What somebody says to restic, without ddevbak. */
    void restic(Path where, String... words) throws IOException {
        List<String> command = new ArrayList<>(List.of("restic", "--no-cache"));
        command.addAll(List.of(words));
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(where.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD);
        builder.environment().put("RESTIC_REPOSITORY", repository().toString());
        builder.environment()
                .put("RESTIC_PASSWORD_FILE", folder.resolve("password").toString());
        assertThat(builder.start().onExit().join().exitValue()).isZero();
    }

    /** A restic that holds a lock of the repository for as long as it lives. */
    Process holdLock() throws IOException {
        ProcessBuilder builder = new ProcessBuilder("restic", "backup", "--stdin", "--no-cache");
        builder.environment().put("RESTIC_REPOSITORY", repository().toString());
        builder.environment()
                .put("RESTIC_PASSWORD_FILE", folder.resolve("password").toString());
        Process holder = builder.redirectErrorStream(true).start();
        while (holder.isAlive()) {
            try (Stream<Path> locks = Files.list(repository().resolve("locks"))) {
                if (locks.findAny().isPresent()) {
                    return holder;
                }
            }
            Thread.onSpinWait();
        }
        throw new IOException("restic holds no lock");
    }

    /** Mounts a small disk in memory, or makes it larger; false where that is not allowed. */
    boolean mount(Path folder, String size) throws IOException {
        Files.createDirectories(folder);
        String options = size.startsWith("remount") ? size : "size=" + size;
        return done("mount", "-t", "tmpfs", "-o", options, "tmpfs", folder.toString());
    }

    void unmount(Path folder) throws IOException {
        done("umount", folder.toString());
    }

    private static boolean done(String... command) throws IOException {
        return new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start()
                        .onExit()
                        .join()
                        .exitValue()
                == 0;
    }

    /** The files that hold the repository's data. */
    static List<Path> packs(Path repository) throws IOException {
        try (Stream<Path> files = Files.walk(repository.resolve("data"))) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }
}

package io.github.ddevbak.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.ddevbak.demo.SimulatedDatabase.Routine;
import io.github.ddevbak.demo.SimulatedDatabase.Table;
import io.github.ddevbak.demo.SimulatedDatabase.Trigger;
import io.github.ddevbak.demo.SimulatedDatabase.View;
import io.github.ddevbak.process.Cancellation;
import io.github.ddevbak.process.Invocation;
import io.github.ddevbak.process.ProcessResult;
import io.github.ddevbak.process.ProcessRunner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The projects of the machine on which ddev was recorded, simulated, and changed as a test needs them. */
public final class RecordedWorld {
    static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-22T16:58:12Z"), ZoneOffset.UTC);

    private final Path home;
    private final StateFolder folder;
    private final Map<String, Path> registry = new TreeMap<>();
    private Cancellation cancellation = new Cancellation();

    /** All projects of that machine. */
    public RecordedWorld(Path home) {
        this(home, "shop", "blog", "pgapp", "nodb", "big", "sleepy");
    }

    /** Only these of them; all but sleepy are running. */
    public RecordedWorld(Path home, String... names) {
        this.home = home;
        this.folder = new StateFolder(home);
        try {
            for (String name : names) {
                make(name);
                set(name, name.equals("sleepy") ? "stopped" : "running");
            }
            GlobalFiles global = new GlobalFiles(folder.global());
            global.writeLastStartedVersion(Versions.SIMULATED);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void make(String name) throws IOException {
        switch (name) {
            case "shop" -> make(name, "shop", "drupal11", "web", "mariadb:11.8", shop());
            case "blog" -> make(name, "my blog", "wordpress", "", "mariadb:10.11", one("wp_posts"));
            case "pgapp" -> make(name, "pgapp", "php", "public", "postgres:15", pgapp());
            case "nodb" -> make(name, "nodb", "php", "", "omit", List.of());
            case "big" -> make(name, "big", "php", "", "mariadb:10.11", one("blobs"));
            default -> make(name, name, "php", "", "mariadb:11.8", one("product"));
        }
    }

    public Path home() {
        return home;
    }

    public Path approot(String name) {
        return Optional.ofNullable(registry.get(name)).orElseThrow();
    }

    /** How many calls of ddev and docker there were so far. */
    public int calls() throws IOException {
        return folder.calls().all().size();
    }

    /** The same world for another run, whose user has not asked to stop. */
    public RecordedWorld again() {
        cancellation = new Cancellation();
        return this;
    }

    public Cancellation cancellation() {
        return cancellation;
    }

    /** What the project's server holds, database by database in the order of their names, and whom it knows. */
    public String server(String name) throws IOException {
        ProjectState state = folder.project(name);
        List<String> databases = new ArrayList<>();
        state.databases().forEach(database -> databases.add(database.toString()));
        databases.sort(String::compareTo);
        return databases + " " + state.accounts();
    }

    /** The newest table of each database of the project is gone, and with it views, triggers and routines. */
    public void damage(String name) throws IOException {
        ProjectState state = folder.project(name);
        folder.save(
                name,
                state.withDatabases(state.databases().stream()
                        .map(database -> database.withoutLastTable()
                                .withRoutines(List.of())
                                .withViews(List.of())
                                .withTriggers(List.of()))
                        .toList()));
    }

    /** Every database of the project is gone but an empty {@code db}, as after a reset of Docker. */
    public void empty(String name) throws IOException {
        folder.save(name, folder.project(name).withDatabases(List.of(SimulatedDatabase.of("db"))));
    }

    /** Gives the project a database that is as good as any, under any name. */
    public void add(String name, String database) throws IOException {
        ProjectState state = folder.project(name);
        List<SimulatedDatabase> databases = new ArrayList<>(state.databases());
        boolean postgres = name.equals("pgapp");
        databases.add(postgres ? everything(database).withEvents(List.of()) : everything(database));
        folder.save(name, state.withDatabases(databases));
    }

    StateFolder folder() {
        return folder;
    }

    /** Service to state; nothing of a stopped project. */
    public Map<String, String> containers(String name) throws IOException {
        return folder.project(name).containers();
    }

    /** What runs in the project's database container beside the server, and what lies in its {@code /var/tmp}. */
    public List<String> leftInContainer(String name) throws IOException {
        List<String> left = new ArrayList<>();
        folder.project(name).processes().forEach(process -> left.add(process.command()));
        Path temporary = folder.container(name).resolve("var/tmp");
        if (Files.isDirectory(temporary)) {
            try (Stream<Path> files = Files.list(temporary)) {
                files.forEach(file -> left.add(file.getFileName().toString()));
            }
        }
        return left;
    }

    /** The simulated programs; nothing else may be called. */
    public SimulatedDdev ddev(Faults faults) {
        ProcessRunner none = call -> {
            throw new AssertionError("nobody else is to be called: " + call.typed());
        };
        return new SimulatedDdev(home, none, CLOCK, faults, cancellation);
    }

    public ProcessResult run(Faults faults, String... command) {
        return ddev(faults).run(Invocation.of(command).in(home).with(Map.of("NO_COLOR", "1")));
    }

    /** Says how a project is: {@code running}, {@code stopped}, {@code paused}, {@code frozen}, or {@code db=exited}. */
    public void set(String name, String state) throws IOException {
        ProjectState now = folder.project(name);
        Map<String, String> containers = new TreeMap<>();
        boolean database =
                Files.readString(Configuration.file(approot(name)), UTF_8).contains("omit");
        for (String service : database ? List.of("web") : List.of("web", "db")) {
            containers.put(
                    service,
                    switch (state) {
                        case "paused" -> "exited";
                        case "frozen" -> "paused";
                        default -> state.equals(service + "=exited") ? "exited" : "running";
                    });
        }
        folder.save(name, now.withContainers(state.equals("stopped") ? Map.of() : containers));
    }

    /** Drops a database. */
    public void drop(String name, String database) throws IOException {
        ProjectState now = folder.project(name);
        folder.save(
                name,
                now.withDatabases(now.databases().stream()
                        .filter(old -> !old.name().equals(database))
                        .toList()));
    }

    /** Changes the world by sentences such as {@code blog paused}, {@code gone away}; separated by semicolons. */
    void prepare(String sentences) throws IOException {
        for (String sentence : sentences.split(";", -1)) {
            String[] words = sentence.strip().split(" ", -1);
            if (words.length == 2) {
                prepare(words[0], words[1]);
            }
        }
    }

    private void prepare(String name, String what) throws IOException {
        if (!registry.containsKey(name) && !name.equals("registry")) {
            make(name, name, "php", "", "mariadb:11.8", one("t"));
        }
        switch (what) {
            case "known" -> {}
            case "away" -> Files.move(approot(name), home.resolve(name + "-away"));
            case "broken" -> Files.writeString(Configuration.file(approot(name)), "name: " + name + "\ntype: [php\n");
            case "corrupt" -> Files.writeString(folder.global().resolve("project_list.yaml"), ": : [broken\n");
            case "badview" ->
                folder.save(
                        name,
                        folder.project(name)
                                .withDatabase("reporting", old -> old.plusView(new View("v_bad", "dropped", true))));
            default -> {
                if (what.startsWith("has-")) {
                    run(Faults.NONE, "ddev", "snapshot", name, "--name", what.substring("has-".length()));
                } else {
                    set(name, what);
                }
            }
        }
    }

    /** A new, stopped project; its server is {@code family:version}, or {@code omit}. */
    void make(
            String name,
            String directory,
            String type,
            String docroot,
            String server,
            List<SimulatedDatabase> databases)
            throws IOException {
        Path approot = home.resolve("projects").resolve(directory);
        Files.createDirectories(approot.resolve(docroot));
        Files.createDirectories(approot.resolve(".ddev"));
        String database = server.equals("omit")
                ? "omit_containers: [db]\n"
                : "database:\n    type: " + server.split(":", -1)[0] + "\n    version: \"" + server.split(":", -1)[1]
                        + "\"\n";
        Files.writeString(
                Configuration.file(approot),
                "name: " + name + "\ntype: " + type + "\ndocroot: \"" + docroot + "\"\n" + database);
        registry.put(name, approot);
        new GlobalFiles(folder.global()).writeRegistry(registry);
        folder.save(name, ProjectState.stopped(databases, List.of()));
    }

    private static List<SimulatedDatabase> shop() {
        return List.of(
                everything("db"), everything("reporting"), SimulatedDatabase.of("rootonly", new Table("secret", 3)));
    }

    private static SimulatedDatabase everything(String name) {
        return SimulatedDatabase.of(name, new Table("cache_my", 20), new Table("product", 400))
                .withViews(List.of(new View("v_product", "product", false)))
                .withTriggers(List.of(new Trigger("t_ins", "product")))
                .withRoutines(List.of(new Routine("p_count", false)))
                .withEvents(List.of("e_noop"));
    }

    private static List<SimulatedDatabase> pgapp() {
        SimulatedDatabase db = SimulatedDatabase.of("db", new Table("product", 500), new Table("extra.item", 20))
                .withSequences(List.of("product_id_seq"))
                .withViews(List.of(new View("v_product", "product", false)))
                .withMaterializedViews(List.of("m_count"))
                .withRoutines(List.of(new Routine("tf", true)))
                .withTriggers(List.of(new Trigger("t_ins", "product")));
        return List.of(db, SimulatedDatabase.of("reporting", new Table("month", 12)));
    }

    private static List<SimulatedDatabase> one(String table) {
        return List.of(SimulatedDatabase.of("db", new Table(table, 50)));
    }
}

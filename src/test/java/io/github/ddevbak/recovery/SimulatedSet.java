package io.github.ddevbak.recovery;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.ddevbak.database.DumpDialect;
import io.github.ddevbak.database.DumpFacts;
import io.github.ddevbak.database.DumpReader;
import io.github.ddevbak.ddev.DatabaseCli;
import io.github.ddevbak.ddev.ServerDatabase;
import io.github.ddevbak.demo.Faults;
import io.github.ddevbak.demo.RecordedWorld;
import io.github.ddevbak.project.DatabaseServer;
import io.github.ddevbak.project.Part;
import io.github.ddevbak.project.PartState;
import io.github.ddevbak.project.Project;
import io.github.ddevbak.project.ProjectName;
import io.github.ddevbak.project.ProjectStatus;
import io.github.ddevbak.store.Destination;
import io.github.ddevbak.store.PartRecord;
import io.github.ddevbak.store.SetRecord;
import io.github.ddevbak.store.Staging;
import io.github.ddevbak.store.StoredSet;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;

/** A set of a simulated project's databases, made by the dump tool alone. */
record SimulatedSet(RecordedWorld world, Project project, DatabaseServer server) {
    private static final Instant NOW = Instant.parse("2026-11-22T16:31:05Z");
    private static final Duration TIMEOUT = Duration.ofMinutes(1);

    static SimulatedSet of(RecordedWorld world, String name, DatabaseServer server) {
        Project project = new Project(
                new ProjectName(name),
                world.approot(name),
                "php",
                "",
                ProjectStatus.RUNNING,
                Optional.of(server),
                false,
                List.of(),
                true);
        return new SimulatedSet(world, project, server);
    }

    StoredSet in(Path destination) throws IOException {
        DatabaseCli cli = new DatabaseCli(world.ddev(Faults.NONE), TIMEOUT);
        try (Staging staging = new Destination(destination).stage(project.name(), NOW, "")) {
            Map<String, Object> facts = new LinkedHashMap<>();
            facts.put("server", server.typeAndVersion());
            List<Map<String, Object>> dumps = new ArrayList<>();
            int number = 0;
            for (ServerDatabase database :
                    cli.inventory(project, server).value().orElseThrow()) {
                String file = "database/" + ++number + ".sql.gz";
                try (OutputStream gzip = new GZIPOutputStream(Files.newOutputStream(staging.file(file)))) {
                    cli.dump(project, server, database.name(), false, gzip);
                }
                staging.note(file, Part.DATABASE, "");
                dumps.add(facts(
                        database.name(),
                        file,
                        DumpReader.read(staging.folder().resolve(file), DumpDialect.of(server.family()))));
            }
            facts.put("databases", dumps);
            String globals = cli.globals(project, server).value().orElse("");
            if (!globals.isEmpty()) {
                Files.write(staging.file("database/globals.sql"), globals.getBytes(UTF_8));
                staging.note("database/globals.sql", Part.DATABASE, "");
                facts.put("globals", "database/globals.sql");
            }
            PartRecord part = new PartRecord(Part.DATABASE, PartState.OK, List.of(), facts, 1);
            return staging.seal(
                    artefacts -> new SetRecord(
                            SetRecord.SCHEMA,
                            project.name().text(),
                            staging.id(),
                            "",
                            NOW,
                            project.approot().toString(),
                            "php",
                            "",
                            "running",
                            Map.of(),
                            List.of(part),
                            artefacts,
                            "recoverable",
                            "mistake",
                            1),
                    record -> "by hand\n");
        }
    }

    private static Map<String, Object> facts(String name, String file, DumpFacts dump) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("name", name);
        facts.put("file", file);
        facts.put("tables", dump.counts().tables());
        facts.put("sequences", dump.counts().sequences());
        facts.put("views", dump.counts().views());
        facts.put("materializedViews", dump.counts().materializedViews());
        facts.put("routines", dump.counts().routines());
        facts.put("events", dump.counts().events());
        facts.put("triggers", dump.counts().triggers());
        facts.put("rows", dump.rows());
        facts.put("plainBytes", dump.plainBytes());
        facts.put("plainSha256", dump.plainSha256());
        return facts;
    }
}

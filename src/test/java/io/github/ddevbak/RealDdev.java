package io.github.ddevbak;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;

/** The ddev of this machine, for tests that make real projects with it. */
final class RealDdev {
    private static final Map<String, String> QUIET =
            Map.of("DDEV_NONINTERACTIVE", "true", "DDEV_NO_INSTRUMENTATION", "true", "NO_COLOR", "1", "CI", "true");

    private final Path folder;
    private final Map<String, String> environment;

    /**
     * @param folder that gets the projects
     * @param more laid over this process's environment
     */
    RealDdev(Path folder, Map<String, String> more) {
        this.folder = folder;
        this.environment = new HashMap<>(QUIET);
        environment.putAll(more);
    }

    /** A new folder for projects, where Docker may mount it. */
    static Path folder() throws IOException {
        String parent = System.getProperty("ddevbak.e2e.folder", System.getProperty("user.home"));
        return Files.createTempDirectory(Path.of(parent), "ddevbak-e2e-");
    }

    static String mariadb() {
        return "mariadb:" + System.getProperty("ddevbak.e2e.mariadb", "10.11");
    }

    /** Whether ddev and its Docker answer. */
    static boolean answers() {
        try {
            Path scratch = Files.createTempDirectory("ddevbak-e2e-probe");
            return new PackagedProgram(scratch, QUIET)
                            .start(List.of("ddev", "list", "-j"))
                            .end()
                            .code()
                    == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** A new project, running. */
    Path project(String name, String database) throws IOException, InterruptedException {
        Path approot = Files.createDirectories(folder.resolve(name));
        ddev(approot, "config", "--project-type=php", "--docroot=", "--project-name=" + name, "--database=" + database);
        ddev(approot, "start", "-y", "--skip-hooks");
        return approot;
    }

    /** Runs ddev in a project's folder; it must succeed. */
    String ddev(Path approot, String... words) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("ddev"));
        command.addAll(List.of(words));
        PackagedProgram.Ended ended =
                new PackagedProgram(approot, environment).start(command).end();
        if (ended.code() != 0) {
            throw new IllegalStateException(command + " ended with " + ended.code() + ": " + ended.err());
        }
        return ended.out();
    }

    /** A new project with a MariaDB that has one of everything, running. */
    void maria(String name) throws IOException, InterruptedException {
        Path approot = project(name, mariadb());
        String sql = """
                CREATE TABLE item (id INT PRIMARY KEY AUTO_INCREMENT, name VARCHAR(80), data LONGBLOB) ENGINE=InnoDB;
                INSERT INTO item (name, data) VALUES ('-- Dump completed on 2000-01-01', UNHEX('00275C0A0D1A22FF'));
                INSERT INTO item (name) VALUES ('CREATE TABLE x (y INT);'), ('äöü 日本');
                CREATE FUNCTION twice(n INT) RETURNS INT DETERMINISTIC RETURN n * 2;
                CREATE PROCEDURE nothing() SELECT 1;
                CREATE VIEW doubled AS SELECT twice(id) AS d FROM item;
                CREATE TRIGGER before_item BEFORE INSERT ON item FOR EACH ROW SET NEW.name = TRIM(NEW.name);
                CREATE EVENT nightly ON SCHEDULE EVERY 1 DAY DO DELETE FROM item WHERE id < 0;
                CREATE DATABASE second;
                CREATE TABLE second.only (id INT);
                """;
        ddev(approot, "mysql", "-uroot", "-proot", "db", "-e", sql);
    }

    /** The same with PostgreSQL. */
    void postgres(String name) throws IOException, InterruptedException {
        Path approot = project(name, "postgres:" + System.getProperty("ddevbak.e2e.postgres", "15"));
        ddev(approot, "psql", "-v", "ON_ERROR_STOP=1", "-c", "CREATE DATABASE reporting");
        ddev(approot, "psql", "-v", "ON_ERROR_STOP=1", "-c", "CREATE ROLE report_reader LOGIN PASSWORD 'x'");
        String sql = """
                CREATE SCHEMA app;
                CREATE TABLE app.item (id SERIAL PRIMARY KEY, name TEXT, data BYTEA, doc JSONB);
                INSERT INTO app.item (name, data, doc)
                    SELECT E'line\\n\\\\. ' || i, decode('00ff27', 'hex'), '{"a": 1}' FROM generate_series(1, 50) i;
                CREATE FUNCTION app.twice(n INT) RETURNS INT LANGUAGE plpgsql AS 'BEGIN RETURN n * 2; END';
                CREATE VIEW app.doubled AS SELECT app.twice(id) AS d FROM app.item;
                CREATE MATERIALIZED VIEW app.counted AS SELECT count(*) FROM app.item;
                """;
        ddev(approot, "psql", "-v", "ON_ERROR_STOP=1", "-c", sql);
    }

    void delete(String name) throws IOException, InterruptedException {
        new PackagedProgram(folder, environment)
                .start(List.of("ddev", "delete", "-Oy", name))
                .end();
    }

    String status(String name) throws IOException, InterruptedException {
        String list = ddev(folder, "list", "-j");
        int at = list.indexOf("\"name\":\"" + name + "\"");
        int status = list.indexOf("\"status\":\"", at) + 10;
        return list.substring(status, list.indexOf('"', status));
    }

    /** A dump's text without what differs between two dumps of the same content. */
    static String content(Path dump) throws IOException {
        try (GZIPInputStream in = new GZIPInputStream(Files.newInputStream(dump))) {
            return new String(in.readAllBytes(), java.nio.charset.StandardCharsets.ISO_8859_1)
                    .replaceAll("-- Dump completed on [^\n]*", "-- Dump completed")
                    .replaceAll("\\\\(un)?restrict [A-Za-z0-9]+", "\\\\$1restrict")
                    .replaceAll("-- Host: [^\n]*", "-- Host");
        }
    }
}

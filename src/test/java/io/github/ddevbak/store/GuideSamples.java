package io.github.ddevbak.store;

import static io.github.ddevbak.store.SampleRecords.HASH;
import static io.github.ddevbak.store.SampleRecords.NOW;

import io.github.ddevbak.project.Finding;
import io.github.ddevbak.project.Part;
import io.github.ddevbak.project.PartState;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Records of sets whose restore guides are kept as golden files, by the files' names. */
final class GuideSamples {
    private GuideSamples() {}

    static Map<String, SetRecord> all() {
        Map<String, SetRecord> all = new TreeMap<>();
        all.put("mariadb", mariadb());
        all.put("postgres", postgres());
        all.put("hostile", hostile("/home/user/projects/it's $(here)"));
        all.put("nothing", nothing());
        all.put("global", global());
        all.put("copied-files", copiedFiles());
        all.put("formats", formats());
        return all;
    }

    private static SetRecord mariadb() {
        Map<String, Object> database = database("mariadb:11.8", List.of("db", "reporting", "old-shop"));
        database.put(
                "snapshot", Map.of("file", "database/snapshot/ddevbak-shop-mariadb_11.8.zst", "name", "ddevbak-shop"));
        database.put("globals", "database/globals.sql");
        Finding loss =
                Finding.loss("code.unpushed-branch", "Branch main has 1 commit that is on no remote.", "Push it.");
        return record(
                "/home/user/projects/shop",
                List.of(
                        new PartRecord(Part.DATABASE, PartState.OK, List.of(), database, 1),
                        new PartRecord(Part.CODE, PartState.AT_RISK, List.of(loss), code(), 1),
                        new PartRecord(Part.CONFIG, PartState.OK, List.of(), Map.of(), 1),
                        files("pantheon")),
                List.of(
                        artefact(Part.CONFIG, "config/.ddev/.env"),
                        artefact(Part.CONFIG, "config/.ddev/config.local.yaml"),
                        artefact(Part.CONFIG, "config/web/sites/default/settings.local.php"),
                        artefact(Part.DATABASE, "database/db.sql.gz"),
                        artefact(Part.DATABASE, "database/globals.sql"),
                        artefact(Part.DATABASE, "database/old-shop.sql.gz"),
                        artefact(Part.DATABASE, "database/reporting.sql.gz"),
                        artefact(Part.DATABASE, "database/snapshot/ddevbak-shop-mariadb_11.8.zst"),
                        artefact(Part.FILES, "files/MANIFEST.sha256"),
                        artefact(Part.FILES, "files/manifest.jsonl")));
    }

    private static SetRecord postgres() {
        Map<String, Object> database = database("postgres:15", List.of("db", "my-app", "a=b"));
        database.put("globals", "database/globals.sql");
        return record(
                "/home/user/projects/pgapp",
                List.of(
                        new PartRecord(Part.DATABASE, PartState.OK, List.of(), database, 1),
                        new PartRecord(Part.FILES, PartState.NONE, List.of(), Map.of(), 1)),
                List.of(
                        artefact(Part.DATABASE, "database/a%3Db.sql.gz"),
                        artefact(Part.DATABASE, "database/db.sql.gz"),
                        artefact(Part.DATABASE, "database/globals.sql"),
                        artefact(Part.DATABASE, "database/my-app.sql.gz")));
    }

    /** Dumps that are not gzip. */
    private static SetRecord formats() {
        List<String> files = List.of("database/db.sql.zst", "database/old-shop.sql.zst", "database/plain.sql");
        List<Map<String, Object>> databases = List.of(
                Map.of("name", "db", "file", files.get(0)),
                Map.of("name", "old-shop", "file", files.get(1)),
                Map.of("name", "plain", "file", files.get(2)));
        return record(
                "/home/user/projects/shop",
                List.of(new PartRecord(
                        Part.DATABASE,
                        PartState.OK,
                        List.of(),
                        Map.of("server", "mariadb:11.8", "databases", databases),
                        1)),
                files.stream().map(file -> artefact(Part.DATABASE, file)).toList());
    }

    /** Names that a shell, a server or a Markdown reader could trip over. */
    static SetRecord hostile(String approot) {
        List<String> names =
                List.of("it's", "`tick`", "a b", "-rf", "$(touch pwned)", "line\nbreak", "100%_\\", "größe");
        List<Artefact> artefacts = new ArrayList<>();
        names.forEach(name -> artefacts.add(artefact(Part.DATABASE, "database/" + FileNames.encode(name) + ".sql.gz")));
        artefacts.add(artefact(Part.CONFIG, "config/-n/my 'own'\n```.env"));
        Map<String, Object> code = new LinkedHashMap<>();
        code.put("remotes", Map.of("up stream", "ssh://host/it's; touch pwned"));
        code.put("branch", "feature/$(touch pwned)");
        code.put("toplevel", approot + "/..");
        return record(
                approot,
                List.of(
                        new PartRecord(Part.DATABASE, PartState.OK, List.of(), database("mysql:8.0", names), 1),
                        new PartRecord(Part.CODE, PartState.OK, List.of(), code, 1),
                        new PartRecord(Part.CONFIG, PartState.OK, List.of(), Map.of(), 1)),
                artefacts);
    }

    private static SetRecord nothing() {
        Finding failed = Finding.error(
                "database.dump-failed", "The dump of db ended without its trailer.", "Look at the server's log.");
        Finding none = Finding.loss("code.no-repository", "The folder is in no Git repository.", "Make one.");
        return record(
                "/home/user/projects/blog",
                List.of(
                        new PartRecord(Part.DATABASE, PartState.FAILED, List.of(failed), Map.of(), 1),
                        new PartRecord(Part.CODE, PartState.AT_RISK, List.of(none), Map.of("remotes", Map.of()), 1),
                        new PartRecord(Part.CONFIG, PartState.NONE, List.of(), Map.of(), 1),
                        new PartRecord(
                                Part.FILES,
                                PartState.AT_RISK,
                                List.of(),
                                Map.of("dirs", List.of("wp-content/uploads")),
                                1)),
                List.of());
    }

    /** Upload directories of which a provider brings back one, and the set another; their names are not nice. */
    private static SetRecord copiedFiles() {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("dirs", List.of("-private", "it's here/files", "web/sites/default/files"));
        facts.put("files", 300);
        facts.put("bytes", 123_456L);
        facts.put("upstream", "live");
        facts.put("pull", List.of("ddev pull live --skip-db"));
        facts.put("uncovered", List.of("-private", "it's here/files"));
        facts.put(
                "copied",
                Map.of("dirs", List.of("-private", "it's here/files"), "files", 12L, "bytes", 3456L, "linked", 3L));
        return record(
                "/home/user/projects/shop",
                List.of(new PartRecord(Part.FILES, PartState.OK, List.of(), facts, 1)),
                List.of(artefact(Part.FILES, "files/MANIFEST.sha256"), artefact(Part.FILES, "files/manifest.jsonl")));
    }

    private static SetRecord global() {
        return record(
                "/home/user/.ddev",
                List.of(new PartRecord(Part.CONFIG, PartState.OK, List.of(), Map.of(), 1)),
                List.of(artefact(Part.CONFIG, "config/global_config.yaml")));
    }

    private static Map<String, Object> database(String server, List<String> names) {
        List<Map<String, Object>> databases = new ArrayList<>();
        for (String name : names) {
            databases.add(Map.of("name", name, "file", "database/" + FileNames.encode(name) + ".sql.gz", "rows", 400L));
        }
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("databases", databases);
        facts.put("server", server);
        return facts;
    }

    private static Map<String, Object> code() {
        Map<String, Object> remotes = new LinkedHashMap<>();
        remotes.put("mirror", "https://git.example.org/shop-mirror.git");
        remotes.put("origin", "/home/user/remotes/shop.git");
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("remotes", remotes);
        facts.put("branch", "main");
        facts.put("head", "6e1f0d2c3b4a59687766554433221100ffeeddcc");
        return facts;
    }

    private static PartRecord files(String upstream) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("dirs", List.of("web/sites/default/files"));
        facts.put("files", 300);
        facts.put("bytes", 123_456L);
        facts.put("upstream", upstream);
        return new PartRecord(Part.FILES, PartState.OK, List.of(), facts, 1);
    }

    private static Artefact artefact(Part part, String path) {
        return new Artefact(path, part, 20, HASH);
    }

    private static SetRecord record(String approot, List<PartRecord> parts, List<Artefact> artefacts) {
        String name = approot.equals("/home/user/.ddev") ? "global" : "shop";
        return new SetRecord(
                SetRecord.SCHEMA,
                name,
                "20261122T163105Z",
                "",
                NOW,
                approot,
                name.equals("global") ? "" : "drupal11",
                "web",
                name.equals("global") ? "" : "running",
                new TreeMap<>(Map.of("ddev", "v1.25.3", "ddevbak", "0.1.0")),
                parts,
                artefacts,
                "recoverable",
                "mistake",
                1);
    }

    static List<String> names() {
        return List.copyOf(all().keySet());
    }
}

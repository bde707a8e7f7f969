package io.github.ddevbak;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.ddevbak.cli.Program;
import io.github.ddevbak.cli.Shell;
import io.github.ddevbak.process.Cancellation;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code config}, the whole program; no program is ever called for it. */
class ConfigCommandTest {
    @TempDir
    Path home;

    private final Map<String, String> environment = new TreeMap<>();
    private Path machine;
    private Path project;
    private Path own;

    @BeforeEach
    void aProject() throws IOException {
        machine = home.resolve(".config/ddevbak/config.yaml");
        project = home.resolve("shop");
        own = project.resolve(".ddev/ddevbak.yaml");
        Files.createDirectories(project.resolve("web"));
        Files.createDirectories(project.resolve(".ddev"));
        Files.createDirectories(machine.getParent());
        Files.writeString(project.resolve(".ddev/config.yaml"), "name: shop\n");
    }

    private InProcess run(String... words) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Clock clock = Clock.fixed(Instant.parse("2026-11-22T16:31:05Z"), ZoneOffset.UTC);
        Shell shell = new Shell(
                InputStream.nullInputStream(),
                new PrintStream(out, true, UTF_8),
                new PrintStream(err, true, UTF_8),
                false,
                false,
                0,
                clock,
                environment,
                home,
                project.resolve("web"));
        Wiring wiring = new Wiring(
                shell,
                call -> {
                    throw new AssertionError("called " + call);
                },
                new Cancellation(),
                clock,
                false);
        int exit = new Program(shell, wiring, clock).run(words);
        return new InProcess(exit, out.toString(UTF_8), err.toString(UTF_8));
    }

    private static JsonNode setting(InProcess show, String key) throws IOException {
        for (JsonNode one : new ObjectMapper().readTree(show.out()).path("settings")) {
            if (one.path("key").asText().equals(key)) {
                return one;
            }
        }
        throw new AssertionError("no " + key + " in " + show.out());
    }

    @Test
    void aDestinationWithoutANameIsNotTheFolderOneStandsIn() {
        InProcess list = run("list", "--dest", "");

        assertThat(list.exit()).isEqualTo(2);
        assertThat(list.err()).contains("--dest names no folder");
    }

    @Test
    void whatAVariableSaysWrongIsToldByTheNameOfTheVariable() {
        environment.put("DDEVBAK_LOCK_WAIT", "7");
        assertThat(run("list").err()).contains("'7' is no duration for DDEVBAK_LOCK_WAIT");

        environment.put("DDEVBAK_LOCK_WAIT", "7s");
        environment.put("DDEVBAK_ONLY", "databse");
        assertThat(run("list").err()).contains("DDEVBAK_ONLY takes");
        assertThat(run("list", "--only", "databse").err()).contains("--only takes");
    }

    @Test
    void initWritesTheMachinesFileForItsOwnerOnly() throws IOException {
        InProcess init = run("config", "init");

        assertThat(init.exit()).as(init.err()).isZero();
        assertThat(Files.readString(machine)).contains("#dest: ", "#timeout: 30m");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(machine)))
                .isEqualTo("rw-------");
        assertThat(run("config", "validate").exit()).isZero();
    }

    @Test
    void initWithProjectWritesTheFileOfTheProjectAroundTheCurrentFolder() throws IOException {
        assertThat(run("config", "init", "--project").exit()).isZero();

        assertThat(Files.readString(own)).contains("#accept:").doesNotContain("dest:");
        assertThat(machine).doesNotExist();
        assertThat(run("config", "validate").out()).contains("ddevbak.yaml is fine.");
    }

    @Test
    void initNeverWritesOverAFileOrThroughALink() throws IOException {
        Files.writeString(machine, "dump: false\n");
        Files.createSymbolicLink(own, home.resolve("elsewhere"));

        InProcess init = run("config", "init");
        InProcess ofProject = run("config", "init", "--project");

        assertThat(init.exit()).isEqualTo(2);
        assertThat(init.err()).contains("is there already");
        assertThat(Files.readString(machine)).isEqualTo("dump: false\n");
        assertThat(ofProject.exit()).isEqualTo(2);
        assertThat(home.resolve("elsewhere")).doesNotExist();
    }

    @Test
    void initAsADryRunPrintsTheFileAndWritesNothing() throws IOException {
        String printed = run("config", "init", "-n").out();

        assertThat(machine).doesNotExist();
        assertThat(run("config", "init").exit()).isZero();
        assertThat(printed).isEqualTo(Files.readString(machine));
    }

    @Test
    void initWhereTheFolderCannotBeMadeIsASentence() throws IOException {
        Files.delete(machine.getParent());
        Files.writeString(machine.getParent(), "a file");

        InProcess init = run("config", "init");

        assertThat(init.exit()).isEqualTo(1);
        assertThat(init.err()).contains("cannot be written", "config init -n").doesNotContain("defect");
    }

    @Test
    void showTellsOfEachValueWhichSourceWon() throws IOException {
        Files.writeString(machine, "timeout: 5m\nrescue-max: 1M\nlock-wait: 1m\nfiles: {copy-max: 3G, copy: never}\n");
        Files.writeString(own, "# mine\nrescue-max: 2M\nfiles:\n  upstream: production\n");
        environment.putAll(Map.of("DDEVBAK_COPY_FILES", "always", "DDEVBAK_TIMEOUT", "6m"));

        InProcess show = run("config", "show", "--json", "--timeout", "7m");

        assertThat(show.exit()).as(show.err()).isZero();
        assertThat(setting(show, "timeout").toString())
                .isEqualTo("{\"key\":\"timeout\",\"value\":\"7m\",\"from\":\"flag\",\"name\":\"--timeout\"}");
        assertThat(setting(show, "files.copy").toString()).contains("\"always\"", "\"variable\"", "DDEVBAK_COPY_FILES");
        assertThat(setting(show, "rescue-max").toString()).contains("\"2M\"", "\"project\"", "\"line\":2");
        assertThat(setting(show, "files.upstream").toString()).contains("production", "\"line\":4");
        assertThat(setting(show, "files.copy-max").toString()).contains("\"3G\"", "\"machine\"", "\"line\":4");
        assertThat(setting(show, "dump").toString()).contains("true", "\"default\"");
        assertThat(run("config", "show").out())
                .contains("rescue-max        2M  (" + own + " line 2)", "timeout           6m  (DDEVBAK_TIMEOUT)");
    }

    @Test
    void everyVariableThatTheListNamesIsObeyedAndNamed() throws IOException {
        environment.putAll(Map.of(
                "DDEVBAK_DEST", "/d",
                "DDEVBAK_TIMEOUT", "1m",
                "DDEVBAK_LOCK_WAIT", "2m",
                "DDEVBAK_ONLY", "code",
                "DDEVBAK_EXCLUDE", "x",
                "DDEVBAK_RESCUE_MAX", "3M",
                "DDEVBAK_COPY_FILES", "never"));

        InProcess show = run("config", "show");

        assertThat(show.out().lines().filter(line -> line.contains("DDEVBAK_")))
                .extracting(line -> line.replaceAll(" +", " "))
                .containsExactly(
                        "dest /d (DDEVBAK_DEST)",
                        "timeout 1m (DDEVBAK_TIMEOUT)",
                        "lock-wait 2m (DDEVBAK_LOCK_WAIT)",
                        "exclude x (DDEVBAK_EXCLUDE)",
                        "only code (DDEVBAK_ONLY)",
                        "rescue-max 3M (DDEVBAK_RESCUE_MAX)",
                        "files.copy never (DDEVBAK_COPY_FILES)");
    }

    @Test
    void showHoldsNoSecret() throws IOException {
        Files.writeString(machine, """
                copy:
                  repositories:
                    - {name: a, repository: "rest:https://me:hunter2@nas/", password-command: "echo hunter2",
                       environment-command: "echo KEY=hunter2"}
                    - {name: b, repository: "s3:x", password-file: /p, options: [s3.key=hunter2]}
                """);

        assertThat(run("config", "show").out() + run("config", "show", "-j").out())
                .contains("rest:https://me:***@nas/", "s3.key=***", "/p")
                .doesNotContain("hunter2");
    }

    @Test
    void validateTellsWhatIsWrongInBothFiles() throws IOException {
        Files.writeString(machine, "dupm: true\ntimeout: x\n");
        Files.writeString(own, "resuce: true\n");

        InProcess validate = run("config", "validate");

        assertThat(validate.exit()).isEqualTo(2);
        assertThat(validate.out().lines())
                .hasSize(3)
                .anyMatch(line -> line.startsWith(own + " line 1") && line.contains("did you mean rescue"));
        assertThat(new ObjectMapper()
                        .readTree(run("config", "validate", "-j").out())
                        .path("files")
                        .path(0)
                        .path("objections"))
                .hasSize(2);
        assertThat(run("config", "validate", own.toString()).out().lines()).hasSize(1);
    }

    @Test
    void validateOfAFileThatIsNotThereIsAnObjectionAndWithoutAnyFileTheDefaultsHold() {
        assertThat(run("config", "validate", "nosuch.yaml").exit()).isEqualTo(2);
        assertThat(run("config", "validate", "-c", "nosuch.yaml").exit()).isEqualTo(2);
        assertThat(run("config", "validate").out()).contains("the defaults hold");
    }

    @Test
    void aBrokenFileIsNotShownButToldAndConfigAloneIsWrongUsage() throws IOException {
        Files.writeString(own, "files: {\n");

        assertThat(run("config", "show").exit()).isEqualTo(2);
        assertThat(run("config").exit()).isEqualTo(2);
    }

    @Test
    void schemaPrintsOneDocumentForEachKindOfFile() throws IOException {
        ObjectMapper mapper = new ObjectMapper();

        JsonNode ofMachine = mapper.readTree(run("config", "schema").out());
        JsonNode ofProject =
                mapper.readTree(run("config", "schema", "--project").out());

        assertThat(ofMachine.path("properties").has("dest")).isTrue();
        assertThat(ofProject.path("properties").has("dest")).isFalse();
        assertThat(mapper.readTree(run("config", "schema", "-j").out()).path("document"))
                .isEqualTo(ofMachine);
    }
}

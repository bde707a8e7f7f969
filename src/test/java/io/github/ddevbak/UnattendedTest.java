package io.github.ddevbak;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ddevbak.cli.Program;
import io.github.ddevbak.cli.Shell;
import io.github.ddevbak.demo.Fault;
import io.github.ddevbak.demo.Faults;
import io.github.ddevbak.demo.RecordedWorld;
import io.github.ddevbak.process.ProcessResult;
import io.github.ddevbak.process.ProcessRunner;
import io.github.ddevbak.store.DestinationLock;
import io.github.ddevbak.store.InstalledSchedule;
import io.github.ddevbak.store.ScheduleNotes;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What goes on by itself, through the whole program over a simulated ddev. */
class UnattendedTest {
    private static final Instant NOW = Instant.parse("2026-11-22T16:31:05Z");
    private static final String[] JOB = {"all", "--only", "database", "--soft-fail", "--if-older-than", "20h"};

    @TempDir
    Path folder;

    private final Map<String, String> environment = new TreeMap<>();
    private RecordedWorld world;
    private Path shop;
    private Instant now = NOW;
    private boolean terminal;

    @BeforeEach
    void aMachineWithOneProject() {
        world = new RecordedWorld(folder, "shop");
        shop = world.approot("shop");
        environment.put("HOME", folder.toString());
    }

    private InProcess run(Faults faults, String... words) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Clock clock = Clock.fixed(now, ZoneOffset.UTC);
        Shell shell = new Shell(
                InputStream.nullInputStream(),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                false,
                terminal,
                0,
                clock,
                environment,
                folder,
                shop);
        ProcessRunner ddev = world.ddev(faults);
        ProcessRunner machine = call -> switch (call.command().get(0)) {
            case "id" -> ProcessResult.exited(0, "501\n", "");
            case "launchctl" -> ProcessResult.exited(0, "", "");
            case "systemctl", "crontab" -> ProcessResult.exited(127, "", "not found");
            case "git" -> ProcessResult.exited(0, "git version 2.39.5\n", "");
            default -> ddev.run(call);
        };
        Wiring wiring = new Wiring(shell, machine, world.cancellation(), clock, false);
        int exit = new Program(shell, wiring, clock).run(words);
        return new InProcess(exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    private List<String> runs() throws Exception {
        Path runs = folder.resolve(".local/share/ddevbak/runs");
        List<String> names = new ArrayList<>();
        if (Files.isDirectory(runs)) {
            try (var files = Files.list(runs)) {
                files.forEach(file -> names.add(String.valueOf(file.getFileName())));
            }
        }
        return names;
    }

    private void installed(Duration ago) {
        new ScheduleNotes(folder.resolve(".local/state/ddevbak"))
                .install(new InstalledSchedule(
                        InstalledSchedule.SCHEMA,
                        "launchd",
                        "daily 12:30",
                        86_400,
                        NOW.minus(ago),
                        folder.resolve(".local/share/ddevbak").toString(),
                        List.of("/bin/sh", "all"),
                        Map.of(),
                        Map.of()));
    }

    @Test
    void aJobThatFiresTwiceRunsOnce() throws Exception {
        InProcess first = run(Faults.NONE, JOB);
        now = NOW.plus(Duration.ofHours(19));
        InProcess second = run(Faults.NONE, JOB);

        assertThat(first.exit()).as(first.err()).isZero();
        assertThat(second.exit()).isZero();
        assertThat(second.out()).contains("nothing was done");
        assertThat(runs()).hasSize(1);

        now = NOW.plus(Duration.ofHours(21));
        run(Faults.NONE, JOB);

        assertThat(runs()).hasSize(2);
    }

    @Test
    void whatAVariableNamesFromWhereOneStandsIsTheSameForTheJob() throws Exception {
        environment.put("DDEVBAK_DEST", "backups");
        environment.put("DDEVBAK_CONFIG", "my.yaml");
        Path configuration = Files.writeString(shop.resolve("my.yaml"), "jobs: 1\n");

        InProcess shown = run(Faults.NONE, "schedule", "install", "--daily", "12:30", "--jobs", "3", "-n");

        assertThat(shown.out())
                .as(shown.err())
                .contains("<string>--dest</string>", "<string>--config</string>", "<string>--jobs</string>");
        assertThat(shown.out())
                .contains("<string>" + shop.resolve("backups") + "</string>", "<string>" + configuration + "</string>");
    }

    @Test
    void theHookOfAProjectThatIsGoneCanBeForgotten() {
        world = new RecordedWorld(folder, "shop", "blog");
        run(Faults.NONE, "hook", "install", "shop", "blog");
        world = new RecordedWorld(folder, "shop");
        assertThat(run(Faults.NONE, "hook", "remove", "blgo").err()).contains("no DDEV project named 'blgo'");

        InProcess removed = run(Faults.NONE, "hook", "remove", "blog");

        assertThat(removed.exit()).as(removed.err()).isZero();
        assertThat(removed.out()).contains("blog/.ddev/config.ddevbak.yaml").doesNotContain("shop/.ddev");
        assertThat(run(Faults.NONE, "hook", "status").out())
                .contains("shop  present")
                .doesNotContain("blog");
    }

    @Test
    void whoLooksWhereTheScheduleDoesNotSaveIsToldWhereItDoes() {
        installed(Duration.ofHours(1));
        String elsewhere = folder.resolve("elsewhere").toString();

        assertThat(run(Faults.NONE, "status", "--dest", elsewhere).out())
                .contains("the schedule saves into " + folder.resolve(".local/share/ddevbak") + ", and this looks at "
                        + elsewhere);
        assertThat(run(Faults.NONE, "status").out()).doesNotContain("saves into");
    }

    @Test
    void theCommandOfDdevIsOfNoProjectAndLeavesTheirHooksAlone() throws Exception {
        InProcess installed = run(Faults.NONE, "hook", "install", "--ddev-command");

        assertThat(installed.exit()).as(installed.err()).isZero();
        assertThat(installed.out()).contains("commands/host/backup").doesNotContain("config.ddevbak.yaml");
        assertThat(world.approot("shop").resolve(".ddev/config.ddevbak.yaml")).doesNotExist();

        run(Faults.NONE, "hook", "install", "shop", "--ddev-command");
        InProcess removed = run(Faults.NONE, "hook", "remove", "--ddev-command");

        assertThat(removed.out()).contains("commands/host/backup").doesNotContain("config.ddevbak.yaml");
        assertThat(world.approot("shop").resolve(".ddev/config.ddevbak.yaml")).exists();
    }

    @Test
    void aRunThatLeftAProjectOutDoesNotStandForOneOfAll() throws Exception {
        run(Faults.NONE, "all", "--only", "config", "--exclude", "shop");

        InProcess job = run(Faults.NONE, "all", "--only", "config", "--if-older-than", "20h");

        assertThat(job.out()).doesNotContain("nothing was done");
        assertThat(runs()).hasSize(2);
    }

    @Test
    void aProjectThatWasLeftOutOnceIsStillMissedWhenItVanishes() throws Exception {
        world = new RecordedWorld(folder, "shop", "blog");
        run(Faults.NONE, "all", "--only", "config");
        run(Faults.NONE, "all", "--only", "config", "--exclude", "sh*");
        world.set("shop", "stopped");
        world = new RecordedWorld(folder, "blog");

        assertThat(run(Faults.NONE, "all", "--only", "config").out())
                .contains("Project shop was there in the newest earlier run");
    }

    @Test
    void aRunOfAllStandsForOneThatLeavesAProjectOut() throws Exception {
        run(Faults.NONE, "all", "--only", "config");

        InProcess job = run(Faults.NONE, "all", "--only", "config", "--exclude", "shop", "--if-older-than", "20h");

        assertThat(job.out()).contains("nothing was done");
        assertThat(runs()).hasSize(1);
    }

    @Test
    void aRunOfAnotherFolderDoesNotStandForTheJobOfThisOne() throws Exception {
        Path other = Files.createDirectories(folder.resolve("other/.ddev"));
        Files.writeString(other.resolve("config.yaml"), "name: other\ntype: php\n");
        run(
                Faults.NONE,
                "all",
                "--only",
                "config",
                "--project-dir",
                folder.resolve("other").toString());
        String shop = world.approot("shop").toString();

        InProcess job = run(Faults.NONE, "all", "--only", "config", "--project-dir", shop, "--if-older-than", "20h");

        assertThat(job.out()).doesNotContain("nothing was done");
        assertThat(runs()).hasSize(2);
    }

    @Test
    void aRunOfFewerPartsDoesNotStandForAllOfThem() throws Exception {
        run(Faults.NONE, "all", "--only", "config");
        run(Faults.NONE, JOB);

        assertThat(runs()).hasSize(2);
    }

    @Test
    void aRunFromTheFutureDoesNotKeepOthersFromRunning() throws Exception {
        now = NOW.plus(Duration.ofDays(300));
        run(Faults.NONE, JOB);
        now = NOW;
        run(Faults.NONE, JOB);

        assertThat(runs()).hasSize(2);
    }

    @Test
    void aJobWithoutDockerDoesNothingAndIsToBeTriedAgain() throws Exception {
        environment.put("DDEVBAK_SCHEDULED", "launchd");
        installed(Duration.ofHours(40));

        InProcess job = run(Faults.of(Fault.parse("DOCKER_DOWN@ANY")), JOB);

        assertThat(job.exit()).isEqualTo(75);
        assertThat(job.err()).contains("try again later");
        assertThat(runs()).isEmpty();
        assertThat(run(Faults.NONE, "schedule", "status").out())
                .contains("is to be tried again")
                .contains("could do nothing");
    }

    @Test
    void withoutSoftFailADockerThatIsDownIsAMissingEnvironmentAsEver() throws Exception {
        InProcess run = run(Faults.of(Fault.parse("DOCKER_DOWN@ANY")), "all", "--wait-for-docker", "0s");

        assertThat(run.exit()).isEqualTo(10);
    }

    @Test
    void aRunThatCouldNotUseDockerIsTriedAgainHoweverYoungItIs() throws Exception {
        run(Faults.of(Fault.parse("DOCKER_DOWN@ANY")), "all", "--only", "database");
        run(Faults.NONE, JOB);

        assertThat(runs()).hasSize(2);
    }

    @Test
    void aJobThatMeetsAnotherRunIsToBeTriedAgain() {
        Path state = folder.resolve(".local/state/ddevbak");
        try (DestinationLock lock =
                DestinationLock.tryAcquire(state, "all", NOW).orElseThrow()) {
            assertThat(lock).isNotNull();
            assertThat(run(Faults.NONE, JOB).exit()).isEqualTo(75);
            assertThat(run(Faults.NONE, "all").exit()).isEqualTo(11);
        }
    }

    @Test
    void aJobThatIsToBeTriedAgainSaysSoInOneDocument() {
        InProcess job = run(Faults.of(Fault.parse("DOCKER_DOWN@ANY")), "all", "--soft-fail", "--json");

        assertThat(job.out()).contains("\"schema\": \"ddevbak/nothing-done/1\"").contains("\"exitCode\": 75");
    }

    @Test
    void aScheduleThatNeverRanIsToldByStatusDoctorAndTheNextCommandAtATerminal() {
        installed(Duration.ofDays(3));
        run(Faults.NONE, JOB);

        assertThat(run(Faults.NONE, "status").out()).contains("has never started its job");
        assertThat(run(Faults.NONE, "doctor").out()).contains("has never started its job");
        assertThat(run(Faults.NONE, "list").err()).isEmpty();
        terminal = true;
        assertThat(run(Faults.NONE, "list").err()).contains("has never started its job");
        assertThat(run(Faults.NONE, "list", "--quiet").err()).isEmpty();
    }

    @Test
    void theHookTakesASnapshotOfTheProjectItStandsIn() throws Exception {
        environment.put("DDEV_PROJECT", "shop");

        InProcess hook = run(Faults.NONE, "hook", "run", "--limit", "1m");

        assertThat(hook.exit()).as(hook.err()).isZero();
        try (var files = Files.list(world.approot("shop").resolve(".ddev/db_snapshots"))) {
            assertThat(files).hasSize(1);
        }
        assertThat(run(Faults.NONE, "status").out()).doesNotContain("no snapshot was taken");
    }

    @Test
    void aSnapshotThatTheHookCouldNotTakeIsToldUntilTheDatabaseIsSaved() {
        environment.put("DDEV_PROJECT", "shop");

        InProcess hook = run(Faults.of(Fault.parse("LIES@SNAPSHOT")), "hook", "run");

        assertThat(hook.exit()).isEqualTo(1);
        assertThat(run(Faults.NONE, "status").out()).contains("no snapshot was taken when ddev stopped 'shop'");
        assertThat(run(Faults.NONE, "doctor").out()).contains("no snapshot was taken when ddev stopped 'shop'");
        assertThat(run(Faults.NONE, "hook", "status").exit()).isEqualTo(1);
        InProcess next = run(Faults.NONE, "all", "--only", "database");
        assertThat(next.out() + next.err()).contains("no snapshot was taken when ddev stopped 'shop'");
        assertThat(run(Faults.NONE, "status").out()).doesNotContain("no snapshot was taken");
    }

    @Test
    void aHookThatCannotEvenBeginLeavesItsNote() {
        environment.put("DDEV_PROJECT", "shop");
        environment.put("DDEVBAK_TIMEOUT", "soon");

        assertThat(run(Faults.NONE, "hook", "run").exit()).isEqualTo(2);

        environment.remove("DDEVBAK_TIMEOUT");
        assertThat(run(Faults.NONE, "hook", "status").out()).contains("'soon' is no duration");
    }

    @Test
    void aProjectThatDoesNotRunIsNotStartedByItsHook() throws Exception {
        world.set("shop", "stopped");
        environment.put("DDEV_PROJECT", "shop");

        InProcess hook = run(Faults.NONE, "hook", "run");

        assertThat(hook.exit()).isZero();
        assertThat(world.approot("shop").resolve(".ddev/db_snapshots"))
                .satisfiesAnyOf(
                        snapshots -> assertThat(snapshots).doesNotExist(),
                        snapshots -> assertThat(snapshots).isEmptyDirectory());
        assertThat(run(Faults.NONE, "hook", "status").out()).doesNotContain("no snapshot was taken");
    }

    @Test
    void contradictionsAndNothingAtAllAreWrongUsage() {
        assertThat(run(Faults.NONE, "schedule").exit()).isEqualTo(2);
        assertThat(run(Faults.NONE, "schedule", "install").exit()).isEqualTo(2);
        assertThat(run(Faults.NONE, "schedule", "install", "--daily", "1:00", "--every", "6h")
                        .exit())
                .isEqualTo(2);
        assertThat(run(Faults.NONE, "schedule", "install", "--daily", "1:00", "--system", "at")
                        .exit())
                .isEqualTo(2);
        assertThat(run(Faults.NONE, "hook").exit()).isEqualTo(2);
    }
}

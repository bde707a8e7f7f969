package io.github.ddevbak;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.ddevbak.cli.Program;
import io.github.ddevbak.cli.Shell;
import io.github.ddevbak.demo.Fault;
import io.github.ddevbak.demo.Faults;
import io.github.ddevbak.demo.RecordedWorld;
import io.github.ddevbak.process.Ending;
import io.github.ddevbak.process.Invocation;
import io.github.ddevbak.process.ProcessResult;
import io.github.ddevbak.process.ProcessRunner;
import io.github.ddevbak.project.Project;
import io.github.ddevbak.project.ProjectName;
import io.github.ddevbak.project.ProjectStatus;
import io.github.ddevbak.schedule.HookFile;
import io.github.ddevbak.schedule.Hooks;
import io.github.ddevbak.store.DestinationLock;
import io.github.ddevbak.store.HookNotes;
import io.github.ddevbak.store.InstalledSchedule;
import io.github.ddevbak.store.NoticeMemory;
import io.github.ddevbak.store.NoticeNotes;
import io.github.ddevbak.store.ScheduleNotes;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code doctor}, each check well and not, through the whole program over a simulated ddev. */
class DoctorTest {
    private static final Instant NOW = Instant.parse("2026-11-22T16:31:05Z");
    private static final String ANSWERED = """
            {"schema": "ddevbak/doctor/1", "exitCode": 10, "checks": [
              {"what": "ddev", "health": "failed", "found": "not on PATH\\u001b", "todo": "Install it."}]}
            """;

    @TempDir
    Path folder;

    private final Map<String, Function<Invocation, ProcessResult>> programs = new HashMap<>();
    private final Map<String, String> environment = new TreeMap<>();
    private RecordedWorld world;
    private Instant now = NOW;
    private int columns;

    @BeforeEach
    void aMachineWhereAllIsWell() {
        world = new RecordedWorld(folder, "shop");
        environment.put("HOME", folder.toString());
        answers("git", ProcessResult.exited(0, "git version 2.39.5\n", ""));
        answers("systemctl", ProcessResult.exited(1, "", "no bus"));
        answers("launchctl", missing("launchctl"));
        answers("crontab", ProcessResult.exited(0, "", ""));
    }

    private void answers(String program, ProcessResult result) {
        programs.put(program, call -> result);
    }

    private static ProcessResult missing(String program) {
        return new ProcessResult(
                new Ending.NotStarted(program + " is not installed, or not on PATH"), "", false, "", Duration.ZERO);
    }

    private InProcess run(Faults faults, String... words) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Clock clock = Clock.fixed(now, ZoneOffset.UTC);
        Shell shell = new Shell(
                InputStream.nullInputStream(),
                new PrintStream(out, true, UTF_8),
                new PrintStream(err, true, UTF_8),
                columns > 0,
                false,
                columns,
                clock,
                environment,
                folder,
                folder);
        ProcessRunner ddev = world.ddev(faults);
        ProcessRunner machine =
                call -> programs.getOrDefault(call.command().get(0), ddev::run).apply(call);
        Wiring wiring = new Wiring(shell, machine, world.cancellation(), clock, false);
        int exit = new Program(shell, wiring, clock).run(words);
        return new InProcess(exit, out.toString(UTF_8), err.toString(UTF_8));
    }

    private InProcess doctor() {
        return run(Faults.NONE, "doctor");
    }

    private InProcess doctor(String fault) {
        return run(Faults.of(Fault.parse(fault)), "doctor");
    }

    private Path sets() {
        return folder.resolve(".local/share/ddevbak");
    }

    private Path state() {
        return folder.resolve(".local/state/ddevbak");
    }

    private void scheduled(String script) throws IOException {
        Path file = state().resolve("schedule/cron-job.sh");
        Files.createDirectories(file.getParent());
        Files.writeString(file, script);
        new ScheduleNotes(state())
                .install(new InstalledSchedule(
                        InstalledSchedule.SCHEMA,
                        "cron",
                        "daily 12:30",
                        86_400,
                        NOW.minus(Duration.ofHours(1)),
                        sets().toString(),
                        List.of("/bin/sh", "all", "--quiet", "--if-older-than", "20h", "--dest", "/mnt/x"),
                        Map.of(),
                        Map.of(file.toString(), script)));
    }

    @Test
    void whereAllIsWellEveryCheckSaysWhatWasLookedAtAndFound() throws IOException {
        InProcess doctor = doctor();

        assertThat(doctor.exit()).isZero();
        assertThat(doctor.out())
                .containsPattern("ok +java +\\d+")
                .contains("ok       git           git version 2.39.5")
                .contains("ok       ddev          v1.25.3")
                .contains("ok       docker        linux-docker, 28.3.3")
                .containsPattern("(ok|warning) +docker disk +\\d+ MB free for images and databases")
                .contains("projects      1 project")
                .containsPattern("destination +" + sets() + ", \\d+ MB free")
                .contains("warning  other disk    the destination is on the disk of 1 project\n         → Sets there")
                .contains("ok       lock          no other ddevbak is at work")
                .contains("ok       unfinished    no run left anything half done")
                .contains("ok       put back      no project is left started")
                .contains("ok       clock         2026-11-22T16:31:05Z")
                .contains("ok       schedule      none is installed")
                .contains("ok       hook          none is installed")
                .contains("ok       notice        nobody is told of runs")
                .doesNotContain("failed");
        assertThat(new ObjectMapper()
                        .readTree(run(Faults.NONE, "doctor", "--json").out())
                        .path("checks")
                        .findValuesAsText("what"))
                .contains("git", "docker disk", "lock", "unfinished", "notice");
    }

    @Test
    void withQuietOnlyWhatIsNotWellIsTold() {
        assertThat(run(Faults.NONE, "doctor", "-q").out().lines())
                .noneMatch(line -> line.startsWith("ok"))
                .anyMatch(line -> line.startsWith("warning  other disk"));
    }

    @Test
    void inATerminalNoLineIsWiderThanIt() {
        columns = 80;

        assertThat(doctor().out().lines().map(line -> line.replaceAll("\u001b\\[[0-9;]*m", "")))
                .anyMatch(line -> line.startsWith("           "))
                .allMatch(
                        line -> line.length() <= 80 || !line.strip().contains(" ") || line.contains(sets().toString()));
    }

    @Test
    void aGitThatIsMissingOrOldIsTold() {
        answers("git", missing("git"));
        assertThat(doctor().exit()).isEqualTo(10);
        assertThat(doctor().out())
                .contains("failed   git           git is not installed")
                .contains("→ Install git 2.30");
        answers("git", ProcessResult.exited(0, "git version 2.25.1\n", ""));
        assertThat(doctor().out()).contains("warning  git           git version 2.25.1");
    }

    @Test
    void aDdevThatIsMissingOldOrWithoutDockerIsTold() {
        assertThat(doctor("NOT_INSTALLED@VERSION").out())
                .contains("failed   ddev")
                .contains("→ Install ddev v1.24.7");
        assertThat(doctor("OTHER_VERSION@ANY=v1.23.5").out()).contains("v1.23.5 is too old");
        InProcess down = doctor("DOCKER_DOWN@ANY");
        assertThat(down.exit()).isEqualTo(10);
        assertThat(down.out())
                .contains("failed   docker")
                .contains("→ Start Docker.")
                .contains("destination");
    }

    @Test
    void aDockerProgramThatDoesNotAnswerIsAWarningForDdevNeedsNone() {
        answers("docker", missing("docker"));

        InProcess doctor = doctor();

        assertThat(doctor.exit()).isZero();
        assertThat(doctor.out())
                .contains("warning  docker        linux-docker; but the program docker does not answer")
                .contains("paused projects cannot be put back");
    }

    private void copiesGoTo(String repository) throws IOException {
        Files.createDirectories(folder.resolve(".config/ddevbak"));
        Files.writeString(
                folder.resolve(".config/ddevbak/config.yaml"),
                "copy: {repositories: [{name: nas, repository: '" + repository + "', password-file: ~/p}]}\n");
    }

    /** A restic that says so of every repository. */
    private void resticSays(ProcessResult ofItsConfiguration) {
        programs.put(
                "restic",
                call -> call.command().contains("version")
                        ? ProcessResult.exited(0, "restic 0.16.4 compiled with go1.22\n", "")
                        : ofItsConfiguration);
    }

    @Test
    void aResticThatIsMissingFailsWhereCopiesAreConfigured() throws IOException {
        copiesGoTo("sftp:nas:/x");
        answers("restic", missing("restic"));

        assertThat(doctor().out())
                .contains("failed   restic")
                .contains("→ Install restic 0.14")
                .doesNotContain("repository");
    }

    @Test
    void aRepositoryThatOpensIsWell() throws IOException {
        copiesGoTo("rest:https://me:sesame@h/x");
        resticSays(ProcessResult.exited(0, "{\"id\": \"" + "ab".repeat(32) + "\"}", ""));

        InProcess doctor = doctor();

        assertThat(doctor.exit()).isZero();
        assertThat(doctor.out())
                .contains("ok       restic        restic 0.16.4")
                .contains("ok       repository    nas (rest:https://me:***@h/x) opens");
    }

    @Test
    void aRepositoryThatLetsNobodyInFails() throws IOException {
        copiesGoTo("s3:https://s3.example.org/b");
        resticSays(ProcessResult.exited(1, "", "Fatal: unable to open config file: Stat: Forbidden\n"));

        InProcess doctor = doctor();

        assertThat(doctor.exit()).isEqualTo(10);
        assertThat(doctor.out()).contains("failed   repository    The server lets nobody in");
    }

    @Test
    void aRepositoryThatDoesNotAnswerNowIsAWarning() throws IOException {
        copiesGoTo("sftp:nas:/x");
        resticSays(ProcessResult.exited(1, "", "Fatal: dial tcp 10.0.0.7:22: i/o timeout\n"));

        InProcess doctor = doctor();

        assertThat(doctor.exit()).isZero();
        assertThat(doctor.out()).contains("warning  repository");
    }

    @Test
    void aDestinationThatCannotBeUsedFails() throws IOException {
        Files.writeString(folder.resolve("taken"), "a file");

        InProcess doctor = run(
                Faults.NONE, "doctor", "--dest", folder.resolve("taken/sets").toString());

        assertThat(doctor.exit()).isEqualTo(10);
        assertThat(doctor.out()).contains("failed   destination").contains("→ Is its disk there");
    }

    @Test
    void aLockThatIsHeldIsToldWithWhoHoldsIt() throws IOException {
        run(Faults.NONE, "all", "--only", "database");
        Files.createDirectories(sets().resolve("projects/shop/20261120T163105Z.partial"));
        try (DestinationLock lock =
                DestinationLock.tryAcquire(state(), "all", NOW).orElseThrow()) {
            assertThat(lock).isNotNull();

            assertThat(doctor().out())
                    .containsPattern("warning +lock +Another ddevbak \\(process \\d+, all, since")
                    .contains("ok       unfinished    1 in the making");
        }
    }

    @Test
    void whatAKilledRunLeftIsToldAndNotTouched() throws IOException {
        run(Faults.NONE, "all", "--only", "database");
        Path left = Files.createDirectories(sets().resolve("projects/shop/20261120T163105Z.partial"));

        assertThat(doctor().out())
                .contains("warning  unfinished    1 left by a run that was ended: " + left)
                .contains("→ The next run of 'ddevbak all' removes it.");
        assertThat(left).exists();
    }

    @Test
    void aClockThatGoesWrongIsTold() {
        run(Faults.NONE, "all", "--only", "database");
        now = NOW.minus(Duration.ofDays(2));
        assertThat(doctor().out()).contains("warning  clock         it says 2026-11-20T16:31:05Z, and the newest run");
        now = Instant.EPOCH;
        assertThat(run(Faults.NONE, "doctor", "--dest", folder.resolve("new").toString())
                        .out())
                .contains("warning  clock         it says 1970-01-01T00:00:00Z");
    }

    @Test
    void aScheduleIsToldWhetherItLivesOrNot() throws IOException {
        scheduled("export PATH=/usr/bin\n");
        assertThat(doctor().out()).contains("ok       schedule      cron, daily 12:30, has not begun yet");
        Files.delete(state().resolve("schedule/cron-job.sh"));
        assertThat(doctor().out()).contains("warning  schedule").contains("is gone");
    }

    @Test
    void aHookIsToldWhetherItIsAsItWasWritten() throws IOException {
        Path approot = world.approot("shop");
        Project shop = new Project(
                new ProjectName("shop"),
                approot,
                "php",
                "",
                ProjectStatus.UNKNOWN,
                Optional.empty(),
                false,
                List.of(),
                true);
        new Hooks(new HookNotes(state()), Clock.fixed(NOW, ZoneOffset.UTC))
                .install(shop, new HookFile("/usr/bin/ddevbak", HookFile.LIMIT));
        assertThat(doctor().out()).contains("ok       hook          1 project has it as it was written");
        Files.delete(Hooks.file(approot));
        assertThat(doctor().out()).contains("warning  hook").contains("is lost");
    }

    @Test
    void aNoticeThatDidNotGetThroughIsTold() throws IOException {
        Files.createDirectories(folder.resolve(".config/ddevbak"));
        Files.writeString(folder.resolve(".config/ddevbak/config.yaml"), "notices: [{name: desk, kind: desktop}]\n");
        assertThat(doctor().out()).contains("ok       notice        the notice desk (desktop)");
        new NoticeNotes(state())
                .write(NoticeMemory.none(NOW)
                        .and(NOW, "all", Map.of(), List.of("the notice desk did not get through.")));
        assertThat(doctor().out())
                .contains("warning  notice        the notice desk did not get through.")
                .contains("→ Mend it");
    }

    @Test
    void asScheduledItIsTheJobsProgramInTheJobsEnvironmentAndNoOther() throws IOException {
        environment.putAll(Map.of("PATH", "/home/me/bin:/usr/bin", "DOCKER_HOST", "unix:///mine", "USER", "me"));
        scheduled("#!/bin/sh\nexport HOME='/home/it'\\''s me'\nexport PATH=/usr/bin:/bin\nexec x\n");
        List<Invocation> calls = new ArrayList<>();
        programs.put("/bin/sh", call -> {
            calls.add(call);
            return ProcessResult.exited(10, ANSWERED, "");
        });

        InProcess doctor = run(Faults.NONE, "doctor", "--as-scheduled");

        assertThat(doctor.exit()).isEqualTo(10);
        assertThat(doctor.out()).isEqualTo("""
                        ok       job           cron, daily 12:30, with PATH=/usr/bin:/bin
                        failed   ddev          not on PATH\\u001b
                                 → Install it.
                        """);
        assertThat(calls).hasSize(1);
        assertThat(calls.get(0).command()).containsExactly("/bin/sh", "doctor", "--json", "--dest", "/mnt/x");
        assertThat(calls.get(0).environment())
                .containsEntry("HOME", "/home/it's me")
                .containsEntry("PATH", "/usr/bin:/bin")
                .containsEntry("USER", "me")
                .containsEntry("DOCKER_HOST", "");
        assertThat(run(Faults.NONE, "doctor", "--as-scheduled", "--json").out())
                .contains("\"asScheduled\": \"cron\"", "\"PATH\": \"/usr/bin:/bin\"", "\"exitCode\": 10");
    }

    @Test
    void asScheduledAProgramThatDoesNotEvenStartFails() throws IOException {
        scheduled("export PATH=/usr/bin\n");
        answers("/bin/sh", ProcessResult.exited(10, "", "ddevbak: needs Java 17 or newer, and found none.\n"));

        InProcess doctor = run(Faults.NONE, "doctor", "--as-scheduled");

        assertThat(doctor.exit()).isEqualTo(10);
        assertThat(doctor.out())
                .contains("failed   program")
                .contains("exit 10")
                .contains("needs Java 17");
    }

    @Test
    void asScheduledWithoutAJobSaysSo() throws IOException {
        InProcess none = run(Faults.NONE, "doctor", "--as-scheduled");

        assertThat(none.exit()).isEqualTo(2);
        assertThat(none.err()).contains("No schedule is installed");
        scheduled("export PATH=/usr/bin\n");
        Files.delete(state().resolve("schedule/cron-job.sh"));
        assertThat(run(Faults.NONE, "doctor", "--as-scheduled").err()).contains("is gone");
        scheduled("export PATH=\"$PATH:hunter2\"\n");
        assertThat(run(Faults.NONE, "doctor", "--as-scheduled").err())
                .contains("The job was edited: its line 'export PATH=…'")
                .doesNotContain("hunter2");
    }
}

package io.github.ddevbak.demo;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.github.ddevbak.process.Ending;
import io.github.ddevbak.process.Invocation;
import io.github.ddevbak.process.Output;
import io.github.ddevbak.process.ProcessResult;
import io.github.ddevbak.process.ProcessRunner;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SimulatedDdevTest {
    @TempDir
    Path home;

    private RecordedWorld world;
    private Calls calls;

    @BeforeEach
    void makeWorld() {
        world = new RecordedWorld(home);
        calls = new Calls(world);
    }

    @Test
    void aNewInstanceKnowsWhatAnOldOneDid() throws IOException {
        world.run(Faults.NONE, "ddev", "start", "-y", "--skip-hooks", "sleepy");

        assertThat(world.run(Faults.NONE, "ddev", "describe", "-j", "sleepy").stdout())
                .contains("\"status\":\"running\"");
        assertThat(new StateFolder(home).project("sleepy").status()).isEqualTo("running");
    }

    @Test
    void stoppingTakesWithItWhatWasInTheContainer() throws IOException {
        Path left = world.folder().container("shop").resolve("var/tmp/left-mariadb_11.8.zst");
        Files.createDirectories(left.getParent());
        Files.writeString(left, "x");

        ProcessResult stopped = world.run(Faults.NONE, "ddev", "stop", "--skip-hooks", "shop");

        assertThat(stopped.ok()).isTrue();
        assertThat(left).doesNotExist();
        assertThat(world.folder().project("shop").databases()).hasSize(3);
    }

    @Test
    void startingWritesIntoTheTreeButNotOverWhatTheUserTookOver() throws IOException {
        Path settings = world.approot("shop").resolve("web/sites/default");
        Files.createDirectories(settings);
        Files.writeString(settings.resolve("settings.ddev.php"), "<?php // mine\n");

        world.run(Faults.NONE, "ddev", "start", "-y", "--skip-hooks", "shop");

        assertThat(settings.resolve("settings.ddev.php")).hasContent("<?php // mine\n");
        assertThat(settings.resolve(".gitignore")).content().contains("#ddev-generated");
        assertThat(world.approot("shop").resolve(".ddev/.gitignore")).content().contains("/db_snapshots");
    }

    @Test
    void startingUnderAnotherVersionPowersOffEveryOtherProject() throws IOException {
        Faults newer =
                Faults.of(Fault.of(Fault.Kind.OTHER_VERSION, Fault.Command.ANY).with("v1.25.4"));

        world.run(newer, "ddev", "start", "-y", "--skip-hooks", "sleepy");

        assertThat(world.folder().project("sleepy").status()).isEqualTo("running");
        assertThat(world.folder().project("shop").status()).isEqualTo("stopped");
        assertThat(world.folder().project("nodb").status()).isEqualTo("stopped");
        assertThat(new GlobalFiles(world.folder().global()).lastStartedVersion())
                .isEqualTo("v1.25.4");
    }

    @Test
    void anExportOfAStoppedProjectMixesNoiseIntoTheDumpAndLeavesItRunning() throws IOException {
        ProcessResult dumped =
                world.run(Faults.NONE, "ddev", "export-db", "sleepy", "--database=db", "--gzip=false", "--skip-hooks");

        assertThat(dumped.ok()).isTrue();
        assertThat(dumped.stdout())
                .startsWith("Building project images...")
                .contains("\n-- MariaDB dump ")
                .endsWith("-- Dump completed on 2026-11-22 16:58:12\n");
        assertThat(world.folder().project("sleepy").status()).isEqualTo("running");
    }

    @Test
    void anExportLacksRoutinesAndEventsAndTheDumpToolHasThem() {
        String export = world.run(Faults.NONE, "ddev", "export-db", "shop", "--gzip=false")
                .stdout();
        String dump = calls.exec(
                        Faults.NONE,
                        "shop",
                        "mariadb-dump",
                        "--single-transaction",
                        "--routines",
                        "--events",
                        "--triggers",
                        "db")
                .stdout();

        assertThat(export)
                .startsWith("-- MariaDB dump")
                .contains("TRIGGER t_ins")
                .doesNotContain("PROCEDURE `p_count`", "EVENT `e_noop`");
        assertThat(dump)
                .startsWith("/*M!999999\\- enable the sandbox mode */ \n-- MariaDB dump")
                .contains("TRIGGER t_ins", "PROCEDURE `p_count`", "EVENT `e_noop`");
    }

    @Test
    void aPostgresDumpEndsInTheTrailerAndTheUnrestrictLine() {
        String dump = calls.exec(Faults.NONE, "pgapp", "pg_dump", "-U", "db", "-w", "db")
                .stdout();

        assertThat(dump)
                .startsWith("--\n-- PostgreSQL database dump\n--\n\n\\restrict ")
                .contains("COPY public.product (", "CREATE MATERIALIZED VIEW public.m_count", "CREATE TABLE extra.item")
                .containsPattern("-- PostgreSQL database dump complete\n--\n\n\\\\unrestrict \\w+\n\n$");
    }

    @Test
    void aCallForAProjectWhoseFolderIsGoneMakesItAnew() throws IOException {
        world.prepare("gone running; gone away");

        ProcessResult exported = world.run(Faults.NONE, "ddev", "export-db", "gone", "--gzip=false");

        assertThat(exported.ending()).isEqualTo(new Ending.Exited(255));
        assertThat(world.approot("gone").resolve(".ddev")).isDirectory();
    }

    @Test
    void aCallInAFolderWhoseConfigurationIsGoneActsOnTheParentProject() throws IOException {
        Path inner = Files.createDirectories(world.approot("shop").resolve("packages/inner"));

        ProcessResult said = world.ddev(Faults.NONE)
                .run(Invocation.of("ddev", "describe", "-j").in(inner));

        assertThat(said.stdout()).contains("\"name\":\"shop\"");
    }

    @Test
    void aQuestionThatNobodyTaughtItIsAnErrorAndNotAGuess() {
        List<ProcessResult> answers = List.of(
                calls.exec(Faults.NONE, "shop", "mariadb", "-N", "-B", "-e", "SELECT 1; DROP DATABASE db"),
                calls.exec(Faults.NONE, "shop", "psql", "-c", "SELECT 1"),
                calls.exec(Faults.NONE, "pgapp", "psql", "-d", "db", "-c", "SELECT 1"),
                calls.exec(Faults.NONE, "shop", "sh", "-c", "rm -rf /", "sh"),
                calls.exec(Faults.NONE, "shop", "tail", "-n", "1", "/tmp/x"),
                world.run(Faults.NONE, "ddev", "exec", "ls"),
                world.run(Faults.NONE, "ddev", "clean", "shop"),
                world.run(Faults.NONE, "ddev", "stop", "--remove-data", "shop"),
                world.run(Faults.NONE, "docker", "ps", "-a"),
                world.run(Faults.NONE, "docker", "volume", "rm", "shop-mariadb"));

        assertThat(answers).allSatisfy(answer -> {
            assertThat(answer.ok()).isFalse();
            assertThat(answer.lastWords()).isNotEmpty();
        });
    }

    @Test
    void otherProgramsGoToTheOtherRunner() {
        Invocation git = Invocation.of("git", "status");
        ProcessResult clean = ProcessResult.exited(0, "clean", "");
        ProcessRunner others = mock(ProcessRunner.class);
        when(others.run(git)).thenReturn(clean);

        SimulatedDdev ddev = new SimulatedDdev(home, others, RecordedWorld.CLOCK, Faults.NONE);

        assertThat(ddev.run(git)).isSameAs(clean);
    }

    @Test
    void dockerShowsStopsAndFreezesContainers() throws IOException {
        assertThat(calls.containers(Faults.NONE, "shop").stdout())
                .containsPattern("\"Names\":\"ddev-shop-db\".*\"State\":\"running\"")
                .containsPattern("\"Names\":\"ddev-shop-web\".*\"State\":\"running\"");

        ProcessResult stopped = world.run(Faults.NONE, "docker", "stop", "ddev-shop-web", "ddev-shop-db");
        assertThat(stopped.stdout()).isEqualTo("ddev-shop-web\nddev-shop-db\n");
        assertThat(world.folder().project("shop").status()).isEqualTo("paused");

        ProcessResult frozen = world.run(Faults.NONE, "docker", "pause", "ddev-shop-db", "ddev-blog-db");
        assertThat(frozen.stderrTail())
                .isEqualTo("Error response from daemon: Container ddev-shop-db is not running\n");
        assertThat(world.folder().project("blog").status()).isEqualTo("unhealthy");
    }

    @Test
    void dockerKnowsNoContainerOfAStoppedProject() {
        assertThat(calls.containers(Faults.NONE, "sleepy").stdout()).isEmpty();
        assertThat(world.run(Faults.NONE, "docker", "stop", "ddev-sleepy-db").stderrTail())
                .isEqualTo("Error response from daemon: No such container: ddev-sleepy-db\n");
    }

    @Test
    void moreThanTheBoundOfACaptureIsDroppedAndSaid() {
        ProcessResult said =
                world.ddev(Faults.NONE).run(Invocation.of("ddev", "list", "-j").writing(new Output.Captured(10)));

        assertThat(said.truncated()).isTrue();
        assertThat(said.stdout()).hasSize(10);
    }

    @Test
    void outputGoesToAFileOrASinkWhole() throws IOException {
        Path file = home.resolve("list.json");
        ByteArrayOutputStream sink = new ByteArrayOutputStream();
        Invocation list = Invocation.of("ddev", "list", "-j");

        world.ddev(Faults.NONE).run(list.writing(new Output.ToFile(file)));
        world.ddev(Faults.NONE).run(list.writing(sink));

        assertThat(file).hasBinaryContent(sink.toByteArray());
        assertThat(sink.toString(UTF_8)).endsWith("}\n");
    }

    @Test
    void aSinkThatIsFullEndsTheDumpWhichGoesOnInTheContainer() throws IOException {
        ProcessResult dumped = world.ddev(Faults.NONE)
                .run(Invocation.of("ddev", "export-db", "shop", "--gzip=false").writing(new FullSink(10_000)));

        assertThat(dumped.ending())
                .isEqualTo(new Ending.OutputRefused("its output could not be taken: No space left on device"));
        assertThat(world.folder().project("shop").processes())
                .extracting(ProjectState.Running::command)
                .containsExactly("mariadb-dump db");
    }

    @Test
    void aDumpThatRanToItsEndLeavesNoProcess() throws IOException {
        calls.exec(Faults.NONE, "shop", "mariadb-dump", "db");

        assertThat(world.folder().project("shop").processes()).isEmpty();
    }

    @Test
    void aCancelledCallDoesNothingAndAShelteredOneIsDone() throws IOException {
        world.cancellation().request();
        Invocation stop = Invocation.of("ddev", "stop", "shop");

        assertThat(world.ddev(Faults.NONE).run(stop).cancelled()).isTrue();
        assertThat(world.folder().project("shop").status()).isEqualTo("running");

        assertThat(world.ddev(Faults.NONE).run(stop.sheltered(true)).ok()).isTrue();
        assertThat(world.folder().project("shop").status()).isEqualTo("stopped");
    }

    @Test
    void anInterruptedThreadIsACancelledCallAndStaysInterrupted() {
        Thread.currentThread().interrupt();

        ProcessResult said = world.run(Faults.NONE, "ddev", "list", "-j");

        assertThat(Thread.interrupted()).isTrue();
        assertThat(said.cancelled()).isTrue();
    }

    @Test
    void theCallsAreOnRecord() throws IOException {
        world.run(Faults.NONE, "ddev", "list", "-j");
        calls.exec(Faults.NONE, "shop", "mariadb-dump", "db");
        world.run(Faults.NONE, "docker", "stop", "ddev-blog-web");

        assertThat(world.folder().calls().all())
                .containsExactly(
                        new CallLog.Entry(Fault.Command.LIST, ""),
                        new CallLog.Entry(Fault.Command.DUMP, "shop"),
                        new CallLog.Entry(Fault.Command.DOCKER_STOP, "blog"));
    }
}

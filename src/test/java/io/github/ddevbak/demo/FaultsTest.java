package io.github.ddevbak.demo;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.ddevbak.demo.Fault.Command;
import io.github.ddevbak.demo.Fault.Kind;
import io.github.ddevbak.process.Ending;
import io.github.ddevbak.process.Invocation;
import io.github.ddevbak.process.ProcessResult;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each fault does what it says. */
class FaultsTest {
    private static final String TRAILER = "-- Dump completed on";

    @TempDir
    Path home;

    private RecordedWorld world;
    private Calls calls;
    private Path snapshot;
    private Path inContainer;

    @BeforeEach
    void makeWorld() {
        world = new RecordedWorld(home);
        calls = new Calls(world);
        snapshot = world.approot("shop").resolve(".ddev/db_snapshots/S-mariadb_11.8.zst");
        inContainer = world.folder().container("shop").resolve("var/tmp/S-mariadb_11.8.zst");
    }

    @Test
    void aFaultIsReadBackAsItWasWritten() {
        Faults faults = Faults.of(
                Fault.of(Kind.HANGS, Command.SERVER),
                Fault.of(Kind.DOCKER_DOWN, Command.ANY).fromCall(3),
                Fault.of(Kind.EXIT_1, Command.STOP).inProject("shop").onCall(2),
                Fault.of(Kind.WRONG_FILE, Command.SNAPSHOT).inProject("my-blog").with("{name}-mysql_8.0.zst"));

        assertThat(Faults.parse(faults.text())).isEqualTo(faults);
        assertThat(Fault.parse("EXIT_1@STOP:shop#2-4").last()).isEqualTo(4);
    }

    @Test
    void aFaultStrikesOnlyTheCallAndTheProjectItNames() {
        Faults second = Faults.of(
                Fault.of(Kind.EXIT_1, Command.DESCRIBE).inProject("shop").onCall(2));

        List<Boolean> ok = List.of("shop", "blog", "shop", "shop").stream()
                .map(name -> world.run(second, "ddev", "describe", "-j", name).ok())
                .toList();

        assertThat(ok).containsExactly(true, true, false, true);
    }

    @Test
    void dockerGoesDownAtTheNthCall() {
        Faults down = Faults.of(Fault.of(Kind.DOCKER_DOWN, Command.ANY).fromCall(2));

        assertThat(world.run(down, "ddev", "list", "-j").ok()).isTrue();
        assertThat(world.run(down, "ddev", "list", "-j").stderrTail()).contains("failed to connect to the docker API");
        assertThat(world.run(down, "docker", "stop", "ddev-shop-db").stderrTail())
                .startsWith("Cannot connect to the Docker daemon");
        assertThat(world.run(down, "ddev", "--version").ok()).isTrue();
    }

    @ParameterizedTest
    @EnumSource(
            value = Command.class,
            names = {"LIST", "DESCRIBE", "START", "STOP", "SNAPSHOT", "EXPORT_DB", "DUMP", "QUERY", "DOCKER_STOP"})
    void aPlainFailureDoesNothingAndSaysWhy(Command command) throws IOException {
        ProcessResult one = calls.make(Faults.of(Fault.of(Kind.EXIT_1, command)), command);
        ProcessResult usage = calls.make(Faults.of(Fault.of(Kind.EXIT_255, command)), command);
        ProcessResult zero = calls.make(Faults.of(Fault.of(Kind.FAILS_WITH_EXIT_0, command)), command);

        assertThat(one.ending()).isEqualTo(new Ending.Exited(1));
        assertThat(usage.ending()).isEqualTo(new Ending.Exited(255));
        assertThat(zero.ending()).isEqualTo(new Ending.Exited(0));
        assertThat(List.of(one, usage, zero))
                .allSatisfy(said -> assertThat(said.lastWords()).isNotEmpty());
        assertThat(world.folder().project("shop").status()).isEqualTo("running");
        assertThat(world.folder().project("sleepy").status()).isEqualTo("stopped");
        assertThat(snapshot).doesNotExist();
    }

    @ParameterizedTest
    @EnumSource(
            value = Command.class,
            names = {"LIST", "START", "STOP", "SNAPSHOT", "EXPORT_DB", "DUMP", "QUERY", "DOCKER_STOP"})
    void aHangEndsByTheTimeOutWithoutWaitingForIt(Command command) {
        ProcessResult hung = calls.make(Faults.of(Fault.of(Kind.HANGS, command)), command);

        assertThat(hung.ending()).isInstanceOf(Ending.TimedOut.class);
    }

    @Test
    void aDumpThatHangsDiesOrIsCancelledGoesOnInTheContainer() throws IOException {
        for (Kind kind : List.of(Kind.HANGS, Kind.DIES_HALF_WAY, Kind.CANCELLED_HALF_WAY)) {
            world = new RecordedWorld(home);
            calls = new Calls(world);
            ProcessResult cut = calls.dump(Faults.of(Fault.of(kind, Command.SERVER)));

            assertThat(cut.ok()).isFalse();
            assertThat(cut.stdout()).startsWith("/*M!999999").doesNotContain(TRAILER + " 2026");
            assertThat(world.folder().project("shop").processes())
                    .as(kind.toString())
                    .hasSize(1);
        }
    }

    @Test
    void aDumpLeftInTheContainerIsSeenAmongItsProcesses() {
        calls.dump(Faults.of(Fault.of(Kind.HANGS, Command.DUMP)));

        assertThat(calls.processes()).contains("(mariadb-dump) S ").endsWith("end-of-processes\n");
    }

    @Test
    void aSnapshotThatHangsLeavesItsFileAndItsProcessInTheContainer() throws IOException {
        ProcessResult hung = calls.make(Faults.of(Fault.of(Kind.HANGS, Command.SERVER)), Command.SNAPSHOT);

        assertThat(hung.ending()).isEqualTo(new Ending.TimedOut(Duration.ofMinutes(5)));
        assertThat(inContainer).exists();
        assertThat(snapshot).doesNotExist();
        assertThat(calls.processes()).contains("(mariabackup) S");
    }

    @Test
    void leftoversAndProcessesGoWhenAsked() throws IOException {
        calls.make(Faults.of(Fault.of(Kind.HANGS, Command.SERVER)), Command.SNAPSHOT);
        ProjectState.Running left = world.folder().project("shop").processes().get(0);
        Files.writeString(inContainer.resolveSibling("OTHER-mariadb_11.8.zst"), "x");

        calls.inShop("sh", "-c", "rm -f -- /var/tmp/\"$1\"-mariadb_* /var/tmp/\"$1\"-mysql_*", "sh", "S");
        calls.inShop("sh", "-c", "alive() { :; }; exit 1", "sh", left.pid() + ":" + left.startTicks(), "1:100");

        assertThat(inContainer).doesNotExist();
        assertThat(inContainer.resolveSibling("OTHER-mariadb_11.8.zst")).exists();
        assertThat(world.folder().project("shop").processes()).isEmpty();
    }

    @Test
    void aProcessOfAnotherStartIsNotEnded() throws IOException {
        calls.make(Faults.of(Fault.of(Kind.HANGS, Command.SERVER)), Command.SNAPSHOT);
        ProjectState.Running left = world.folder().project("shop").processes().get(0);

        calls.inShop("sh", "-c", "alive() { :; }; exit 1", "sh", left.pid() + ":" + (left.startTicks() + 1));

        assertThat(world.folder().project("shop").processes()).containsExactly(left);
    }

    @Test
    void aStartThatDiesLeavesTheProjectHalfUpAndAStopThatDiesHalfDown() throws IOException {
        Faults dies = Faults.of(Fault.of(Kind.DIES_HALF_WAY, Command.ANY));

        assertThat(calls.make(dies, Command.START).ending()).isEqualTo(new Ending.Exited(137));
        assertThat(calls.make(dies, Command.STOP).ending()).isEqualTo(new Ending.Exited(137));

        assertThat(world.folder().project("sleepy").containers()).containsEntry("web", "created");
        assertThat(world.folder().project("shop").status()).isEqualTo("unhealthy");
    }

    @Test
    void aListThatDiesIsCutInItsMiddle() {
        String whole = world.run(Faults.NONE, "ddev", "list", "-j").stdout();
        String half = calls.make(Faults.of(Fault.of(Kind.DIES_HALF_WAY, Command.LIST)), Command.LIST)
                .stdout();

        assertThat(whole).startsWith(half).hasSizeGreaterThan(half.length());
    }

    @Test
    void aCancellationInTheMiddleDoesNotCutAShelteredCall() throws IOException {
        Faults cancel = Faults.of(Fault.of(Kind.CANCELLED_HALF_WAY, Command.STOP));

        ProcessResult stopped =
                world.ddev(cancel).run(Invocation.of("ddev", "stop", "shop").sheltered(true));

        assertThat(world.cancellation().requested()).isTrue();
        assertThat(stopped.ok()).isTrue();
        assertThat(world.folder().project("shop").status()).isEqualTo("stopped");
    }

    @Test
    void aLyingDdevSaysYesAndDoesNothing() throws IOException {
        Faults lies = Faults.of(Fault.of(Kind.LIES, Command.ANY));

        assertThat(calls.make(lies, Command.START).stdout()).contains("Successfully started sleepy");
        assertThat(calls.make(lies, Command.STOP).stdout()).contains("Project shop has been stopped.");
        assertThat(calls.make(lies, Command.SNAPSHOT).stdout()).contains("Created database snapshot S");
        assertThat(calls.make(lies, Command.DOCKER_STOP).ok()).isTrue();
        assertThat(calls.make(lies, Command.EXPORT_DB).ok()).isTrue();

        assertThat(world.folder().project("sleepy").status()).isEqualTo("stopped");
        assertThat(world.folder().project("shop").status()).isEqualTo("running");
        assertThat(snapshot).doesNotExist();
    }

    @ParameterizedTest
    @EnumSource(
            value = Kind.class,
            names = {"PARTIAL_FILE", "TRUNCATED_WITH_SUCCESS", "EMPTY_FILE", "HOLLOW_FILE"})
    void aSpoiltSnapshotIsCalledASuccess(Kind kind) throws IOException {
        calls.make(Faults.NONE, Command.SNAPSHOT);
        long whole = Files.size(snapshot);
        Files.delete(snapshot);

        ProcessResult said = calls.make(Faults.of(Fault.of(kind, Command.SNAPSHOT)), Command.SNAPSHOT);

        assertThat(said.stdout()).contains("Created database snapshot S");
        assertThat(Files.size(snapshot)).isLessThan(whole);
    }

    @Test
    void aFullDiskLeavesAPartialSnapshotAndExits0() throws IOException {
        ProcessResult said = calls.make(Faults.of(Fault.of(Kind.DISK_FULL, Command.SNAPSHOT)), Command.SNAPSHOT);

        assertThat(said.ok()).isTrue();
        assertThat(said.lastWords()).endsWith("No space left on device");
        assertThat(Files.size(snapshot)).isBetween(1L, Files.size(inContainer) - 1);
    }

    @Test
    void anOldSnapshotOfThatNameIsNotReplaced() throws IOException {
        ProcessResult said = calls.make(Faults.of(Fault.of(Kind.STALE_FILE, Command.SNAPSHOT)), Command.SNAPSHOT);

        assertThat(said.ok()).isTrue();
        assertThat(said.lastWords()).contains("S-mariadb_11.8.zst already exists");
        assertThat(Files.getLastModifiedTime(snapshot).toMillis()).isZero();
    }

    @Test
    void aSnapshotGetsAnotherNameOrVersion() {
        Fault wrong = Fault.of(Kind.WRONG_FILE, Command.SNAPSHOT);

        calls.make(Faults.of(wrong.with("{name}-mariadb_10.6.zst")), Command.SNAPSHOT);
        calls.make(Faults.of(wrong), Command.SNAPSHOT);

        assertThat(snapshot).doesNotExist();
        assertThat(snapshot.resolveSibling("S-mariadb_10.6.zst")).exists();
        assertThat(snapshot.resolveSibling("other-S-mariadb_11.8.zst")).exists();
    }

    @Test
    void theLogOfASnapshotLacksItsLastLine() {
        calls.make(Faults.of(Fault.of(Kind.LOG_WITHOUT_OK, Command.SNAPSHOT)), Command.SNAPSHOT);
        String log = calls.inShop("tail", "-c", "2048", "/tmp/snapshot_S-mariadb_11.8.zst.log");

        assertThat(log).isNotEmpty().doesNotContain("completed OK!");
    }

    @ParameterizedTest
    @EnumSource(
            value = Kind.class,
            names = {"PARTIAL_FILE", "TRUNCATED_WITH_SUCCESS", "EMPTY_FILE", "CONNECTION_LOST_WITH_EXIT_0"})
    void aSpoiltDumpExits0WithoutATrailer(Kind kind) {
        ProcessResult dumped = calls.dump(Faults.of(Fault.of(kind, Command.DUMP)));
        ProcessResult exported = calls.make(Faults.of(Fault.of(kind, Command.EXPORT_DB)), Command.EXPORT_DB);

        assertThat(List.of(dumped, exported)).allSatisfy(said -> {
            assertThat(said.ok()).isTrue();
            assertThat(said.stdout()).doesNotContain(TRAILER + " 2026");
        });
    }

    @Test
    void aLostConnectionExits3OfTheToolAnd255OfDdev() {
        ProcessResult dumped = calls.dump(Faults.of(Fault.of(Kind.CONNECTION_LOST, Command.SERVER)));
        ProcessResult exported =
                calls.make(Faults.of(Fault.of(Kind.CONNECTION_LOST, Command.SERVER)), Command.EXPORT_DB);

        assertThat(dumped.ending()).isEqualTo(new Ending.Exited(3));
        assertThat(exported.ending()).isEqualTo(new Ending.Exited(255));
        assertThat(exported.stderrTail()).contains("Lost connection to server", "exit status 3");
    }

    @Test
    void aFullDiskUnderAnExportExits255() {
        ProcessResult exported = calls.make(Faults.of(Fault.of(Kind.DISK_FULL, Command.EXPORT_DB)), Command.EXPORT_DB);

        assertThat(exported.ending()).isEqualTo(new Ending.Exited(255));
        assertThat(exported.stderrTail()).contains("write /dev/stdout: no space left on device");
    }

    @Test
    void aBrokenViewIsCountedAndDumpedOnlyByForce() {
        Faults broken = Faults.of(Fault.of(Kind.BROKEN_VIEW, Command.ANY));

        ProcessResult plain = calls.dump(broken);
        ProcessResult forced =
                calls.exec(broken, "shop", "mariadb-dump", "--single-transaction", "--routines", "--force", "db");

        assertThat(plain.ending()).isEqualTo(new Ending.Exited(2));
        assertThat(plain.stderrTail()).contains("`v_bad`", "(1356)");
        assertThat(plain.stdout()).doesNotContain("CREATE TABLE");
        assertThat(forced.ending()).isEqualTo(new Ending.Exited(2));
        assertThat(forced.stdout()).contains(TRAILER + " 2026", "VIEW `v_bad`", "-- failed on view `v_bad`");
    }

    @Test
    void aTableComesAndGoesWhileTheDumpRuns() throws IOException {
        ProcessResult dumped = calls.dump(Faults.of(Fault.of(Kind.TABLE_COMES_AND_GOES, Command.DUMP)));

        assertThat(dumped.stdout()).contains("CREATE TABLE `tmp_rebuild`");
        assertThat(calls.tables()).containsExactly("cache_my", "product");
    }

    @Test
    void aTableMadeMeanwhileIsInTheServerAndNotInTheDump() throws IOException {
        ProcessResult dumped = calls.dump(Faults.of(Fault.of(Kind.TABLE_MADE_MEANWHILE, Command.DUMP)));

        assertThat(dumped.stdout()).doesNotContain("made_meanwhile");
        assertThat(calls.tables()).hasSize(3);
    }

    @Test
    void anOldDumpLacksTheNewestTableAndAWrongOneIsOfAnotherDatabase() {
        assertThat(calls.dump(Faults.of(Fault.of(Kind.STALE_FILE, Command.DUMP)))
                        .stdout())
                .contains(TRAILER + " 2026")
                .doesNotContain("CREATE TABLE `product`");
        assertThat(calls.dump(Faults.of(Fault.of(Kind.WRONG_FILE, Command.DUMP)))
                        .stdout())
                .contains(TRAILER + " 2026", "Database: other");
    }

    @Test
    void startNoiseStandsBeforeTheDump() {
        ProcessResult dumped = calls.dump(Faults.of(Fault.of(Kind.START_NOISE, Command.DUMP)));

        assertThat(dumped.ok()).isTrue();
        assertThat(dumped.stdout()).startsWith("Building project images...").contains(TRAILER + " 2026");
    }

    @Test
    void anUnexpectedLineStandsOnStderrBesideAWholeDump() {
        ProcessResult dumped = calls.dump(Faults.of(Fault.of(Kind.UNEXPECTED_STDERR, Command.DUMP)));

        assertThat(dumped.ok()).isTrue();
        assertThat(dumped.stdout()).contains(TRAILER + " 2026");
        assertThat(dumped.stderrTail()).isEqualTo("mariadb-dump: Warning: something nobody expected\n");
    }

    @Test
    void theListHasNoiseANullABadByteAGapOrNothing() {
        assertThat(calls.list(Fault.of(Kind.JSON_NOISE, Command.LIST)).lines()).hasSizeGreaterThan(4);
        assertThat(calls.list(Fault.of(Kind.NULL_ENTRY, Command.LIST))).contains(",null,");
        assertThat(calls.list(Fault.of(Kind.EMPTY_LIST, Command.LIST))).contains("\"raw\":[]");
        assertThat(calls.list(Fault.of(Kind.MISSING_FROM_LIST, Command.LIST).with("shop")))
                .contains("\"name\":\"blog\"")
                .doesNotContain("\"name\":\"shop\"");
    }

    @Test
    void badBytesAreNotUtf8() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Faults faults = Faults.of(Fault.of(Kind.NOT_UTF8, Command.LIST));

        world.ddev(faults).run(Invocation.of("ddev", "list", "-j").writing(bytes));

        assertThat(new String(bytes.toByteArray(), UTF_8).getBytes(UTF_8)).isNotEqualTo(bytes.toByteArray());
    }

    @Test
    void aProgramThatIsNotInstalledCannotBeStarted() {
        ProcessResult said = calls.make(Faults.of(Fault.of(Kind.NOT_INSTALLED, Command.ANY)), Command.LIST);

        assertThat(said.ending()).isEqualTo(new Ending.NotStarted("ddev is not installed, or not on PATH"));
    }

    @Test
    void anotherVersionIsSaid() {
        Faults old = Faults.of(Fault.of(Kind.OTHER_VERSION, Command.VERSION).with("v1.24.6"));

        assertThat(world.run(old, "ddev", "--version").stdout()).isEqualTo("ddev version v1.24.6\n");
    }
}

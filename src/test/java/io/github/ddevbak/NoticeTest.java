package io.github.ddevbak;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.ddevbak.cli.Program;
import io.github.ddevbak.cli.Shell;
import io.github.ddevbak.demo.Fault;
import io.github.ddevbak.demo.Faults;
import io.github.ddevbak.demo.RecordedWorld;
import io.github.ddevbak.notice.Loopback;
import io.github.ddevbak.process.ProcessResult;
import io.github.ddevbak.process.ProcessRunner;
import io.github.ddevbak.process.SystemProcessRunner;
import io.github.ddevbak.store.DestinationLock;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who is told of the runs of {@code all}, through the whole program over a simulated ddev and a server of this machine. */
class NoticeTest {
    private static final Instant NOW = Instant.parse("2026-11-22T16:31:05Z");
    private static final Faults DOCKER_DOWN = Faults.of(Fault.parse("DOCKER_DOWN@ANY"));

    @TempDir
    Path folder;

    private RecordedWorld world;
    private Loopback server;

    @BeforeEach
    void aMachineWithOneProject() throws IOException {
        world = new RecordedWorld(folder, "shop");
        server = new Loopback();
        secret("ping", server.url("/ping-hunter2"));
        secret("hook", server.url("/hook-hunter2"));
        secret("header", "Authorization: Bearer hunter2");
    }

    @AfterEach
    void close() {
        server.close();
    }

    private void secret(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text + "\n");
    }

    private void notices(String... entries) throws IOException {
        Files.createDirectories(folder.resolve(".config/ddevbak"));
        Files.writeString(
                folder.resolve(".config/ddevbak/config.yaml"),
                "notices:\n"
                        + String.join(
                                "",
                                List.of(entries).stream()
                                        .map(one -> "- {" + one + "}\n")
                                        .toList()));
    }

    private InProcess run(Faults faults, String... words) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
        Shell shell = new Shell(
                InputStream.nullInputStream(),
                new PrintStream(out, true, UTF_8),
                new PrintStream(err, true, UTF_8),
                false,
                false,
                0,
                clock,
                Map.of("HOME", folder.toString()),
                folder,
                folder);
        ProcessRunner ddev = world.ddev(faults);
        ProcessRunner real = new SystemProcessRunner(world.cancellation(), Map.of("PATH", "/usr/bin:/bin"));
        ProcessRunner machine = call -> switch (call.command().get(0)) {
            case "git" -> ProcessResult.exited(0, "git version 2.39.5\n", "");
            case "/bin/sh", "notify-send" -> real.run(call.in(folder));
            default -> ddev.run(call);
        };
        Wiring wiring = new Wiring(shell, machine, world.cancellation(), clock, false);
        int exit = new Program(shell, wiring, clock).run(words);
        InProcess ended = new InProcess(exit, out.toString(UTF_8), err.toString(UTF_8));
        assertThat(ended.out() + ended.err()).doesNotContain("hunter2");
        return ended;
    }

    private InProcess all(String... more) {
        return all(Faults.NONE, more);
    }

    private InProcess all(Faults faults, String... more) {
        String[] words = new String[more.length + 3];
        System.arraycopy(new String[] {"all", "--only", "database"}, 0, words, 0, 3);
        System.arraycopy(more, 0, words, 3, more.length);
        return run(faults, words);
    }

    @Test
    void aPingHearsTheBeginningAndTheEndOfOneRunUnderOneId() throws Exception {
        notices("name: watch, kind: ping, url-file: ~/ping");

        InProcess run = all();

        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(server.targets()).hasSize(2);
        String id = server.targets().get(0).replaceFirst(".*rid=", "");
        assertThat(id).matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
        assertThat(server.targets()).containsExactly("/ping-hunter2/start?rid=" + id, "/ping-hunter2/0?rid=" + id);
        assertThat(server.sent().get(1).body()).contains("everything is good; 1 of 1 project is recoverable");
    }

    @Test
    void aWebhookGetsExactlyWhatJsonPrints() throws Exception {
        notices("name: team, kind: webhook, url-file: ~/hook, header-file: ~/header, when: always");

        InProcess run = all("--json");

        assertThat(server.sent()).hasSize(1);
        assertThat(server.sent().get(0).body()).isEqualTo(run.out().strip());
        assertThat(server.sent().get(0).headers()).containsEntry("Authorization", "Bearer hunter2");
    }

    @Test
    void onlyFailuresAndChangesAreToldToThoseWhoAskForThem() throws Exception {
        notices(
                "name: f, kind: command, command: 'echo $DDEVBAK_EXIT_CODE >> failures'",
                "name: c, kind: command, when: change, command: 'echo $DDEVBAK_EXIT_CODE >> changes'",
                "name: a, kind: command, when: always, command: 'echo $DDEVBAK_EXIT_CODE >> all'");

        all();
        all();
        all(Faults.of(Fault.parse("LIES@SNAPSHOT")));
        all(Faults.of(Fault.parse("LIES@SNAPSHOT")));
        all();

        assertThat(folder.resolve("all")).hasContent("0\n0\n1\n1\n0");
        assertThat(folder.resolve("changes")).hasContent("0\n1\n0");
        assertThat(folder.resolve("failures")).hasContent("1\n1");
    }

    @Test
    void aRunOfFewerPartsIsNoChangeOfTheOthers() throws Exception {
        run(Faults.NONE, "all", "--only", "database,config");
        all();
        notices("name: c, kind: command, when: change, command: 'echo \"$DDEVBAK_DETAILS\" >> changes'");

        all();
        run(Faults.NONE, "all", "--only", "database,config");
        all();
        run(Faults.NONE, "all", "--only", "database,config");

        assertThat(folder.resolve("changes")).doesNotExist();
    }

    @Test
    void doctorIsSilentOfNoticesThatWereTakenOut() throws Exception {
        notices("name: c, kind: command, when: always, command: 'exit 3'");
        all();
        assertThat(run(Faults.NONE, "doctor").out()).contains("the notice c (command) did not get through");

        notices();
        assertThat(run(Faults.NONE, "doctor").out())
                .contains("nobody is told of runs")
                .doesNotContain("did not get through");
    }

    @Test
    void whereNoticesAreNewTheRunBeforeIsKnownByItsRecord() throws Exception {
        all();
        notices("name: c, kind: command, when: change, command: 'echo $DDEVBAK_EXIT_CODE >> changes'");

        all();

        assertThat(folder.resolve("changes")).doesNotExist();
    }

    @Test
    void aJobThatIsToBeTriedAgainIsLoggedAndToldOnce() throws Exception {
        notices(
                "name: watch, kind: ping, url-file: ~/ping",
                "name: f, kind: command, command: 'printf %s\\\\n \"$DDEVBAK_DETAILS\" >> failures'");

        assertThat(all(DOCKER_DOWN, "--soft-fail").exit()).isEqualTo(75);
        assertThat(all(DOCKER_DOWN, "--soft-fail").exit()).isEqualTo(75);

        assertThat(server.targets()).hasSize(2).allMatch(target -> target.startsWith("/ping-hunter2/log?rid="));
        assertThat(Files.readAllLines(folder.resolve("failures")))
                .singleElement()
                .asString()
                .contains("docker");
    }

    @Test
    void aRunThatFindsItsWorkDoneTellsNobody() throws Exception {
        all();
        notices("name: watch, kind: ping, url-file: ~/ping");

        assertThat(all("--if-older-than", "20h").out()).contains("nothing was done");
        assertThat(run(Faults.NONE, "all", "--dry-run").exit()).isZero();
        assertThat(server.sent()).isEmpty();
    }

    @Test
    void aRunThatCannotBeginIsToldWithItsReason() throws Exception {
        Files.writeString(folder.resolve("taken"), "a file");
        notices("name: watch, kind: ping, url-file: ~/ping", "name: team, kind: webhook, url-file: ~/hook");

        InProcess run = all("--dest", folder.resolve("taken/sets").toString(), "--json");

        assertThat(run.exit()).isEqualTo(10);
        assertThat(server.targets()).hasSize(3).anyMatch(target -> target.startsWith("/ping-hunter2/10?rid="));
        assertThat(server.sent().get(2).body() + server.sent().get(1).body())
                .contains("the destination cannot be used", "\"schema\": \"ddevbak/error/1\"", "taken");
    }

    @Test
    void aRunThatMeetsAnotherIsTold() throws Exception {
        notices("name: watch, kind: ping, url-file: ~/ping");
        try (DestinationLock lock = DestinationLock.tryAcquire(folder.resolve(".local/state/ddevbak"), "all", NOW)
                .orElseThrow()) {
            assertThat(lock).isNotNull();
            assertThat(all().exit()).isEqualTo(11);
        }

        assertThat(server.targets().get(1)).startsWith("/ping-hunter2/11?rid=");
    }

    @Test
    void anInterruptedRunIsToldToo() throws Exception {
        notices(
                "name: watch, kind: ping, url-file: ~/ping",
                "name: c, kind: command, command: 'echo $DDEVBAK_SUMMARY > interrupted'");
        world.cancellation().request();

        assertThat(all().exit()).isEqualTo(130);

        assertThat(server.targets().get(1)).startsWith("/ping-hunter2/130?rid=");
        assertThat(folder.resolve("interrupted")).content().contains("interrupted");
    }

    @Test
    void aNoticeThatFailsIsAWarningAndChangesNothing() throws Exception {
        server.answering(404, 404, 404);
        notices(
                "name: watch, kind: ping, url-file: ~/ping",
                "name: team, kind: webhook, url-file: ~/none, when: always",
                "name: mail, kind: command, command: 'exit 9', when: always",
                "name: desk, kind: desktop, when: always");

        InProcess run = all("--json");

        assertThat(run.exit()).isZero();
        assertThat(new ObjectMapper().readTree(run.out()).path("exitCode").asInt())
                .isZero();
        assertThat(run.err())
                .contains("warning: the notice watch (ping) did not get through: the address answered 404")
                .contains("the notice team (webhook) did not get through: the file with the address")
                .contains("the notice mail (command) did not get through: its command failed (exit 9)")
                .contains("the notice desk (desktop) did not get through: notify-send failed")
                .contains("ddevbak notice test watch");
    }

    @Test
    void aStateThatCannotBeWrittenIsAWarningAndChangesNothing() throws Exception {
        notices("name: c, kind: command, when: always, command: 'true'");
        Files.createDirectories(folder.resolve(".local/state/ddevbak/notices.json/x"));

        InProcess run = all();

        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(run.err()).contains("notices.json").contains("cannot be written");
    }

    @Test
    void aTestGoesToEveryoneAndSaysWhatBecameOfIt() throws Exception {
        notices(
                "name: watch, kind: ping, url-file: ~/ping",
                "name: team, kind: webhook, url-file: ~/hook, when: change",
                "name: mail, kind: command, command: 'exit 9'");

        InProcess test = run(Faults.NONE, "notice", "test");

        assertThat(test.exit()).isEqualTo(1);
        assertThat(test.out()).isEqualTo("""
                        ok       watch         ping, always
                        ok       team          webhook, change
                        failed   mail          command, failure
                                 → its command failed (exit 9); run it by hand to see why
                        """);
        assertThat(server.targets())
                .hasSize(2)
                .contains("/hook-hunter2")
                .anyMatch(target -> target.startsWith("/ping-hunter2/log?rid="));
        assertThat(run(Faults.NONE, "notice", "test", "team", "--json").out())
                .contains("\"schema\": \"ddevbak/notice-test/1\"", "\"sent\": true");
        assertThat(run(Faults.NONE, "notice", "test", "team", "-q").out()).isEmpty();
    }

    @Test
    void aTestOfNobodyIsWrongUsage() throws Exception {
        assertThat(run(Faults.NONE, "notice", "test").err()).contains("nobody is told of runs");
        notices("name: watch, kind: ping, url-file: ~/ping");

        InProcess near = run(Faults.NONE, "notice", "test", "wacth");

        assertThat(near.exit()).isEqualTo(2);
        assertThat(near.err()).contains("did you mean watch?");
        assertThat(run(Faults.NONE, "notice").exit()).isEqualTo(2);
    }

    @Test
    void whatHoldsIsShownWithoutASecret() throws Exception {
        notices(
                "name: watch, kind: ping, url-command: echo http://x/hunter2",
                "name: mail, kind: command, command: 'curl https://hunter2/'",
                "name: argv, kind: command, command: [curl, 'https://hunter2/']",
                "name: team, kind: webhook, url-file: ~/hook, header-command: echo hunter2");

        assertThat(run(Faults.NONE, "config", "show").out())
                .contains("{name: watch, kind: ping, when: always, url-command: ***}")
                .contains("{name: mail, kind: command, when: failure, command: ***}")
                .contains("command: curl ***")
                .contains("url-file: " + folder.resolve("hook") + ", header-command: ***");
        assertThat(run(Faults.NONE, "config", "show", "--json").out()).contains("\"url-command\": \"***\"");
        assertThat(run(Faults.NONE, "config", "validate").exit()).isZero();
    }
}

package io.github.ddevbak.notice;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.ddevbak.process.Cancellation;
import io.github.ddevbak.process.Daemon;
import io.github.ddevbak.process.Ending;
import io.github.ddevbak.process.Invocation;
import io.github.ddevbak.process.ProcessResult;
import io.github.ddevbak.process.ProcessRunner;
import io.github.ddevbak.process.SystemProcessRunner;
import io.github.ddevbak.settings.NoticeKind;
import io.github.ddevbak.settings.NoticeSettings;
import io.github.ddevbak.settings.NoticeWhen;
import io.github.ddevbak.settings.Secret;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each way by which a message gets to somebody, to a server and programs of this machine. */
class CarriersTest {
    private static final String EVIL = "shop\"; touch evil; $(touch evil) `touch evil` \u001b[31m\n</b>&\\";
    private static final Duration LONG = Duration.ofSeconds(20);

    @TempDir
    Path folder;

    private final List<Duration> pauses = new ArrayList<>();
    private Loopback server;

    @BeforeEach
    void aServer() throws IOException {
        server = new Loopback();
    }

    @AfterEach
    void close() {
        server.close();
    }

    private ProcessRunner real() {
        return new SystemProcessRunner(new Cancellation(), Map.of("PATH", "/usr/bin:/bin", "HOME", folder.toString()));
    }

    private Optional<String> carry(NoticeSettings notice, Message message, ProcessRunner runner, Duration patience) {
        Carriers carriers =
                Carriers.of(runner, new DesktopCarrier.Desktop(false, Map.of(), folder), patience, pauses::add);
        return Delivery.of(List.of(notice), carriers, message)
                .await(Duration.ofMinutes(2))
                .get(0)
                .why();
    }

    private Optional<String> carry(NoticeSettings notice, Message message) {
        return carry(notice, message, real(), LONG);
    }

    private static Message ended(int exitCode) {
        return new Message(
                Message.Stage.ENDED,
                "6f0c",
                new Outcome("all", exitCode, "20261122T163105Z", EVIL, List.of(EVIL, "two"), Map.of(), "{\"a\": 1}"),
                true,
                false);
    }

    private NoticeSettings addressed(NoticeKind kind, String address, Secret header) throws IOException {
        Path file = Files.writeString(folder.resolve("address"), " " + address + "\n\n");
        return new NoticeSettings(
                "watch",
                kind,
                NoticeWhen.ALWAYS,
                new Secret(Optional.of(file.toString()), Optional.empty()),
                header,
                List.of(),
                false);
    }

    private NoticeSettings ping(String path) throws IOException {
        return addressed(NoticeKind.PING, server.url(path), Secret.NONE);
    }

    private static NoticeSettings command(boolean shell, String... words) {
        return new NoticeSettings(
                "mail", NoticeKind.COMMAND, NoticeWhen.ALWAYS, Secret.NONE, Secret.NONE, List.of(words), shell);
    }

    @Test
    void aPingSaysTheBeginningTheExitStatusAndWhichRunItIs() throws IOException {
        Outcome nothing = Outcome.notBegun("all", 0, "", "");

        assertThat(carry(ping("/uuid"), new Message(Message.Stage.BEGINS, "6f0c", nothing, false, false)))
                .isEmpty();
        assertThat(carry(ping("/uuid"), ended(3))).isEmpty();
        assertThat(carry(ping("/uuid"), ended(75))).isEmpty();

        assertThat(server.targets()).containsExactly("/uuid/start?rid=6f0c", "/uuid/3?rid=6f0c", "/uuid/log?rid=6f0c");
        Loopback.Sent end = server.sent().get(1);
        assertThat(end.method()).isEqualTo("POST");
        assertThat(end.headers()).containsEntry("Content-Type", "text/plain; charset=utf-8");
        assertThat(end.body()).contains("two\n").doesNotContain("\u001b");
        assertThat(server.sent().get(0).body()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"OK (not found)", "OK (rate limited)"})
    void aPingThatIsTakenAndNotHeededIsAFailure(String answer) throws IOException {
        server.saying(answer);

        assertThat(carry(ping("/uuid"), ended(0))).contains("the address answered '" + answer + "'");
    }

    @Test
    void aWebhookGetsTheDocumentWithItsHeaders() throws IOException {
        Secret header = new Secret(
                Optional.empty(), Optional.of("printf 'Authorization: Bearer hunter2\\n\\nX-From: ddevbak\\n'"));

        assertThat(carry(addressed(NoticeKind.WEBHOOK, server.url("/hook?x=1"), header), ended(0)))
                .isEmpty();

        Loopback.Sent sent = server.sent().get(0);
        assertThat(sent.target()).isEqualTo("/hook?x=1");
        assertThat(sent.body()).isEqualTo("{\"a\": 1}");
        assertThat(sent.headers())
                .containsEntry("Content-Type", "application/json")
                .containsEntry("Authorization", "Bearer hunter2")
                .containsEntry("X-From", "ddevbak");
    }

    @ParameterizedTest
    @ValueSource(strings = {"hunter2", ": hunter2", "Content-Length: hunter2", "A b: hunter2", "A: hun\u0001ter2"})
    void aHeaderThatIsNoneIsAFailureThatDoesNotSayIt(String header) throws IOException {
        Path file = Files.writeString(folder.resolve("header"), header);
        Secret secret = new Secret(Optional.of(file.toString()), Optional.empty());

        assertThat(carry(addressed(NoticeKind.WEBHOOK, server.url("/hook"), secret), ended(0)))
                .hasValueSatisfying(why -> assertThat(why)
                        .contains("header")
                        .doesNotContain("hunter2")
                        .doesNotContain("ter2"));
        assertThat(server.sent()).isEmpty();
    }

    @Test
    void whatFailedByChanceIsTriedAgainAndNoMoreThanThreeTimes() throws IOException {
        server.answering(500, 429, 200, 503, 503, 503);

        assertThat(carry(ping("/uuid"), ended(0))).isEmpty();
        assertThat(carry(ping("/uuid"), ended(0))).contains("the address answered 503, each time");

        assertThat(server.sent()).hasSize(6);
        assertThat(pauses).hasSize(4);
    }

    @Test
    void whatWillFailAgainIsNotTriedAgain() throws IOException {
        server.answering(404);

        assertThat(carry(ping("/uuid"), ended(0))).contains("the address answered 404");
        assertThat(server.sent()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    void aRedirectIsNotFollowed(int code) throws IOException {
        server.answering(code);

        assertThat(carry(ping("/uuid"), ended(0)))
                .hasValueSatisfying(why -> assertThat(why)
                        .contains("answered " + code, "not followed")
                        .doesNotContain("elsewhere"));
        assertThat(server.targets()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {Loopback.HANGS, Loopback.DRIBBLES})
    void aServerThatDoesNotComeToAnEndIsNotWaitedForLongerThanItsTime(int answer) throws IOException {
        server.answering(answer, answer, answer);

        assertThat(carry(ping("/uuid"), ended(0), real(), Duration.ofMillis(400)))
                .hasValueSatisfying(
                        why -> assertThat(why).startsWith("no answer within").contains("in 3 tries"));
    }

    @Test
    void aServerThatRefusesIsAFailureThatDoesNotSayTheAddress() throws IOException {
        int free;
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            free = taken.getLocalPort();
        }

        assertThat(carry(addressed(NoticeKind.PING, "http://127.0.0.1:" + free + "/hunter2", Secret.NONE), ended(0)))
                .contains("the host of the address could not be reached in 3 tries");
    }

    @Test
    void aHostThatIsNotKnownIsTold() throws IOException {
        assertThat(carry(addressed(NoticeKind.PING, "http://hunter2.invalid/x", Secret.NONE), ended(0)))
                .hasValueSatisfying(why ->
                        assertThat(why).contains("the host of the address").doesNotContain("hunter2"));
    }

    @Test
    void aServerThatSpeaksNoTlsIsTold() throws IOException, ExecutionException, InterruptedException {
        try (ServerSocket plain = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Future<Integer> answered = Daemon.call(() -> {
                try (Socket met = plain.accept()) {
                    int first = met.getInputStream().read();
                    met.getOutputStream().write("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(UTF_8));
                    return first;
                }
            });
            String address = "https://127.0.0.1:" + plain.getLocalPort() + "/hunter2";
            Message once = new Message(Message.Stage.TEST, "6f0c", ended(0).outcome(), false, false);

            assertThat(carry(addressed(NoticeKind.PING, address, Secret.NONE), once))
                    .contains("the host of the address and this machine did not agree on TLS");
            assertThat(answered.get()).as("the first byte of a TLS handshake").isEqualTo(0x16);
        }
    }

    @Test
    void anAddressThatCannotBeReadIsToldByTheNameOfItsFile() throws IOException {
        NoticeSettings notice = ping("/uuid");
        Path file = folder.resolve("address");
        Files.writeString(file, " \n");
        assertThat(carry(notice, ended(0))).contains("the address is empty");
        Files.writeString(file, "x".repeat(20_000));
        assertThat(carry(notice, ended(0))).contains("the address is longer than any can be");
        Files.delete(file);
        assertThat(carry(notice, ended(0)))
                .contains("the file with the address, " + file + ", is not there, or is no file");
        Files.createDirectory(file);
        assertThat(carry(notice, ended(0))).get().asString().contains("is no file");
    }

    @Test
    void aCommandThatPrintsTheAddressIsNeitherArgumentNorTold() {
        List<Invocation> calls = new ArrayList<>();
        ProcessRunner kept = call -> {
            calls.add(call);
            return real().run(call);
        };
        NoticeSettings notice = new NoticeSettings(
                "watch",
                NoticeKind.PING,
                NoticeWhen.ALWAYS,
                new Secret(Optional.empty(), Optional.of("echo " + server.url("/hunter2") + "; exit 3")),
                Secret.NONE,
                List.of(),
                false);

        Optional<String> why = carry(notice, ended(0), kept, LONG);

        assertThat(why).contains("the command that prints the address failed (exit 3); run it by hand to see why");
        assertThat(calls).hasSize(1);
        assertThat(calls.get(0).typed()).doesNotContain("hunter2");
    }

    @Test
    void aCommandGetsFactsInItsEnvironmentAndTheDocumentOnItsInput() throws IOException {
        String line = "cat > in; printf '%s|%s|%s|%s|%s|%s' \"$DDEVBAK_NOTICE\" \"$DDEVBAK_COMMAND\""
                + " \"$DDEVBAK_EXIT_CODE\" \"$DDEVBAK_RUN\" \"$DDEVBAK_CHANGED\" \"$DDEVBAK_DETAILS\" > facts";
        ProcessRunner here = call -> real().run(call.in(folder));

        assertThat(carry(command(true, line), ended(3), here, LONG)).isEmpty();

        assertThat(folder.resolve("in")).hasContent("{\"a\": 1}");
        assertThat(Files.readString(folder.resolve("facts")))
                .startsWith("mail|all|3|20261122T163105Z|yes|shop")
                .endsWith("\ntwo");
        assertThat(folder.resolve("evil")).doesNotExist();
    }

    @Test
    void aCommandAsAListOfWordsMeetsNoShell() throws IOException {
        ProcessRunner here = call -> real().run(call.in(folder));

        assertThat(carry(command(false, "touch", "$(touch evil); x"), ended(0), here, LONG))
                .isEmpty();

        assertThat(folder.resolve("$(touch evil); x")).exists();
        assertThat(folder.resolve("evil")).doesNotExist();
    }

    @Test
    void aCommandThatFailsOrIsNotThereIsTold() {
        assertThat(carry(command(true, "echo hunter2 >&2; exit 7"), ended(0)))
                .contains("its command failed (exit 7); run it by hand to see why");
        assertThat(carry(command(false, "no-such-program"), ended(0)))
                .hasValueSatisfying(why -> assertThat(why).contains("no-such-program is not installed"));
    }

    @Test
    void aCommandThatDoesNotEndIsEnded() {
        ProcessRunner brief = call -> real().run(call.within(Duration.ofMillis(500)));

        assertThat(carry(command(true, "sleep 1000 & wait"), ended(0), brief, LONG))
                .hasValueSatisfying(why -> assertThat(why).contains("no end within"));
    }

    @Test
    void aCommandReadsNothingAndIsNotHeldUpByThat() {
        assertThat(carry(command(true, "exec true"), ended(0))).isEmpty();
    }

    @Test
    void theTimeThatACommandHasIsShorterWhereSomebodyWaits() {
        List<Duration> times = new ArrayList<>();
        ProcessRunner kept = call -> {
            times.add(call.timeout());
            assertThat(call.sheltered()).isTrue();
            return ProcessResult.exited(0, "", "");
        };
        Message message = ended(130);

        carry(command(true, "x"), message, kept, LONG);
        carry(
                command(true, "x"),
                new Message(message.stage(), message.id(), message.outcome(), true, true),
                kept,
                LONG);

        assertThat(times).containsExactly(Duration.ofSeconds(60), Duration.ofSeconds(10));
    }

    private List<String> shown(boolean mac, ProcessResult result) {
        List<String> words = new ArrayList<>();
        ProcessRunner kept = call -> {
            words.addAll(call.command());
            return result;
        };
        NoticeSettings notice = new NoticeSettings(
                "desk", NoticeKind.DESKTOP, NoticeWhen.FAILURE, Secret.NONE, Secret.NONE, List.of(), false);
        Carriers carriers = Carriers.of(
                kept, new DesktopCarrier.Desktop(mac, Map.of("XDG_RUNTIME_DIR", "/none"), folder), LONG, pauses::add);
        Delivery.of(List.of(notice), carriers, ended(3))
                .await(LONG)
                .get(0)
                .why()
                .ifPresent(words::add);
        return words;
    }

    @Test
    void onLinuxTheDesktopGetsTextsAndNoMarkup() {
        assertThat(shown(false, ProcessResult.exited(0, "", "")))
                .startsWith("notify-send", "--app-name=ddevbak", "--urgency=critical", "--")
                .last()
                .asString()
                .contains("&lt;/b&gt;&amp;\\\\", "two")
                .doesNotContain("</b>", "\u001b");
    }

    @Test
    void onMacTheScriptIsTheSameWhateverIsShown() {
        List<String> words = shown(true, ProcessResult.exited(0, "", ""));

        assertThat(words).startsWith("osascript", "-e", "on run argv", "-e");
        assertThat(words.subList(0, 7)).noneMatch(word -> word.contains("shop"));
        assertThat(words.get(7)).isEqualTo("ddevbak");
        assertThat(words.get(9)).contains("two");
    }

    @Test
    void aDesktopThatIsNotThereIsTold() {
        ProcessResult missing = new ProcessResult(
                new Ending.NotStarted("notify-send is not installed, or not on PATH"), "", false, "", Duration.ZERO);

        assertThat(shown(false, missing).get(6)).contains("notify-send is not installed", "libnotify-bin");
    }

    @Test
    void aDesktopThatDoesNotAnswerIsToldFromOneThatNobodyRuns() throws IOException {
        ProcessResult refused = ProcessResult.exited(1, "", "Could not connect: No such file\n");

        assertThat(shown(false, refused).get(6))
                .contains("exit 1: Could not connect", "no session bus of yours at /none/bus")
                .doesNotContain("libnotify");

        Map<String, String> environment = Map.of("XDG_RUNTIME_DIR", folder.toString());
        Files.write(folder.resolve("bus"), "".getBytes(UTF_8));
        DesktopCarrier carrier =
                new DesktopCarrier(call -> refused, new DesktopCarrier.Desktop(false, environment, folder));

        assertThatThrownBy(() -> carrier.carry(command(false, "unused"), ended(1)))
                .isInstanceOf(NoticeFailedException.class)
                .hasMessageContaining("does a desktop of yours run");
    }

    @Test
    void aJobWithoutADesktopsVariablesFindsTheUsersBus() throws IOException {
        Files.write(folder.resolve("bus"), "".getBytes(UTF_8));
        List<Map<String, String>> environments = new ArrayList<>();
        DesktopCarrier carrier = new DesktopCarrier(
                call -> {
                    environments.add(call.environment());
                    return ProcessResult.exited(0, "", "");
                },
                new DesktopCarrier.Desktop(false, Map.of("XDG_RUNTIME_DIR", folder.toString()), folder));

        carrier.carry(command(false, "unused"), ended(0));

        assertThat(environments).containsExactly(Map.of("DBUS_SESSION_BUS_ADDRESS", "unix:path=" + folder + "/bus"));
    }
}

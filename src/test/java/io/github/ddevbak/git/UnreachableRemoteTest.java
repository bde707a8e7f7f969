package io.github.ddevbak.git;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ddevbak.process.Cancellation;
import io.github.ddevbak.process.SystemProcessRunner;
import io.github.ddevbak.project.PartState;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A remote that does not answer is a loss that is told, in time and without a question to a person. */
class UnreachableRemoteTest {
    private final Sandbox sandbox;
    private final Hostile hostile;
    private final Path shop;
    private final Map<String, String> environment;

    UnreachableRemoteTest(@TempDir Path temp) {
        sandbox = new Sandbox(temp);
        hostile = new Hostile(sandbox);
        shop = sandbox.cloned();
        environment = sandbox.environment();
        for (String name : new String[] {"GIT_ASKPASS", "SSH_ASKPASS"}) {
            hostile.script(sandbox.path(name), "touch '" + sandbox.path("canaries") + "/" + name + "'; echo secret");
            environment.put(name, sandbox.path(name).toString());
        }
        hostile.script(sandbox.path("askpass"), "touch '" + sandbox.path("canaries") + "/core-askPass'; echo secret");
        sandbox.git(
                shop,
                "config",
                "--global",
                "core.askPass",
                sandbox.path("askpass").toString());
    }

    private GitReport look(String url, RemoteAccess access) {
        sandbox.git(shop, "config", "remote.origin.url", url);
        GitReport report = new GitCheck(
                        new SystemProcessRunner(new Cancellation(), environment), Sandbox.PATIENCE, access)
                .check(shop, Sandbox.NOW, new GitCheck.Depth(true, false));
        assertThat(hostile.ran()).isEmpty();
        return report;
    }

    private GitReport look(String url) {
        return look(url, new RemoteAccess(Sandbox.PATIENCE, Optional.empty()));
    }

    private static void assertUnreachable(GitReport report, String... words) {
        assertThat(Told.bad(report)).containsExactly("code.remote-unreachable");
        assertThat(report.state()).isEqualTo(PartState.AT_RISK);
        assertThat(report.facts().fetched()).isFalse();
        assertThat(Told.sentence(report, "code.remote-unreachable") + " → "
                        + Told.hint(report, "code.remote-unreachable"))
                .contains("Remote origin (")
                .contains(words);
        assertThat(Told.codes(report)).contains("info code.as-of-last-fetch");
    }

    @Test
    void aHostThatTakesTheCallAndSaysNothingIsGivenUp() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String url = "git://127.0.0.1:" + silent.getLocalPort() + "/shop.git";

            GitReport report = look(url, new RemoteAccess(Duration.ofSeconds(1), Optional.empty()));

            assertUnreachable(report, url, "no end within 1 s", "--timeout");
        }
    }

    @Test
    void aHostThatTakesNoCallIsToldInGitsWords() throws IOException {
        int port;
        try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = closed.getLocalPort();
        }

        assertUnreachable(look("git://127.0.0.1:" + port + "/shop.git"), "Connection refused");
    }

    @Test
    void aPasswordIsNeverAskedFor() throws IOException {
        try (WebRemote web = new WebRemote(shop.resolveSibling("."), true)) {
            GitReport report = look(web.url("origin.git").replace("http://", "http://ada:wrong@"));

            assertUnreachable(report, "without a password", "credential.helper");
            assertThat(report.findings().toString()).doesNotContain("wrong");
        }
    }

    @Test
    void aHelperOfTheUserIsAskedForThePasswordAndOneOfTheRepositoryIsNot() throws IOException {
        sandbox.git(sandbox.path("origin.git"), "update-server-info");
        String helper = "!f() { echo username=ada; echo password=secret; }; f";
        try (WebRemote web = new WebRemote(shop.resolveSibling("."), true)) {
            sandbox.git(shop, "config", "--local", "credential.helper", helper);
            assertUnreachable(look(web.url("origin.git")), "not heeded", "~/.gitconfig");

            sandbox.git(shop, "config", "--global", "credential.helper", helper);
            GitReport report = look(web.url("origin.git"));

            assertThat(Told.bad(report)).isEmpty();
            assertThat(report.facts().fetched()).isTrue();
        }
    }

    @Test
    void aRepositoryThatIsGoneFromItsHostIsToldSo() throws IOException {
        try (WebRemote web = new WebRemote(shop.resolveSibling("."), false)) {
            assertUnreachable(look(web.url("gone.git")), "has no repository there any more", "git remote set-url");
        }
    }

    @Test
    void sshNeverAsks() {
        RemoteAccess access = Served.access(sandbox);
        hostile.script(
                sandbox.path("ssh"),
                "echo \"$*\" >&2; echo 'git@example.org: Permission denied (publickey).' >&2; exit 255");

        assertUnreachable(look("ssh://git@example.org/shop.git", access), "ssh-agent");

        hostile.script(sandbox.path("ssh"), "echo 'Host key verification failed.' >&2; exit 255");
        assertUnreachable(look("git@example.org:shop.git", access), "does not know", "by hand: git fetch origin");
    }

    @Test
    void anAddressThatWouldRunAProgramIsRefused() {
        assertUnreachable(look("ext::sh -c touch% " + sandbox.path("canaries/ext")), "of a kind that is not asked");
    }

    @Test
    void anAddressThatLooksLikeAnOptionIsNoOption() {
        GitReport report = look("--upload-pack=touch " + sandbox.path("canaries/option"));

        assertThat(Told.bad(report)).isNotEmpty();
    }

    @Test
    void aRemoteThatDoesNotAnswerLeavesTheOthersAsProof() {
        sandbox.commit(shop, "ours.php", "ours");
        sandbox.bare("second.git");
        sandbox.git(shop, "remote", "add", "second", sandbox.path("second.git").toString());
        sandbox.git(shop, "push", "-q", "second", "main");

        GitReport report = look("ext::none");

        assertUnreachable(report, "of a kind that is not asked");
    }

    @Test
    void aCancelledQuestionIsAnErrorNotAnAnswer() {
        Cancellation cancellation = new Cancellation();
        sandbox.git(shop, "remote", "set-url", "origin", "git@example.org:shop.git");
        SystemProcessRunner real = new SystemProcessRunner(cancellation, environment);

        GitReport report = new GitCheck(
                        call -> {
                            if (call.command().contains("ls-remote")) {
                                cancellation.request();
                            }
                            return real.run(call);
                        },
                        Sandbox.PATIENCE)
                .check(shop, Sandbox.NOW, new GitCheck.Depth(true, false));

        assertThat(report.state()).isEqualTo(PartState.FAILED);
    }
}

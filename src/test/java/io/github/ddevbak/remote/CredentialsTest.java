package io.github.ddevbak.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.ddevbak.process.Cancellation;
import io.github.ddevbak.process.Invocation;
import io.github.ddevbak.process.ProcessResult;
import io.github.ddevbak.process.ProcessRunner;
import io.github.ddevbak.settings.Repository;
import io.github.ddevbak.settings.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What lets restic in: where it is read from, and that it goes through the environment alone. */
class CredentialsTest {
    private static final String ID = "a".repeat(64);

    @TempDir
    Path folder;

    private final List<Invocation> calls = new ArrayList<>();

    private static Repository with(Secret environment) {
        return new Repository("cloud", "s3:https://s3.example.org/b", Secret.NONE, environment, List.of());
    }

    private Secret file(String text) throws IOException {
        return new Secret(
                Optional.of(Files.writeString(folder.resolve("keys"), text).toString()), Optional.empty());
    }

    private ResticCli restic(Repository repository) {
        ProcessRunner runner = call -> {
            calls.add(call);
            return ProcessResult.exited(
                    0,
                    call.command().contains("snapshots")
                            ? "[]"
                            : call.command().get(0).equals("restic") ? "{\"id\": \"" + ID + "\"}" : "B2_ACCOUNT_KEY=k1",
                    "");
        };
        return new ResticCli(runner, repository, Duration.ofHours(1), Duration.ZERO, new Cancellation());
    }

    @Test
    void theLinesOfTheFileReachResticAndNeverAsArguments() throws IOException {
        restic(with(file("# keys\n\nexport AWS_ACCESS_KEY_ID=me\r\nAWS_SECRET_ACCESS_KEY='a b=c\"'\nX=\"\"\n")))
                .open();

        assertThat(calls.get(0).environment())
                .containsEntry("AWS_ACCESS_KEY_ID", "me")
                .containsEntry("AWS_SECRET_ACCESS_KEY", "a b=c\"")
                .containsEntry("X", "")
                .containsEntry("RESTIC_REPOSITORY", "s3:https://s3.example.org/b");
        assertThat(calls.get(0).typed()).doesNotContain("a b=c");
    }

    @Test
    void aCommandIsAskedOnceForAllThatIsSaidToARepository() {
        ResticCli restic = restic(with(new Secret(Optional.empty(), Optional.of("pass show keys"))));
        restic.open();
        restic.snapshots();

        assertThat(calls).hasSize(3);
        assertThat(calls.get(0).typed()).doesNotContain("pass show");
        assertThat(calls.get(2).environment()).containsEntry("B2_ACCOUNT_KEY", "k1");
    }

    @Test
    void whereTheRepositoryIsCannotBeChangedByThem() throws IOException {
        restic(with(file("RESTIC_REPOSITORY=/elsewhere"))).open();

        assertThat(calls.get(0).environment()).containsEntry("RESTIC_REPOSITORY", "s3:https://s3.example.org/b");
    }

    @Test
    void whatCannotBeReadIsToldWithoutWhatStandsThere() throws IOException {
        ResticCli odd = restic(with(file("AWS_ACCESS_KEY_ID=me\nhunter2\n")));
        ResticCli none = restic(with(new Secret(Optional.of(folder.resolve("no").toString()), Optional.empty())));

        assertThatThrownBy(odd::open)
                .isInstanceOfSatisfying(
                        RemoteException.class, why -> assertThat(why.trouble()).isEqualTo(RemoteTrouble.CREDENTIALS))
                .hasMessageContaining("line 2")
                .hasMessageContaining("the repository cloud")
                .hasMessageContaining("environment-file")
                .hasMessageNotContaining("hunter2");
        assertThatThrownBy(none::open).hasMessageContaining("is not there");
        assertThat(calls).isEmpty();
    }

    @Test
    void aServerThatSaysNothingIsNotWaitedForAsLongAsForATransfer() {
        restic(with(Secret.NONE)).open();

        assertThat(calls.get(0).timeout()).isLessThanOrEqualTo(Duration.ofMinutes(2));
    }
}

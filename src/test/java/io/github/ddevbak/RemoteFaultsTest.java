package io.github.ddevbak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What goes wrong between here and a repository of a real restic, over a network of our own. */
class RemoteFaultsTest {
    @TempDir
    Path folder;

    private RemoteWorld world;

    @BeforeEach
    void makeASet() throws IOException {
        world = new RemoteWorld(folder);
        world.makeSet();
    }

    private InProcess run(String... words) {
        return world.run(words);
    }

    /** Something in the set that takes a while to send. */
    private void addMuch(int megabytes, long seed) throws IOException {
        byte[] much = new byte[megabytes << 20];
        new Random(seed).nextBytes(much);
        Files.write(world.destination().resolve("projects/shop/" + world.newest() + "/database/much"), much);
    }

    @Test
    void overTheNetworkASetIsCopiedAndComesBackAndTheServersPasswordIsNotShown() throws IOException {
        try (RestServer server = new RestServer(Files.createDirectories(folder.resolve("served")))) {
            world.configure("far", server.address("open-sesame"));
            InProcess init = run("copy", "--init");
            InProcess copy = run("copy", "--json", "-vv");
            InProcess status = run("status", "--only", "database");
            world.configure("far", server.address("guessed"));
            InProcess refused = run("copy");
            world.configure("far", server.address("open-sesame"));
            server.kill();
            InProcess gone = run("copy");

            assertThat(init.exit()).as(init.err()).isZero();
            assertThat(copy.exit()).as(copy.err()).isZero();
            assertThat(init.out() + init.err() + copy.out() + copy.err() + status.out())
                    .doesNotContain("open-sesame")
                    .contains("backup:***@");
            assertThat(status.out()).contains("far (this disk)");
            assertThat(refused.exit()).as(refused.err()).isEqualTo(12);
            assertThat(refused.err()).doesNotContain("guessed");
            assertThat(gone.exit()).as(gone.err()).isEqualTo(1);
            assertThat(gone.err()).contains("Nothing is lost; the next run goes on.");
        }
    }

    @Test
    void aServerThatIsKilledInTheMiddleLosesNothingAndTheNextRunGoesOn() throws IOException {
        addMuch(96, 7);
        Path served = Files.createDirectories(folder.resolve("served"));
        try (RestServer server = new RestServer(served)) {
            world.configure("far", server.address("open-sesame"));
            assertThat(run("copy", "--init").exit()).isZero();
            AtomicBoolean over = new AtomicBoolean();
            CompletableFuture<Void> killer = CompletableFuture.runAsync(() -> {
                while (!over.get() && !hasPacks(served)) {
                    Thread.onSpinWait();
                }
                server.kill();
            });
            InProcess cut = run("copy", "--timeout", "20s");
            over.set(true);
            killer.join();
            server.restart();
            InProcess next = run("copy");

            assertThat(cut.exit()).as(cut.out() + cut.err()).isEqualTo(1);
            assertThat(cut.err()).contains("1 set is not in far yet");
            assertThat(next.exit()).as(next.err()).isZero();
            assertThat(next.out()).contains("far: copied");
            assertThat(run("verify", "--remote").exit()).isZero();
        }
    }

    private static boolean hasPacks(Path served) {
        try (Stream<Path> files = Files.walk(served.resolve("data"))) {
            return files.anyMatch(Files::isRegularFile);
        } catch (IOException | UncheckedIOException changesMeanwhile) {
            return false;
        }
    }

    @Test
    void aLockOfAResticThatWasKilledIsRemovedAndOneOfALivingOneIsExit11() throws IOException {
        world.init();
        assertThat(run("copy").exit()).isZero();
        Process holder = world.holdLock();
        InProcess locked = run("verify", "--remote");
        holder.destroyForcibly().onExit().join();
        InProcess stale = run("verify", "--remote");

        assertThat(locked.exit()).as(locked.err()).isEqualTo(11);
        assertThat(locked.err()).contains("--lock-wait");
        assertThat(stale.exit()).as(stale.err()).isZero();
    }

    @Test
    void aFullDiskIsToldAndTheCopyIsMadeOnceThereIsRoom() throws IOException {
        Path small = folder.toRealPath().resolve("small");
        assumeTrue(world.mount(small, "4m"), "only root can mount a small disk");
        try {
            world.configure("small", small.resolve("r").toString());
            assertThat(run("copy", "--init").exit()).isZero();
            addMuch(6, 8);
            InProcess full = run("copy");
            assertThat(world.mount(small, "remount,size=64m")).isTrue();
            InProcess next = run("copy");

            assertThat(full.exit()).as(full.err()).isEqualTo(1);
            assertThat(full.err()).contains("no room left");
            assertThat(next.exit()).as(next.err()).isZero();
        } finally {
            world.unmount(small);
        }
    }
}

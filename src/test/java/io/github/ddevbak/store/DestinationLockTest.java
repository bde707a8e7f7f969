package io.github.ddevbak.store;

import static io.github.ddevbak.store.SampleRecords.NOW;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.ddevbak.project.Shell;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DestinationLockTest {
    @TempDir
    Path folder;

    private Path state;

    @BeforeEach
    void name() {
        state = folder.resolve("state/ddevbak");
    }

    @Test
    void theFileSaysWhoHoldsIt() {
        try (DestinationLock lock = DestinationLock.acquire(state, "snapshot\nshop", NOW, Duration.ZERO, () -> false)) {
            assertThat(lock).isNotNull();
            assertThat(state.resolve("lock"))
                    .hasContent("pid " + ProcessHandle.current().pid()
                            + "\ncommand snapshot\\nshop\nsince 2026-11-22T16:31:05Z");
            assertThat(Modes.of(state.resolve("lock"))).isEqualTo("rw-------");
            assertThat(Modes.of(state)).isEqualTo("rwx------");
        }
        assertThat(state.resolve("lock")).isEmptyFile();
    }

    @Test
    void aLockThatWasGivenBackIsFree() {
        DestinationLock.acquire(state, "all", NOW, Duration.ZERO, () -> false).close();

        DestinationLock.acquire(state, "all", NOW, Duration.ZERO, () -> false).close();
        assertThat(DestinationLock.tryAcquire(state, "all", NOW))
                .isPresent()
                .hasValueSatisfying(DestinationLock::close);
    }

    @Test
    void twoOfOneProcessDoNotBothHaveIt() throws Exception {
        Path link = Files.createSymbolicLink(folder.resolve("link"), Files.createDirectories(state));
        try (DestinationLock held = DestinationLock.acquire(state, "all", NOW, Duration.ZERO, () -> false)) {
            assertThat(held).isNotNull();
            assertThat(DestinationLock.tryAcquire(state, "list", NOW)).isEmpty();
            assertThat(DestinationLock.tryAcquire(link, "list", NOW)).isEmpty();
        }
    }

    @Test
    void askingAgainDoesNotGiveTheLockAwayToAnotherProcess() throws Exception {
        try (DestinationLock held = DestinationLock.acquire(state, "all", NOW, Duration.ZERO, () -> false)) {
            assertThat(held).isNotNull();
            assertThat(DestinationLock.tryAcquire(state, "list", NOW)).isEmpty();

            Shell.Ended other = Child.run(":", LockProgram.class, state.toString());

            assertThat(other.output()).isEqualTo("refused\n");
        }
    }

    @Test
    void theHolderIsNamedToThoseWhoFindItTaken() throws Exception {
        Process holder = Child.started("held", LockProgram.class, state.toString());
        try {
            assertThatThrownBy(() -> DestinationLock.acquire(state, "all", NOW, Duration.ZERO, () -> false))
                    .isInstanceOf(LockHeldException.class)
                    .hasMessageContaining("process " + holder.pid() + ", all, since 2026-11-22T16:31:05Z")
                    .hasMessageContaining("--lock-wait");
        } finally {
            holder.destroyForcibly().waitFor();
        }
    }

    @Test
    void manyReadSetsAndNobodyRemovesAnyMeanwhile() throws Exception {
        Process reader = Child.started("held", LockProgram.class, state.toString(), "reading");
        Process another = Child.started("held", LockProgram.class, state.toString(), "reading");
        try {
            assertThat(Child.run(":", LockProgram.class, state.toString(), "removing")
                            .output())
                    .isEqualTo("refused\n");
            assertThat(Child.run(":", LockProgram.class, state.toString()).output())
                    .as("a run need not wait for those who only read")
                    .isEqualTo("held\n");
        } finally {
            reader.destroyForcibly().waitFor();
            another.destroyForcibly().waitFor();
        }
        Process remover = Child.started("held", LockProgram.class, state.toString(), "removing");
        try {
            assertThat(Child.run(":", LockProgram.class, state.toString(), "reading")
                            .output())
                    .isEqualTo("refused\n");
        } finally {
            remover.destroyForcibly().waitFor();
        }
    }

    @Test
    void theLockOfAKilledHolderIsFreeAtOnce() throws Exception {
        Process holder = Child.started("held", LockProgram.class, state.toString());
        boolean takenBefore = DestinationLock.tryAcquire(state, "all", NOW).isPresent();

        holder.destroyForcibly().waitFor();

        assertThat(takenBefore).isFalse();
        assertThat(DestinationLock.tryAcquire(state, "all", NOW))
                .isPresent()
                .hasValueSatisfying(DestinationLock::close);
    }

    @Test
    void whoWaitsGetsItWhenTheHolderEnds() throws Exception {
        Process holder = Child.started("held", LockProgram.class, state.toString());
        AtomicInteger asked = new AtomicInteger();

        try (DestinationLock lock = DestinationLock.acquire(state, "all", NOW, Duration.ofHours(1), () -> {
            asked.incrementAndGet();
            holder.destroyForcibly();
            return false;
        })) {
            assertThat(lock).isNotNull();
        }
        assertThat(asked).hasPositiveValue();
    }

    /** {@code -Dddevbak.lock.processes=40 -Dddevbak.lock.rounds=100} for the long form. */
    @Test
    void ofManyProcessesOneAtATimeHasIt() throws Exception {
        int processes = Integer.getInteger("ddevbak.lock.processes", 4);
        int rounds = Integer.getInteger("ddevbak.lock.rounds", 25);
        Path counter = Files.writeString(folder.resolve("counter"), "0");
        List<Process> all = new ArrayList<>();
        for (int i = 0; i < processes; i++) {
            all.add(Child.start(LockRoundsProgram.class, state.toString(), counter.toString(), "" + rounds));
        }

        for (Process one : all) {
            assertThat(new String(one.getInputStream().readAllBytes(), UTF_8)).isEqualTo("done\n");
        }
        assertThat(counter).hasContent("" + processes * rounds);
    }

    @Test
    void waitingEndsWhenItIsCancelledOrInterrupted() {
        try (DestinationLock held = DestinationLock.acquire(state, "all", NOW, Duration.ZERO, () -> false)) {
            assertThat(held).isNotNull();
            assertThatThrownBy(() -> DestinationLock.acquire(state, "all", NOW, Duration.ofDays(4000), () -> true))
                    .isInstanceOf(LockHeldException.class);

            Thread.currentThread().interrupt();
            assertThatThrownBy(() -> DestinationLock.acquire(state, "all", NOW, Duration.ofDays(4000), () -> false))
                    .isInstanceOf(LockHeldException.class);
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    @Test
    void aWaitOfAsLongAsCanBeIsNotTakenForNone() {
        try (DestinationLock held = DestinationLock.acquire(state, "all", NOW, Duration.ZERO, () -> false)) {
            assertThat(held).isNotNull();
            AtomicInteger asked = new AtomicInteger();
            assertThatThrownBy(() -> DestinationLock.acquire(
                            state, "all", NOW, Duration.ofSeconds(Long.MAX_VALUE), () -> asked.incrementAndGet() > 1))
                    .isInstanceOf(LockHeldException.class);
            assertThat(asked).hasValue(2);
        }
    }

    @Test
    void aStateFolderThatCannotBeMadeIsToldWithWhatToDo() throws Exception {
        Files.writeString(folder.resolve("state"), "in the way");

        assertThatThrownBy(() -> DestinationLock.tryAcquire(state, "all", NOW))
                .isInstanceOf(DestinationException.class)
                .hasMessageContaining("XDG_STATE_HOME");
    }
}

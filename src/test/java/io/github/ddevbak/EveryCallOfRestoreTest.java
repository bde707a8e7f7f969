package io.github.ddevbak;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ddevbak.demo.Fault;
import io.github.ddevbak.demo.Faults;
import io.github.ddevbak.demo.RecordedWorld;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ArgumentsSource;

/** Whichever call of a restore goes wrong: what was there before is in a set, and the next restore puts all right. */
class EveryCallOfRestoreTest {
    @TempDir
    Path folder;

    @Test
    void noRestoreMakesMoreCallsThanAreCut() throws IOException {
        for (String from : List.of("dump", "snapshot")) {
            Files.createDirectories(folder.resolve(from));
            RecordedWorld world = damaged(folder.resolve(from).resolve("home"), "paused");

            restore(world, Faults.NONE, from);

            assertThat(world.calls()).isBetween(14, RestoreCuts.CALLS);
        }
    }

    @ParameterizedTest(name = "{0}, {1}, {2}")
    @ArgumentsSource(RestoreCuts.class)
    void aRestoreCutAtAnyCallLosesNothingAndSaysSoAndTheNextOneSucceeds(Fault fault, String from, String state)
            throws IOException {
        RecordedWorld world = damaged(folder.resolve("home"), state);
        String damaged = world.server("sleepy");
        Map<String, String> before = world.containers("sleepy");
        StoredSets sets = new StoredSets(destination());

        InProcess cut = restore(world, Faults.of(fault), from);

        assertThat(sets.objections("sleepy")).as(cut.err()).isEmpty();
        boolean overwritten = !world.server("sleepy").equals(damaged);
        boolean copied = sets.of("sleepy").stream()
                .anyMatch(set -> set.getFileName().toString().endsWith("before-restore"));
        assertThat(copied || !overwritten).as(cut.err()).isTrue();
        assertThat(cut.exit() != 0 || world.server("sleepy").equals(good()))
                .as(cut.out() + cut.err())
                .isTrue();
        if (fault.kind() != Fault.Kind.DOCKER_DOWN) {
            assertThat(world.containers("sleepy")).as(cut.err()).isEqualTo(before);
        }
        InProcess next = restore(world.again(), Faults.NONE, from);
        assertThat(next.exit()).as(next.err()).isZero();
        assertThat(world.server("sleepy")).isEqualTo(good());
        assertThat(sets.objections("sleepy")).isEmpty();
        assertThat(world.containers("sleepy")).as(cut.err() + next.err()).isEqualTo(before);
        assertThat(world.leftInContainer("sleepy")).isEmpty();
        assertThat(world.approot("sleepy").resolve(".ddev/db_snapshots"))
                .satisfiesAnyOf(
                        kept -> assertThat(kept).doesNotExist(),
                        kept -> assertThat(kept).isEmptyDirectory());
    }

    private String good() {
        return "[SimulatedDatabase[name=db, tables=[Table[name=product, rows=50]], sequences=[], views=[],"
                + " materializedViews=[], routines=[], events=[], triggers=[]]] []";
    }

    private RecordedWorld damaged(Path home, String state) throws IOException {
        RecordedWorld world = new RecordedWorld(home, "sleepy");
        InProcess saved = InProcess.run(world, Faults.NONE, words("all", "--only", "database"));
        assertThat(saved.exit()).as(saved.err()).isZero();
        world.damage("sleepy");
        world.set("sleepy", state);
        Files.delete(home.resolve("simulated/calls.log"));
        return world.again();
    }

    private InProcess restore(RecordedWorld world, Faults faults, String from) {
        return InProcess.run(world, faults, words("restore", "sleepy", "--yes", "--from", from));
    }

    private List<String> words(String... words) {
        return java.util.stream.Stream.concat(
                        List.of(words).stream(), List.of("--dest", destination().toString()).stream())
                .toList();
    }

    private Path destination() {
        return folder.resolve("backups");
    }
}

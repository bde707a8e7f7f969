package io.github.ddevbak;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ddevbak.demo.Fault;
import io.github.ddevbak.demo.Faults;
import io.github.ddevbak.demo.RecordedWorld;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ArgumentsSource;

/** Whichever call of ddev or docker goes wrong, nothing half is a set, and at the latest the next run puts back. */
class EveryCallTest {
    @TempDir
    Path folder;

    @Test
    void noRunMakesMoreCallsThanAreCut() throws IOException {
        RecordedWorld world = new RecordedWorld(folder.resolve("home"), "sleepy");
        world.set("sleepy", "paused");

        InProcess.run(
                world,
                Faults.NONE,
                List.of(
                        "all",
                        "--only",
                        "database",
                        "--dest",
                        folder.resolve("b").toString()));

        assertThat(world.calls()).isBetween(10, Cuts.CALLS);
    }

    @ParameterizedTest(name = "{0}, {1}")
    @ArgumentsSource(Cuts.class)
    void aRunCutAtAnyCallKeepsNothingHalfAndTheNextOnePutsBack(Fault fault, String state) throws IOException {
        RecordedWorld world = new RecordedWorld(folder.resolve("home"), "sleepy");
        world.set("sleepy", state);
        Map<String, String> before = world.containers("sleepy");
        StoredSets sets = new StoredSets(folder.resolve("backups"));
        List<String> all = List.of(
                "all",
                "--json",
                "--only",
                "database",
                "--dest",
                sets.destination().toString());

        InProcess cut = InProcess.run(world, Faults.of(fault), all);
        List<String> objections = sets.objections("sleepy");
        Map<String, String> between = world.containers("sleepy");
        InProcess next = InProcess.run(world.again(), Faults.NONE, all);

        assertThat(objections).as(cut.err()).isEmpty();
        if (fault.kind() != Fault.Kind.DOCKER_DOWN) {
            assertThat(between).as(cut.err()).isEqualTo(before);
        }
        assertThat(next.exit()).as(next.err()).isZero();
        assertThat(next.part("sleepy", "database")).isEqualTo("ok");
        assertThat(sets.objections("sleepy")).isEmpty();
        assertThat(world.containers("sleepy")).as(cut.err()).isEqualTo(before);
        assertThat(world.leftInContainer("sleepy")).isEmpty();
    }
}

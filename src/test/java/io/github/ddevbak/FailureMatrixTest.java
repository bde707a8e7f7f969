package io.github.ddevbak;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ddevbak.demo.Faults;
import io.github.ddevbak.demo.RecordedWorld;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ArgumentsSource;

/** Failure by command by project state: in every cell the truth is told, nothing half is kept, all is put back. */
class FailureMatrixTest {
    @TempDir
    Path folder;

    @ParameterizedTest(name = "{0}")
    @ArgumentsSource(Cells.class)
    void theTruthIsToldNothingHalfIsKeptAndAllIsPutBack(Cell cell) throws IOException {
        RecordedWorld world = new RecordedWorld(folder.resolve("home"), "shop", "blog");
        world.set("shop", cell.state());
        world.set("blog", "stopped");
        Map<String, String> before = world.containers("shop");
        StoredSets sets = new StoredSets(folder.resolve("backups"));

        InProcess run = InProcess.run(
                world, Faults.parse(cell.fault()), cell.words(sets.destination().toString()));

        assertThat(run.part("shop", "database")).as(run.out() + run.err()).isEqualTo(cell.part());
        assertThat(run.exit()).as(run.out() + run.err()).isEqualTo(cell.exit());
        assertThat(sets.objections("shop")).isEmpty();
        assertThat(sets.objections("blog")).isEmpty();
        if (cell.part().equals("failed")) {
            for (Path set : sets.of("shop")) {
                assertThat(StoredSets.files(set)).noneMatch(file -> file.startsWith("database/"));
            }
        }
        assertThat(world.containers("shop")).isEqualTo(before);
        assertThat(world.containers("blog")).isEmpty();
        assertThat(world.leftInContainer("shop")).isEmpty();
        assertThat(folder.resolve("home/.local/state/ddevbak/started"))
                .satisfiesAnyOf(
                        started -> assertThat(started).doesNotExist(),
                        started -> assertThat(started).isEmptyDirectory());
        assertThat(sets.snapshotObjections(world.approot("shop").resolve(".ddev/db_snapshots")))
                .isEmpty();
        if (!cell.command().equals("snapshot")) {
            assertThat(world.approot("shop").resolve(".ddev/db_snapshots"))
                    .satisfiesAnyOf(
                            kept -> assertThat(kept).doesNotExist(),
                            kept -> assertThat(kept).isDirectoryNotContaining("glob:**/ddevbak-*"));
        }
    }
}

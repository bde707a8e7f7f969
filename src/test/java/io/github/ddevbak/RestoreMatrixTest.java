package io.github.ddevbak;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ddevbak.demo.Faults;
import io.github.ddevbak.demo.RecordedWorld;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Failure by source by project state: what is called back is back, what is not is told, and all is put back as found. */
class RestoreMatrixTest {
    /** A failure, then the exit code of a restore from dumps, from the snapshot. */
    private static final String ROWS = """
            EXIT_1@IMPORT_DB:shop                       | 1 | 0
            EXIT_255@IMPORT_DB:shop                     | 1 | 0
            FAILS_WITH_EXIT_0@IMPORT_DB:shop            | 1 | 0
            LIES@IMPORT_DB:shop                         | 1 | 0
            EMPTY_FILE@IMPORT_DB:shop                   | 1 | 0
            PARTIAL_FILE@IMPORT_DB:shop                 | 1 | 0
            STALE_FILE@IMPORT_DB:shop                   | 1 | 0
            ROW_LOST@IMPORT_DB:shop                     | 1 | 0
            CONNECTION_LOST@IMPORT_DB:shop              | 1 | 0
            CONNECTION_LOST_WITH_EXIT_0@IMPORT_DB:shop  | 1 | 0
            DISK_FULL@IMPORT_DB:shop                    | 1 | 0
            HANGS@IMPORT_DB:shop                        | 1 | 0
            DIES_HALF_WAY@IMPORT_DB:shop                | 1 | 0
            CANCELLED_HALF_WAY@IMPORT_DB:shop           | 130 | 0
            NOT_UTF8@IMPORT_DB:shop                     | 0 | 0
            EXIT_1@RESTORE:shop                         | 0 | 1
            FAILS_WITH_EXIT_0@RESTORE:shop              | 0 | 1
            LIES@RESTORE:shop                           | 0 | 1
            STALE_FILE@RESTORE:shop                     | 0 | 1
            CONNECTION_LOST@RESTORE:shop                | 0 | 1
            HANGS@RESTORE:shop                          | 0 | 1
            DIES_HALF_WAY@RESTORE:shop                  | 0 | 1
            CANCELLED_HALF_WAY@RESTORE:shop             | 0 | 130
            EXIT_1@LOAD:shop                            | 0 | 0
            EXIT_1@QUERY:shop                           | 1 | 1
            HANGS@QUERY:shop                            | 1 | 1
            EXIT_1@DUMP:shop                            | 1 | 1
            EXIT_1@DESCRIBE:shop#1                      | 1 | 1
            CANCELLED_HALF_WAY@DUMP:shop                | 130 | 130
            EXIT_1@LIST                                 | 0 | 0
            DOCKER_DOWN@ANY                             | 10 | 10
            NOT_INSTALLED@ANY                           | 10 | 10
            JSON_NOISE@DESCRIBE:shop                    | 0 | 0
            """;

    @TempDir
    Path folder;

    static Stream<Arguments> cells() {
        return ROWS.lines().flatMap(line -> {
            String[] columns = line.split("\\|", -1);
            return Stream.of("dump", "snapshot")
                    .flatMap(from -> Stream.of("running", "stopped", "paused")
                            .map(state -> Arguments.of(
                                    columns[0].strip(),
                                    from,
                                    state,
                                    Integer.parseInt(columns[from.equals("dump") ? 1 : 2].strip()))));
        });
    }

    @ParameterizedTest(name = "{0}, {1}, {2}")
    @MethodSource("cells")
    void theTruthIsToldAndAllIsPutBack(String fault, String from, String state, int exit) throws IOException {
        RecordedWorld world = new RecordedWorld(folder.resolve("home"), "shop");
        String destination = folder.resolve("backups").toString();
        InProcess.run(world, Faults.NONE, List.of("all", "--only", "database", "--dest", destination));
        String good = world.server("shop");
        world.damage("shop");
        world.set("shop", state);
        String damaged = world.server("shop");
        Map<String, String> containers = world.containers("shop");
        Files.deleteIfExists(folder.resolve("home/simulated/calls.log"));

        InProcess run = InProcess.run(
                world.again(),
                Faults.parse(fault),
                List.of("restore", "shop", "--from", from, "--yes", "--dest", destination));

        assertThat(run.exit()).as(run.out() + run.err()).isEqualTo(exit);
        if (exit == 0) {
            assertThat(world.server("shop")).isEqualTo(good);
        } else if (!world.server("shop").equals(damaged)) {
            assertThat(new StoredSets(Path.of(destination)).of("shop")).hasSize(2);
        }
        assertThat(new StoredSets(Path.of(destination)).objections("shop")).isEmpty();
        assertThat(world.containers("shop")).as(run.err()).isEqualTo(containers);
        assertThat(folder.resolve("home/.local/state/ddevbak/started"))
                .satisfiesAnyOf(
                        started -> assertThat(started).doesNotExist(),
                        started -> assertThat(started).isEmptyDirectory());
        assertThat(world.approot("shop").resolve(".ddev/db_snapshots"))
                .satisfiesAnyOf(
                        kept -> assertThat(kept).doesNotExist(),
                        kept -> assertThat(kept).isEmptyDirectory());
    }
}

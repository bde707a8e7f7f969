package io.github.ddevbak;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ddevbak.demo.Faults;
import io.github.ddevbak.demo.RecordedWorld;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RestoreTest {
    @TempDir
    Path folder;

    @ParameterizedTest(name = "{0} {1} from {2}")
    @CsvSource({
        "shop, running, dump",
        "shop, stopped, dump",
        "shop, paused, dump",
        "shop, db=exited, dump",
        "pgapp, running, dump",
        "pgapp, stopped, dump",
        "pgapp, web=exited, dump",
        "shop, running, snapshot",
        "shop, stopped, snapshot",
        "shop, paused, snapshot",
        "shop, web=exited, snapshot",
        "pgapp, running, snapshot",
        "pgapp, stopped, snapshot",
        "pgapp, web=exited, snapshot",
        "pgapp, db=exited, snapshot",
    })
    void whatWasLostComesBackAndTheProjectIsAsItWasFound(String name, String state, String from) throws IOException {
        RecordedWorld world = saved(name);
        String good = world.server(name);
        world.damage(name);
        world.set(name, state);
        Map<String, String> containers = world.containers(name);

        InProcess restored = run(world, "", "restore", name, "--from", from, "--yes", "--json");

        assertThat(restored.exit()).as(restored.out() + restored.err()).isZero();
        assertThat(world.server(name)).isEqualTo(good);
        assertThat(world.containers(name)).isEqualTo(containers);
        assertThat(restored.out()).contains("\"schema\": \"ddevbak/restore/1\"").contains("before-restore");
        if (!name.equals("pgapp")) {
            assertThat(new StoredSets(destination()).objections(name)).isEmpty();
        }
        assertThat(new StoredSets(destination()).of(name)).hasSize(2);
        nothingIsLeft(world, name);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"running, false", "stopped, false", "paused, false", "web=exited, true", "db=exited, true"})
    void aProjectThatWasHalfUpBeforeIsToldOfAndNoOther(String state, boolean told) throws IOException {
        RecordedWorld world = saved("pgapp");
        world.set("pgapp", state);

        InProcess restored = run(world, "", "restore", "pgapp", "--from", "snapshot", "--yes");

        assertThat(restored.exit()).as(restored.err()).isZero();
        String sentence = "'pgapp' was unhealthy (" + state.replace("=", ": ")
                + ") before the restore and is put back so; 'ddev start pgapp' makes all of it run.";
        assertThat(restored.out().contains(sentence)).as(restored.out()).isEqualTo(told);
        assertThat(restored.out().contains("put back so")).isEqualTo(told);
    }

    @Test
    void whatWasThereBeforeCanBePutBackByItsSetAndIsNeverTheLatest() throws IOException {
        RecordedWorld world = saved("shop");
        String good = world.server("shop");
        world.damage("shop");
        String damaged = world.server("shop");
        run(world, "", "restore", "shop", "--yes");
        String before = new StoredSets(destination())
                .of("shop").stream()
                        .map(set -> set.getFileName().toString())
                        .filter(id -> id.contains("before-restore"))
                        .findFirst()
                        .orElseThrow();

        InProcess back = run(world.again(), "", "restore", "shop", "--yes", "--set", before);
        String then = world.server("shop");
        InProcess latest = run(world.again(), "", "restore", "shop", "--yes");

        assertThat(back.exit()).as(back.err()).isZero();
        assertThat(then).isEqualTo(damaged);
        assertThat(latest.exit()).as(latest.err()).isZero();
        assertThat(world.server("shop")).isEqualTo(good);
    }

    @Test
    void latestStaysWhereItIsForThoseWhoRestoreByHandAndForEveryCommand() throws IOException {
        RecordedWorld world = saved("shop");
        Path latest = destination().resolve("projects/shop/latest");
        String usual = latest.toRealPath().getFileName().toString();
        world.damage("shop");

        InProcess restored = run(world, "", "restore", "shop", "--yes");

        assertThat(restored.exit()).as(restored.err()).isZero();
        assertThat(new StoredSets(destination()).of("shop")).hasSize(2);
        assertThat(latest.toRealPath()).hasFileName(usual);
        assertThat(run(world.again(), "", "show", "shop").out()).contains("set " + usual + ",");
        InProcess verified = run(world.again(), "", "verify", "shop", "--set", "latest", "--json");
        assertThat(verified.out()).contains("\"" + usual + "\"").doesNotContain("before-restore");
    }

    @Test
    void theLatestSetIsTheNewestThatHasWhatIsWanted() throws IOException {
        RecordedWorld world = saved("shop");
        run(world.again(), "", "all", "--only", "database", "--no-snapshot");
        String good = world.server("shop");
        world.damage("shop");

        InProcess restored = run(world.again(), "", "restore", "shop", "--yes", "--from", "snapshot");

        assertThat(restored.exit()).as(restored.err()).isZero();
        assertThat(world.server("shop")).isEqualTo(good);
    }

    @Test
    void onlyTheDatabaseThatWasNamedIsReplaced() throws IOException {
        RecordedWorld world = saved("shop");
        world.damage("shop");

        InProcess restored = run(world, "", "restore", "shop", "--yes", "--database", "reporting");

        assertThat(restored.exit()).as(restored.err()).isZero();
        assertThat(world.server("shop"))
                .contains("name=db, tables=[Table[name=cache_my, rows=20]]")
                .contains("name=reporting, tables=[Table[name=cache_my, rows=20], Table[name=product, rows=400]]");
    }

    @Test
    void withoutATerminalAndWithoutAYesNothingIsTouched() throws IOException {
        RecordedWorld world = saved("shop");
        world.damage("shop");
        String damaged = world.server("shop");

        InProcess refused = run(world, "", "restore", "shop");

        assertThat(refused.exit()).isEqualTo(2);
        assertThat(refused.err()).contains("there is no terminal to ask on").contains("--yes");
        assertThat(world.server("shop")).isEqualTo(damaged);
        assertThat(new StoredSets(destination()).of("shop")).hasSize(1);
    }

    @Test
    void aDryRunTellsThePlanAndTouchesNothing() throws IOException {
        RecordedWorld world = saved("shop");
        world.damage("shop");
        String damaged = world.server("shop");

        InProcess plan = run(world, "", "restore", "shop", "--dry-run");

        assertThat(plan.exit()).isZero();
        assertThat(plan.out())
                .contains("save: save the database of 'shop' as it is now in a set labelled before-restore")
                .contains("database: drop database 'db' and import it from set 20261122T163105Z: 2 tables, 420 rows")
                .contains("Nothing was done (--dry-run).");
        assertThat(world.server("shop")).isEqualTo(damaged);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "restore shop --yes --set 2020-01-01 | there is no set '2020-01-01' of project 'shop'",
                "restore shopp --yes | there is no set of a project named 'shopp'",
                "restore shop --yes --database nope | has no dump of a database 'nope'",
                "restore shop --yes --files | no set of project 'shop' holds a good copy of its files",
                "restore shop --yes --set 20261122 --code | holds no good copy of its code (skipped)",
                "restore shop --yes --from snapshot --database db | contradict each other",
                "restore shop --all --yes | contradict each other",
                "restore shop --yes --as shop | there is a project 'shop' already",
                "restore shop --yes --as ../x | cannot name a project",
            })
    void whatCannotBeMeantIsASentenceAndExit2(String command, String sentence) throws IOException {
        RecordedWorld world = saved("shop");
        String good = world.server("shop");

        InProcess refused = run(world, "", command.split(" ", -1));

        assertThat(refused.err()).contains(sentence);
        assertThat(refused.exit()).isEqualTo(2);
        assertThat(world.server("shop")).isEqualTo(good);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"db.sql.gz, dump", "snapshot, snapshot"})
    void aDamagedSetIsRefusedAndTheNewestGoodOtherOneNamed(String artefact, String from) throws IOException {
        RecordedWorld world = saved("shop");
        Path older = new StoredSets(destination()).of("shop").get(0);
        run(world.again(), "", "all", "--only", "database");
        Path newer = new StoredSets(destination()).of("shop").get(1);
        Path file = newer.resolve("database").resolve(artefact);
        if (Files.isDirectory(file)) {
            try (var files = Files.list(file)) {
                file = files.findFirst().orElseThrow();
            }
        }
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 4;
        Files.write(file, bytes);
        world.damage("shop");
        String damaged = world.server("shop");

        InProcess refused = run(world.again(), "", "restore", "shop", "--yes", "--from", from);

        assertThat(refused.exit()).isEqualTo(1);
        assertThat(refused.err()).contains("nothing was touched").contains("--set " + older.getFileName());
        assertThat(world.server("shop")).isEqualTo(damaged);
    }

    @Test
    void whatCannotBeSavedFirstIsNotOverwritten() throws IOException {
        RecordedWorld world = saved("shop");
        world.damage("shop");
        String damaged = world.server("shop");

        InProcess refused = run(world, "EXIT_1@DUMP", "restore", "shop", "--yes");
        String then = world.server("shop");
        InProcess forced = run(world.again(), "EXIT_1@DUMP", "restore", "shop", "--yes", "--no-safety-copy");

        assertThat(refused.exit()).isEqualTo(1);
        assertThat(refused.err()).contains("nothing was touched").contains("--no-safety-copy");
        assertThat(then).isEqualTo(damaged);
        assertThat(forced.exit()).as(forced.err()).isZero();
    }

    @Test
    void aSnapshotOfAnotherServerIsRefusedBeforeItIsTried() throws IOException {
        RecordedWorld world = saved("shop");
        Path configuration = world.approot("shop").resolve(".ddev/config.yaml");
        Files.writeString(configuration, Files.readString(configuration).replace("11.8", "10.11"));
        String good = world.server("shop");

        InProcess refused = run(world, "", "restore", "shop", "--yes", "--from", "snapshot");

        assertThat(refused.exit()).isEqualTo(1);
        assertThat(refused.err()).contains("fits mariadb:11.8, and the project's is mariadb:10.11");
        assertThat(world.server("shop")).isEqualTo(good);
    }

    private RecordedWorld saved(String name) throws IOException {
        RecordedWorld world = new RecordedWorld(folder.resolve("home"), name);
        InProcess made = run(world, "", "all", "--only", "database");
        assertThat(made.exit()).as(made.err()).isZero();
        return world.again();
    }

    private Path destination() {
        return folder.resolve("backups");
    }

    private InProcess run(RecordedWorld world, String faults, String... words) {
        List<String> all = new ArrayList<>(List.of(words));
        all.addAll(List.of("--dest", destination().toString()));
        return InProcess.run(world, Faults.parse(faults), all);
    }

    private void nothingIsLeft(RecordedWorld world, String name) {
        assertThat(folder.resolve("home/.local/state/ddevbak/started")).isEmptyDirectory();
        assertThat(world.approot(name).resolve(".ddev/db_snapshots"))
                .satisfiesAnyOf(
                        kept -> assertThat(kept).doesNotExist(),
                        kept -> assertThat(kept).isEmptyDirectory());
    }
}

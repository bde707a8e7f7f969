package io.github.ddevbak.backup;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ddevbak.project.Finding;
import io.github.ddevbak.project.Part;
import io.github.ddevbak.project.PartState;
import io.github.ddevbak.project.ProjectName;
import io.github.ddevbak.settings.SuspectLimits;
import io.github.ddevbak.store.Artefact;
import io.github.ddevbak.store.PartRecord;
import io.github.ddevbak.store.SetRecord;
import io.github.ddevbak.store.StoredSet;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EmptiedTest {
    private static final ProjectName SHOP = new ProjectName("shop");
    private static final SuspectLimits USUAL = new SuspectLimits(50, 20, 10);
    private static final String ID = "20261121T030000Z";

    private static Map<String, Object> database(String name, long tables, long rows, long bytes) {
        return Map.of(
                "name",
                name,
                "file",
                "database/" + name + ".sql.gz",
                "tables",
                tables,
                "rows",
                rows,
                "plainBytes",
                bytes);
    }

    @SafeVarargs
    @SuppressWarnings("varargs")
    private static PartRecord part(PartState state, Map<String, Object>... databases) {
        return new PartRecord(Part.DATABASE, state, List.of(), Map.of("databases", List.of(databases)), 1);
    }

    private static StoredSet set(PartRecord part) {
        List<Artefact> artefacts = List.of(
                new Artefact("database/db.sql.gz", Part.DATABASE, 9, "ab".repeat(32)),
                new Artefact("database/other.sql.gz", Part.DATABASE, 9, "ab".repeat(32)));
        SetRecord record = new SetRecord(
                SetRecord.SCHEMA,
                "shop",
                ID,
                "",
                Instant.EPOCH,
                "/shop",
                "",
                "",
                "",
                Map.of(),
                List.of(part),
                artefacts,
                "recoverable",
                "mistake",
                1);
        return new StoredSet(SHOP, ID, Path.of("/sets/shop/" + ID), record);
    }

    private static PartRecord judged(PartRecord before, PartRecord now) {
        return Emptied.judged(SHOP, now, List.of(set(before)), true, USUAL);
    }

    @ParameterizedTest
    @CsvSource({
        "100,1000,1000000, 100,1000,1000000, OK",
        "100,1000,1000000, 50,1000,1000000, OK",
        "100,1000,1000000, 49,1000,1000000, SUSPECT",
        "100,1000,1000000, 100,200,1000000, OK",
        "100,1000,1000000, 100,199,1000000, SUSPECT",
        "100,1000,1000000, 100,1000,100000, OK",
        "100,1000,1000000, 100,1000,99999, SUSPECT",
        "100,1000,1000000, 0,0,900, SUSPECT",
        "3,199,199999, 1,1,900, OK",
        "1,0,900, 0,0,700, SUSPECT",
        "1,1,900, 1,0,700, SUSPECT",
        "0,0,700, 0,0,700, OK",
        "1,10,900, 100,1000,1000000, OK"
    })
    void aDatabaseIsSuspectWhereItFellUnderAShareOrToNothingAndSmallOnesAreExcused(
            long tables, long rows, long bytes, long nowTables, long nowRows, long nowBytes, PartState state) {
        PartRecord before = part(PartState.OK, database("db", tables, rows, bytes));
        PartRecord now = part(PartState.OK, database("db", nowTables, nowRows, nowBytes));
        assertThat(judged(before, now).state()).isEqualTo(state);
    }

    @Test
    void theFindingHasTheFiguresAndWhatToDo() {
        Finding told = judged(
                        part(PartState.OK, database("db", 12, 1350, 300_000)),
                        part(PartState.AT_RISK, database("db", 0, 0, 900)))
                .findings()
                .get(0);
        assertThat(told.code()).isEqualTo("database.suspect");
        assertThat(told.sentence())
                .isEqualTo("'shop' looks emptied against its set " + ID
                        + ": database 'db' fell from 12 to 0 tables and from 1350 to 0 rows and from 300000 to 900"
                        + " bytes.");
        assertThat(told.hint()).contains("ddevbak restore shop", "ddevbak status --accept shop");
    }

    @Test
    void aDatabaseThatVanishedFromTheServerIsSuspectUnlessItHeldNothingOrWasNotAskedFor() {
        PartRecord before = part(PartState.OK, database("db", 1, 1, 900), database("other", 3, 9, 900));
        PartRecord now = part(PartState.OK, database("db", 1, 1, 900));
        assertThat(judged(before, now).findings())
                .singleElement()
                .satisfies(f -> assertThat(f.sentence())
                        .contains("database 'other' is gone from the server (it had 3 tables and 9 rows)"));
        assertThat(Emptied.judged(SHOP, now, List.of(set(before)), false, USUAL).state())
                .isEqualTo(PartState.OK);
        PartRecord hollow = part(PartState.OK, database("db", 1, 1, 900), database("other", 0, 0, 900));
        assertThat(judged(hollow, now).state()).isEqualTo(PartState.OK);
    }

    @Test
    void afterAnAcceptedSetOfNoDatabaseAnOlderOneIsNotComparedAnyMore() {
        List<StoredSet> good =
                List.of(set(part(PartState.SUSPECT)), set(part(PartState.OK, database("db", 12, 1350, 300_000))));
        assertThat(Emptied.judged(SHOP, part(PartState.OK), good, true, USUAL).state())
                .isEqualTo(PartState.OK);
    }

    @Test
    void aSetOfSomeDatabasesOnlyIsNotWhatTheNextIsComparedWith() {
        PartRecord some = new PartRecord(
                Part.DATABASE,
                PartState.OK,
                List.of(),
                Map.of("databases", List.of(database("other", 3, 9, 900)), "partial", true),
                1);
        List<StoredSet> good = List.of(set(some), set(part(PartState.OK, database("db", 12, 1350, 300_000))));
        PartRecord now = part(PartState.OK, database("other", 3, 9, 900));
        assertThat(Emptied.judged(SHOP, now, good, true, USUAL).state()).isEqualTo(PartState.SUSPECT);
    }

    @Test
    void aPartThatFailedOrHasNoDumpIsNotJudged() {
        PartRecord before = part(PartState.OK, database("db", 12, 1350, 300_000));
        assertThat(judged(before, part(PartState.FAILED)).state()).isEqualTo(PartState.FAILED);
        PartRecord snapshotOnly = new PartRecord(Part.DATABASE, PartState.OK, List.of(), Map.of(), 1);
        assertThat(judged(before, snapshotOnly)).isEqualTo(snapshotOnly);
    }

    @Test
    void aShareOfNothingTurnsAFigureOff() {
        PartRecord before = part(PartState.OK, database("db", 12, 1350, 300_000));
        PartRecord now = part(PartState.OK, database("db", 0, 0, 900));
        assertThat(Emptied.judged(SHOP, now, List.of(set(before)), true, new SuspectLimits(0, 0, 0))
                        .state())
                .isEqualTo(PartState.OK);
    }
}

package io.github.ddevbak.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ddevbak.project.SchemaCounts;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DumpInspectorTest {
    private static final byte[] MARIADB = Dumps.resource("dumps/mariadb-10.11-hostile.sql");
    private static final byte[] POSTGRES = Dumps.resource("dumps/postgres-15-hostile.sql");

    @Test
    void aRealMariadbDumpOfAHostileDatabaseHoldsWhatTheServerCounted() {
        DumpInspector dump = Dumps.inspected(DumpDialect.MYSQL, MARIADB);

        assertThat(dump.objection()).isEmpty();
        assertThat(dump.counts()).isEqualTo(new SchemaCounts(7, 2, 4, 0, 10, 2, 4));
        assertThat(dump.rows()).isEqualTo(18);
    }

    @ParameterizedTest
    @ValueSource(strings = {"postgres-15-hostile", "postgres-15-hostile-inserts"})
    void aRealPostgresDumpOfAHostileDatabaseHoldsWhatTheServerCounted(String name) {
        DumpInspector dump = Dumps.inspected(DumpDialect.POSTGRES, Dumps.resource("dumps/" + name + ".sql"));

        assertThat(dump.objection()).isEmpty();
        assertThat(dump.counts()).isEqualTo(new SchemaCounts(15, 5, 6, 3, 14, 0, 6));
        assertThat(dump.rows()).isEqualTo(14);
    }

    @Test
    void aDumpForcedPastABrokenViewIsWholeAndHoldsThatViewToo() {
        DumpInspector dump =
                Dumps.inspected(DumpDialect.MYSQL, Dumps.resource("dumps/mariadb-10.11-broken-view-forced.sql"));

        assertThat(dump.objection()).isEmpty();
        assertThat(dump.counts()).isEqualTo(new SchemaCounts(1, 0, 3, 0, 0, 0, 0));
    }

    @Test
    void aPostgresDumpWithNonstandardStringsIsWhole() {
        DumpInspector dump =
                Dumps.inspected(DumpDialect.POSTGRES, Dumps.resource("dumps/postgres-15-nonstandard-strings.sql"));

        assertThat(dump.objection()).isEmpty();
        assertThat(dump.counts()).isEqualTo(new SchemaCounts(2, 0, 0, 0, 0, 0, 0));
        assertThat(dump.rows()).isEqualTo(1);
    }

    @Test
    void whatDdevExportsIsWhole() {
        DumpInspector dump =
                Dumps.inspected(DumpDialect.MYSQL, Dumps.resource("recorded/207-export-stdout-plain/stdout"));

        assertThat(dump.objection()).isEmpty();
        assertThat(dump.counts()).isEqualTo(new SchemaCounts(2, 0, 1, 0, 0, 0, 1));
    }

    @Test
    void aDumpOfTwoDatabasesThatBeginsWithTheSandboxLineIsWhole() {
        DumpInspector dump =
                Dumps.inspected(DumpDialect.MYSQL, Dumps.resource("recorded/725-exec-mariadb-dump-full/stdout"));

        assertThat(dump.objection()).isEmpty();
        assertThat(dump.counts()).isEqualTo(new SchemaCounts(4, 0, 2, 0, 2, 2, 2));
    }

    @ParameterizedTest
    @CsvSource({
        "MYSQL,    dumps/mariadb-10.11-hostile.sql",
        "MYSQL,    dumps/mariadb-10.11-broken-view-forced.sql",
        "MYSQL,    recorded/207-export-stdout-plain/stdout",
        "POSTGRES, dumps/postgres-15-hostile.sql",
        "POSTGRES, dumps/postgres-15-hostile-inserts.sql",
        "POSTGRES, dumps/postgres-15-nonstandard-strings.sql"
    })
    void aDumpCutAtAnyByteIsRefused(DumpDialect dialect, String name) {
        byte[] dump = Dumps.resource(name);
        DumpInspector cut = new DumpInspector(dialect);

        for (int length = 0; length < dump.length; length++) {
            assertThat(cut.objection()).as("cut after %d bytes", length).isPresent();
            cut.inspect(dump, length, 1);
        }

        assertThat(cut.objection()).isEmpty();
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16})
    void chunksDoNotChangeWhatIsSeen(long seed) {
        DumpInspector mariadb = Dumps.inspectedInChunks(DumpDialect.MYSQL, MARIADB, seed);
        DumpInspector postgres = Dumps.inspectedInChunks(DumpDialect.POSTGRES, POSTGRES, seed);

        assertThat(mariadb.objection()).isEmpty();
        assertThat(mariadb.counts()).isEqualTo(new SchemaCounts(7, 2, 4, 0, 10, 2, 4));
        assertThat(mariadb.rows()).isEqualTo(18);
        assertThat(postgres.objection()).isEmpty();
        assertThat(postgres.counts()).isEqualTo(new SchemaCounts(15, 5, 6, 3, 14, 0, 6));
        assertThat(postgres.rows()).isEqualTo(14);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {101, 102, 103, 104, 105, 106, 107, 108})
    void chunksDoNotChangeWhatIsSeenInADamagedDumpEither(long seed) {
        byte[] mysql = Dumps.damaged(MARIADB, seed);
        byte[] postgres = Dumps.damaged(POSTGRES, seed);

        assertThat(Dumps.seen(Dumps.inspectedInChunks(DumpDialect.MYSQL, mysql, seed)))
                .isEqualTo(Dumps.seen(Dumps.inspected(DumpDialect.MYSQL, mysql)));
        assertThat(Dumps.seen(Dumps.inspectedInChunks(DumpDialect.POSTGRES, postgres, seed)))
                .isEqualTo(Dumps.seen(Dumps.inspected(DumpDialect.POSTGRES, postgres)));
    }

    @Test
    void whatDdevPrintsWhileStartingAProjectIsNoBeginningOfADump() {
        byte[] noise = Dumps.resource("recorded/222-export-stopped-to-stdout/stdout");

        assertThat(Dumps.inspected(DumpDialect.MYSQL, Dumps.joined(noise, MARIADB))
                        .objection())
                .hasValueSatisfying(
                        why -> assertThat(why).contains("does not begin").contains("Building project images"));
        assertThat(Dumps.inspected(DumpDialect.POSTGRES, Dumps.joined(noise, POSTGRES))
                        .objection())
                .isPresent();
    }

    @Test
    void noiseAfterTheTrailerIsRefused() {
        byte[] noise = Dumps.bytes("Container stopped\n");

        assertThat(Dumps.inspected(DumpDialect.MYSQL, Dumps.joined(MARIADB, noise))
                        .objection())
                .isPresent();
        assertThat(Dumps.inspected(DumpDialect.POSTGRES, Dumps.joined(POSTGRES, noise))
                        .objection())
                .isPresent();
    }

    @Test
    void noiseBetweenTwoStatementsIsRefused() {
        assertThat(Dumps.mysql("mysqldump: something went wrong\nDROP TABLE x;\n")
                        .objection())
                .hasValueSatisfying(why -> assertThat(why).contains("not SQL").contains("MYSQLDUMP"));
        assertThat(Dumps.postgres("pg_dump: warning\nSELECT 1;\n").objection())
                .hasValueSatisfying(why -> assertThat(why).contains("not SQL").contains("PG_DUMP"));
        assertThat(Dumps.mysql("(1,2);\n").objection()).isPresent();
        assertThat(Dumps.postgres("@;\n").objection()).isPresent();
    }

    @Test
    void aDumpWithoutItsTrailerIsRefused() {
        assertThat(Dumps.inspected(DumpDialect.MYSQL, Dumps.bytes(Dumps.MYSQL_HEAD + "CREATE TABLE a (b int);\n"))
                        .objection())
                .hasValueSatisfying(why -> assertThat(why).contains("complete"));
        assertThat(Dumps.inspected(DumpDialect.POSTGRES, Dumps.bytes(Dumps.POSTGRES_HEAD + "CREATE TABLE a (b int);\n"))
                        .objection())
                .hasValueSatisfying(why -> assertThat(why).contains("complete"));
    }

    @Test
    void aTrailerInRowDataOnlyIsNoTrailer() {
        String mysql = Dumps.MYSQL_HEAD + "INSERT INTO a VALUES ('" + Dumps.MYSQL_TRAILER;
        String copy = Dumps.POSTGRES_HEAD + "COPY a (b) FROM stdin;\n" + Dumps.POSTGRES_TRAILER;
        String body = Dumps.POSTGRES_HEAD + "CREATE FUNCTION f() RETURNS int AS $x$\n" + Dumps.POSTGRES_TRAILER;

        assertThat(Dumps.inspected(DumpDialect.MYSQL, Dumps.bytes(mysql)).objection())
                .hasValue("it ends inside a quoted string");
        assertThat(Dumps.inspected(DumpDialect.POSTGRES, Dumps.bytes(copy)).objection())
                .hasValue("it ends inside the data of a COPY block");
        assertThat(Dumps.inspected(DumpDialect.POSTGRES, Dumps.bytes(body)).objection())
                .hasValue("it ends inside a dollar-quoted body");
    }

    @Test
    void aTrailerInsideARoutineThatIsCutIsNoTrailer() {
        String cut = Dumps.MYSQL_HEAD + "DELIMITER ;;\nCREATE PROCEDURE p() BEGIN\n" + Dumps.MYSQL_TRAILER;
        String between = Dumps.MYSQL_HEAD + "DELIMITER ;;\nCREATE PROCEDURE p() SELECT 1;;\n" + Dumps.MYSQL_TRAILER;
        String comment = Dumps.MYSQL_HEAD + "/* a comment\n" + Dumps.MYSQL_TRAILER;

        assertThat(Dumps.inspected(DumpDialect.MYSQL, Dumps.bytes(cut)).objection())
                .hasValue("it ends inside a statement");
        assertThat(Dumps.inspected(DumpDialect.MYSQL, Dumps.bytes(between)).objection())
                .hasValue("it ends inside a DELIMITER block");
        assertThat(Dumps.inspected(DumpDialect.MYSQL, Dumps.bytes(comment)).objection())
                .hasValue("it ends inside a comment");
    }

    @Test
    void aTrailerWithoutADateIsATrailer() {
        byte[] dump = Dumps.bytes(Dumps.MYSQL_HEAD + "\n-- Dump completed\n");

        assertThat(Dumps.inspected(DumpDialect.MYSQL, dump).objection()).isEmpty();
    }

    @Test
    void theLineForPsqlAtTheEndMustCarryTheTokenOfTheHead() {
        String text = new String(POSTGRES, StandardCharsets.UTF_8);
        String other = text.replaceFirst("\\\\unrestrict .*", "\\\\unrestrict another");
        String without = text.replaceFirst("\\\\unrestrict .*\\n\\n", "");

        assertThat(Dumps.inspected(DumpDialect.POSTGRES, Dumps.bytes(other)).objection())
                .isPresent();
        assertThat(Dumps.inspected(DumpDialect.POSTGRES, Dumps.bytes(without)).objection())
                .isPresent();
    }

    @Test
    void theRecordedBeginningAndEndOfAPostgresExportAreAccepted() {
        String[] recorded = new String(Dumps.resource("recorded/701-pg-export-plain/after"), StandardCharsets.UTF_8)
                .split("\\.\\.\\.\\n", 2);
        String head = recorded[0].lines().skip(1).map(line -> line + "\n").reduce("", String::concat);
        String tail = recorded[1]
                .lines()
                .limit(6)
                .map(line -> line.substring(0, line.length() - 1) + "\n")
                .reduce("", String::concat);

        assertThat(Dumps.inspected(DumpDialect.POSTGRES, Dumps.bytes(head + "\n" + tail))
                        .objection())
                .isEmpty();
    }

    @Test
    void nothingAtAllIsRefused() {
        assertThat(new DumpInspector(DumpDialect.MYSQL).objection()).hasValue("it is empty");
        assertThat(new DumpInspector(DumpDialect.POSTGRES).objection()).hasValue("it is empty");
    }

    @Test
    void theDumpOfAnotherServerIsRefused() {
        assertThat(Dumps.inspected(DumpDialect.POSTGRES, MARIADB).objection()).isPresent();
        assertThat(Dumps.inspected(DumpDialect.MYSQL, POSTGRES).objection()).isPresent();
    }

    @Test
    void aByteLostFromTheMiddleOfAStringQuoteIsNoticed() {
        String text = Dumps.MYSQL_HEAD + "INSERT INTO a VALUES ('one'),('two');\n" + Dumps.MYSQL_TRAILER;
        byte[] lost = Dumps.bytes(text.replaceFirst("'\\);", ");"));

        assertThat(Dumps.inspected(DumpDialect.MYSQL, lost).objection()).isPresent();
        assertThat(Arrays.equals(lost, Dumps.bytes(text))).isFalse();
    }
}

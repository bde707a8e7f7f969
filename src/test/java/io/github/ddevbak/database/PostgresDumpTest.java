package io.github.ddevbak.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ddevbak.project.SchemaCounts;
import org.junit.jupiter.api.Test;

class PostgresDumpTest {

    @Test
    void tablesInRowsAreNotCounted() {
        DumpInspector dump = Dumps.postgres("""
                CREATE TABLE public.a (b text);
                COPY public.a (b) FROM stdin;
                CREATE TABLE c (d int);
                '
                $$

                \\\\.
                \\N
                \\.

                INSERT INTO a VALUES ('CREATE TABLE e;');
                """);

        assertThat(dump.objection()).isEmpty();
        assertThat(dump.counts()).isEqualTo(new SchemaCounts(1, 0, 0, 0, 0, 0, 0));
        assertThat(dump.rows()).isEqualTo(7);
    }

    @Test
    void aLineThatOnlyBeginsLikeTheEndOfCopyIsARow() {
        DumpInspector dump = Dumps.postgres("COPY a (b) FROM stdin;\n\\.x\n\\..\n\\.\n");

        assertThat(dump.objection()).isEmpty();
        assertThat(dump.rows()).isEqualTo(2);
    }

    @Test
    void aTableNamedLikeTheEndOfACopyStatementIsNotTakenForIt() {
        DumpInspector dump = Dumps.postgres("COPY \"FROM stdin;\" (\"from\") FROM stdin;\n1\n\\.\nSELECT 1;\n");

        assertThat(dump.objection()).isEmpty();
        assertThat(dump.rows()).isEqualTo(1);
    }

    @Test
    void whatIsNoTableOfItsOwnIsNotCounted() {
        DumpInspector dump = Dumps.postgres("""
                CREATE FOREIGN TABLE f (a int) SERVER s;
                CREATE EVENT TRIGGER e ON ddl_command_start EXECUTE FUNCTION x();
                CREATE FOREIGN DATA WRAPPER w;
                CREATE TYPE t AS ENUM ('CREATE TABLE');
                CREATE EXTENSION IF NOT EXISTS hstore;
                """);

        assertThat(dump.objection()).isEmpty();
        assertThat(dump.counts()).isEqualTo(SchemaCounts.NONE);
    }

    @Test
    void aViewMadeInTwoHalvesIsCountedOnce() {
        DumpInspector newer = Dumps.postgres(
                "CREATE VIEW v AS\nSELECT NULL::int AS a;\nCREATE OR REPLACE VIEW v AS\n SELECT 1 AS a;\n");
        DumpInspector older = Dumps.postgres(
                "CREATE TABLE v (a integer);\nCREATE RULE \"_RETURN\" AS ON SELECT TO v DO INSTEAD SELECT 1 AS a;\n");

        assertThat(newer.counts()).isEqualTo(new SchemaCounts(0, 0, 1, 0, 0, 0, 0));
        assertThat(older.counts()).isEqualTo(new SchemaCounts(0, 0, 1, 0, 0, 0, 0));
    }

    @Test
    void anIdentityColumnBringsItsSequence() {
        DumpInspector dump = Dumps.postgres("""
                ALTER TABLE a ALTER COLUMN b ADD GENERATED ALWAYS AS IDENTITY (
                    SEQUENCE NAME s START WITH 1
                );
                CREATE TABLE c (d int GENERATED ALWAYS AS (1) STORED);
                """);

        assertThat(dump.counts()).isEqualTo(new SchemaCounts(1, 1, 0, 0, 0, 0, 0));
    }

    @Test
    void aBodyOfSqlEndsAtItsOwnEnd() {
        DumpInspector dump = Dumps.postgres("""
                CREATE FUNCTION f(begin int) RETURNS int
                    LANGUAGE sql
                    BEGIN ATOMIC
                 SELECT CASE WHEN true THEN 1 END;
                 CREATE;
                END;
                CREATE FUNCTION begin() RETURNS int AS 'x';
                CREATE TABLE a (b int);
                """);

        assertThat(dump.objection()).isEmpty();
        assertThat(dump.counts()).isEqualTo(new SchemaCounts(1, 0, 0, 0, 2, 0, 0));
    }

    @Test
    void dollarQuotesEndAtTheirOwnTagOnly() {
        DumpInspector dump = Dumps.postgres("""
                CREATE FUNCTION f() RETURNS int AS $a_1$ $$ $a_$ $a_1 $a$a_1$;
                CREATE FUNCTION g() RETURNS int AS $$ ' $x$ $ $$;
                SELECT $1;
                SELECT a$b$c;
                CREATE TABLE t (b int);
                """);

        assertThat(dump.objection()).isEmpty();
        assertThat(dump.counts()).isEqualTo(new SchemaCounts(1, 0, 0, 0, 2, 0, 0));
    }

    @Test
    void backslashesEscapeInEscapeStringsOnly() {
        DumpInspector dump =
                Dumps.postgres("SELECT 'a\\';\nSELECT E'a\\'b''c\\\\';\nSELECT e'\\'';\nCREATE TABLE t (b int);\n");

        assertThat(dump.objection()).isEmpty();
        assertThat(dump.counts().tables()).isEqualTo(1);
    }

    @Test
    void commentsMayBeNested() {
        DumpInspector dump = Dumps.postgres("/* a /* b */ CREATE TABLE c (d int); **/\nSELECT 4 / 2 - 1;\n");

        assertThat(dump.objection()).isEmpty();
        assertThat(dump.counts()).isEqualTo(SchemaCounts.NONE);
    }

    @Test
    void semicolonsInTheActionsOfARuleDoNotEndIt() {
        DumpInspector dump = Dumps.postgres("""
                CREATE RULE r AS ON UPDATE TO a DO ALSO ( INSERT INTO b VALUES (1);
                 CREATE TABLE c;
                );
                CREATE CONSTRAINT TRIGGER t AFTER INSERT ON a EXECUTE FUNCTION f();
                """);

        assertThat(dump.objection()).isEmpty();
        assertThat(dump.counts()).isEqualTo(new SchemaCounts(0, 0, 0, 0, 0, 0, 1));
        assertThat(dump.rows()).isZero();
    }

    @Test
    void aRowOfDefaultsIsARow() {
        assertThat(Dumps.postgres("INSERT INTO a DEFAULT VALUES;\nINSERT INTO a VALUES (1), (f(2));\n")
                        .rows())
                .isEqualTo(3);
    }

    @Test
    void everyKindOfUnfinishedTextIsNamed() {
        assertThat(Dumps.postgres("SELECT \"a").objection()).hasValue("it ends inside a quoted name");
        assertThat(Dumps.postgres("SELECT E'a\\'").objection()).hasValue("it ends inside a quoted string");
        assertThat(Dumps.postgres("SELECT (1;").objection()).hasValue("it ends inside a statement");
        assertThat(Dumps.postgres("/* a").objection()).hasValue("it ends inside a comment");
        assertThat(Dumps.inspected(DumpDialect.POSTGRES, Dumps.bytes(Dumps.POSTGRES_HEAD + "\\restrict abc"))
                        .objection())
                .hasValue("it ends inside a line for psql");
        assertThat(Dumps.inspected(DumpDialect.POSTGRES, Dumps.bytes(Dumps.POSTGRES_HEAD + "-- abc"))
                        .objection())
                .hasValue("it ends inside a comment line");
        assertThat(Dumps.inspected(DumpDialect.POSTGRES, Dumps.bytes(Dumps.POSTGRES_HEAD + "COPY a FROM stdin;"))
                        .objection())
                .hasValue("it ends inside the data of a COPY block");
    }
}

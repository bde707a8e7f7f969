package io.github.ddevbak.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ddevbak.project.SchemaCounts;
import org.junit.jupiter.api.Test;

class MysqlDumpTest {

    @Test
    void tablesInRowsAreNotCounted() {
        DumpInspector dump = Dumps.mysql("""
                CREATE TABLE `a` (b text);
                INSERT INTO `a` VALUES ('CREATE TABLE `c` (d int);\\nCREATE TABLE e (f int);'),('\\'; CREATE VIEW `g` AS SELECT 1;');
                """);

        assertThat(dump.objection()).isEmpty();
        assertThat(dump.counts()).isEqualTo(new SchemaCounts(1, 0, 0, 0, 0, 0, 0));
        assertThat(dump.rows()).isEqualTo(2);
    }

    @Test
    void tablesInCommentsAndNamesAreNotCounted() {
        DumpInspector dump = Dumps.mysql("""
                -- CREATE TABLE a (b int);
                # CREATE TABLE c (d int);
                /* CREATE TABLE e (f int); */
                /**/
                DROP TABLE `CREATE TABLE g`;
                """);

        assertThat(dump.objection()).isEmpty();
        assertThat(dump.counts()).isEqualTo(SchemaCounts.NONE);
    }

    @Test
    void aTemporaryTableIsNotCounted() {
        assertThat(Dumps.mysql("CREATE TEMPORARY TABLE a (b int);\n").counts()).isEqualTo(SchemaCounts.NONE);
    }

    @Test
    void theStandInOfAViewIsNotCounted() {
        String older = "/*!50001 CREATE TABLE `v` (\n  `id` tinyint NOT NULL\n) ENGINE=MyISAM */;\n";
        String newer = "/*!50001 CREATE VIEW `v` AS SELECT \n 1 AS `id`*/;\n";
        String view = """
                /*!50001 CREATE ALGORITHM=UNDEFINED */
                /*!50013 DEFINER=`root`@`%` SQL SECURITY DEFINER */
                /*!50001 VIEW `v` AS select 1 AS `id` */;
                """;

        assertThat(Dumps.mysql(older + view).counts()).isEqualTo(new SchemaCounts(0, 0, 1, 0, 0, 0, 0));
        assertThat(Dumps.mysql(newer + view).counts()).isEqualTo(new SchemaCounts(0, 0, 1, 0, 0, 0, 0));
        assertThat(Dumps.mysql(newer).counts()).isEqualTo(SchemaCounts.NONE);
    }

    @Test
    void routinesOfOldServersInVersionedCommentsAreCounted() {
        DumpInspector dump = Dumps.mysql("""
                DELIMITER ;;
                /*!50003 CREATE*/ /*!50020 DEFINER=`root`@`%`*/ /*!50003 PROCEDURE `p`()
                BEGIN SELECT ';;'; END */;;
                CREATE DEFINER=`root`@`%` FUNCTION `f`() RETURNS int RETURN 1 ;;
                DELIMITER ;
                """);

        assertThat(dump.objection()).isEmpty();
        assertThat(dump.counts()).isEqualTo(new SchemaCounts(0, 0, 0, 0, 2, 0, 0));
    }

    @Test
    void aRoutineMadeWithoutBackslashEscapesEndsWhereItsServerSays() {
        DumpInspector dump = Dumps.mysql("""
                /*!50003 SET sql_mode = 'ANSI_QUOTES,NO_BACKSLASH_ESCAPES' */ ;
                DELIMITER ;;
                CREATE PROCEDURE p() SELECT '\\', "a\\";;
                DELIMITER ;
                /*!50003 SET sql_mode = @saved_sql_mode */ ;
                INSERT INTO a VALUES ('\\''),('\\\\');
                """);

        assertThat(dump.objection()).isEmpty();
        assertThat(dump.counts().routines()).isEqualTo(1);
        assertThat(dump.rows()).isEqualTo(2);
    }

    @Test
    void aSubtractionOfANegativeNumberIsNoComment() {
        DumpInspector dump = Dumps.mysql("INSERT INTO a VALUES (5--3),(-1);\n");

        assertThat(dump.objection()).isEmpty();
        assertThat(dump.rows()).isEqualTo(2);
    }

    @Test
    void rowsWithinExpressionsAndColumnListsAreNotCounted() {
        DumpInspector dump = Dumps.mysql(
                "INSERT  IGNORE INTO `a` (`b`, `c`) VALUES (1,(2)),(3,(f(4)));\nREPLACE INTO `a` VALUES ();\n");

        assertThat(dump.rows()).isEqualTo(3);
    }

    @Test
    void aBackslashBeforeTheClosingQuoteKeepsTheStringOpen() {
        String cut = Dumps.MYSQL_HEAD + "INSERT INTO a VALUES ('\\');\n" + Dumps.MYSQL_TRAILER;

        assertThat(Dumps.inspected(DumpDialect.MYSQL, Dumps.bytes(cut)).objection())
                .hasValue("it ends inside a quoted string");
    }

    @Test
    void anUnclosedVersionedCommentIsNoticed() {
        assertThat(Dumps.mysql("/*!40101 SET NAMES utf8;\n").objection()).hasValue("it ends inside a statement");
    }

    @Test
    void aKeywordInLowerCaseCountsInATurkishLocale() {
        assertThat(Dumps.mysql("insert into a values (1);\n").rows()).isEqualTo(1);
        assertThat(Dumps.mysql("create definer=`x` function f() returns int return 1;\n")
                        .counts()
                        .routines())
                .isEqualTo(1);
    }

    @Test
    void aBlankInTheDelimiterLineDoesNotMatter() {
        DumpInspector dump = Dumps.mysql("""
                DELIMITER  $$\s
                CREATE TRIGGER t BEFORE INSERT ON a FOR EACH ROW BEGIN SET @a=1; END $$
                DELIMITER ;
                SELECT 1;
                """);

        assertThat(dump.objection()).isEmpty();
        assertThat(dump.counts().triggers()).isEqualTo(1);
    }
}

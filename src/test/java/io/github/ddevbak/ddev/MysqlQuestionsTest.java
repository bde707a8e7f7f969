package io.github.ddevbak.ddev;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ddevbak.project.SchemaCounts;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MysqlQuestionsTest {
    /** What MariaDB 10.11 answered, on databases with odd names and every kind of object. */
    private static final String ANSWER = """
            696E666F726D6174696F6E5F736368656D61\tSCHEMA\t1\t0
            7868677569\tSCHEMA\t1\t0
            776560206972642D6EC3A46DC3A92078\tSCHEMA\t1\t0
            6D7973716C\tSCHEMA\t1\t0
            74657374\tSCHEMA\t1\t0
            737973\tSCHEMA\t1\t0
            656D707479\tSCHEMA\t1\t0
            6109620A63\tSCHEMA\t1\t0
            73686F70\tSCHEMA\t1\t0
            706572666F726D616E63655F736368656D61\tSCHEMA\t1\t0
            53686F70\tSCHEMA\t1\t0
            696E666F726D6174696F6E5F736368656D61\tSYSTEM VIEW\t79\t212992
            6D7973716C\tBASE TABLE\t30\t3833856
            53686F70\tBASE TABLE\t1\t16384
            6109620A63\tBASE TABLE\t1\t16384
            73686F70\tBASE TABLE\t2\t17408
            73686F70\tSEQUENCE\t1\t16384
            73686F70\tSYSTEM VERSIONED\t1\t16384
            73686F70\tVIEW\t3\t0
            737973\tVIEW\t100\t0
            73686F70\tROUTINE\t5\t0
            737973\tROUTINE\t48\t0
            73686F70\tEVENT\t1\t0
            73686F70\tTRIGGER\t1\t0
            """;

    @Test
    void everyKindOfObjectIsCountedUnderItsOwnDatabase() {
        assertThat(MysqlQuestions.inventory(ANSWER).orElseThrow())
                .containsExactly(
                        new ServerDatabase("we` ird-nämé x", SchemaCounts.NONE, 0),
                        new ServerDatabase("empty", SchemaCounts.NONE, 0),
                        new ServerDatabase("a\tb\nc", new SchemaCounts(1, 0, 0, 0, 0, 0, 0), 16384),
                        new ServerDatabase("shop", new SchemaCounts(3, 1, 3, 0, 5, 1, 1), 50176),
                        new ServerDatabase("Shop", new SchemaCounts(1, 0, 0, 0, 0, 0, 0), 16384));
    }

    @Test
    void aDatabaseCalledTestCountsOnceItHoldsSomething() {
        assertThat(MysqlQuestions.inventory(ANSWER + "74657374\tROUTINE\t1\t0\n")
                        .orElseThrow())
                .contains(new ServerDatabase("test", new SchemaCounts(0, 0, 0, 0, 1, 0, 0), 0));
    }

    @Test
    void aKindOfTableNobodyHasHeardOfIsATable() {
        assertThat(MysqlQuestions.inventory(ANSWER + "656D707479\tVECTOR TABLE\t2\t10\n")
                        .orElseThrow())
                .contains(new ServerDatabase("empty", new SchemaCounts(2, 0, 0, 0, 0, 0, 0), 10));
    }

    @Test
    void noiseBeforeTheRowsAndCarriageReturnsDoNotMatter() {
        assertThat(MysqlQuestions.inventory("Building project images...\r\n" + ANSWER.replace("\n", "\r\n")))
                .isEqualTo(MysqlQuestions.inventory(ANSWER));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "73686F7\tROUTINE\t5\t0",
                "shop\tROUTINE\t5\t0",
                "73686F70\tROUTINE\t-5\t0",
                "73686F70\tROUTINE\t5",
                "73686F70\tROUTINE\t99999999999999999999\t0"
            })
    void aRowThatCannotBeReadSpoilsTheWholeAnswer(String row) {
        assertThat(MysqlQuestions.inventory(ANSWER + row + "\n")).isEmpty();
    }

    @Test
    void anAnswerWithoutTheServersOwnSchemasIsNotWhole() {
        assertThat(MysqlQuestions.inventory("73686F70\tSCHEMA\t1\t0\n")).isEmpty();
    }

    @Test
    void theClientNamesADatabaseThatIsAlwaysThere() {
        assertThat(MysqlQuestions.client(Sample.MYSQL, "SELECT 1"))
                .isEqualTo(List.of(
                        "mysql",
                        "-N",
                        "-B",
                        "--default-character-set=utf8mb4",
                        "-D",
                        "information_schema",
                        "-e",
                        "SELECT 1"));
    }
}

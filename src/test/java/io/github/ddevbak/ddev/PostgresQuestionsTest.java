package io.github.ddevbak.ddev;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ddevbak.ddev.PostgresQuestions.Entry;
import io.github.ddevbak.project.SchemaCounts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PostgresQuestionsTest {

    @Test
    void databasesAreReadWithTheirOddNamesAndClosedDoors() {
        assertThat(PostgresQuestions.databases("""
                636c6f736564|7545347|f|-1
                6462|8052071|t|-1
                776522697264206ec3a46d6527203d2078|7545347|t|5
                62726f6b656e|1|t|-2
                """).orElseThrow())
                .containsExactly(
                        new Entry("closed", 7545347, false, false),
                        new Entry("db", 8052071, true, false),
                        new Entry("we\"ird näme' = x", 7545347, true, false),
                        new Entry("broken", 1, true, true));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "(0 rows)", "6462|8052071|t\n", "6462|8052071|t|-1\nshop|1|t|-1\n"})
    void whatIsNotAListOfDatabasesIsNone(String stdout) {
        assertThat(PostgresQuestions.databases(stdout)).isEmpty();
    }

    @Test
    void countsAreReadInTheOrderTheyWereAskedFor() {
        assertThat(PostgresQuestions.counts("noise\ncounts|1|2|3|4|5|6\r\n"))
                .contains(new SchemaCounts(1, 2, 3, 4, 5, 0, 6));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "counts|1|2|3|4|5", "counts|1|2|3|4|5|x", "counts|1|2|3|4|5|6|7"})
    void whatIsNotAnAccountIsNone(String stdout) {
        assertThat(PostgresQuestions.counts(stdout)).isEmpty();
    }

    @Test
    void theClientIgnoresWhatTheUserConfigured() {
        assertThat(PostgresQuestions.client("db", "SELECT 1"))
                .startsWith("psql", "-U", "db", "-X")
                .endsWith("-d", "db", "-c", "SELECT 1");
    }
}

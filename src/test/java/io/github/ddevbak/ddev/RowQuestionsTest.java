package io.github.ddevbak.ddev;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ddevbak.project.Project;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RowQuestionsTest {
    @TempDir
    Path folder;

    private Project shop = Sample.project(Path.of("/nowhere"));

    @BeforeEach
    void makeTheProject() throws IOException {
        shop = Sample.shop(folder);
    }

    @Test
    void oneQuestionCountsTheRowsOfAllDatabasesOfMariadb() {
        Scripted ddev = Scripted.saying("\t0\n6462\t921\n");

        Answer<Map<String, Long>> rows =
                new DatabaseCli(ddev, Sample.TIMEOUT).rows(shop, Sample.MARIADB, List.of("db", "it's; -- ä"));

        assertThat(rows.value()).contains(Map.of("db", 921L, "it's; -- ä", 0L));
        assertThat(ddev.only().command().get(ddev.only().command().size() - 1))
                .contains("IN ('6462','697427733B202D2D20C3A4')")
                .contains("COUNT(*)");
    }

    @Test
    void eachDatabaseOfPostgresIsAskedForItself() {
        Scripted ddev = Scripted.saying("rows|601\n", "rows|0\n");

        Answer<Map<String, Long>> rows =
                new DatabaseCli(ddev, Sample.TIMEOUT).rows(shop, Sample.POSTGRES, List.of("db", "a b"));

        assertThat(rows.value()).contains(Map.of("db", 601L, "a b", 0L));
        assertThat(ddev.asked())
                .extracting(call -> call.command().get(call.command().indexOf("-d") + 1))
                .containsExactly("db", "dbname='a b'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "6462\t921\n", "\t0\n6462\tmany\n", "rows|-1\n"})
    void halfAnAnswerIsNoCount(String stdout) {
        DatabaseCli cli = new DatabaseCli(Scripted.saying(stdout, stdout), Sample.TIMEOUT);

        assertThat(cli.rows(shop, Sample.POSTGRES, List.of("db")).value()).isEmpty();
        assertThat(cli.rows(shop, Sample.MARIADB, List.of("db")).value()).isEmpty();
    }
}

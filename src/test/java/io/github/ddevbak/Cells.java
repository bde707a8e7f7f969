package io.github.ddevbak;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.ArgumentsProvider;
import org.junit.jupiter.params.support.ParameterDeclarations;

/**
 * The matrix of failure, command and project state. A row is a failure, then the part's state and the exit code for
 * {@code all}, {@code snapshot} and {@code export-db}; where the states of the project differ, they are given as
 * {@code running/stopped/paused}.
 */
final class Cells implements ArgumentsProvider {
    private static final List<String> COMMANDS = List.of("all", "snapshot", "export-db");
    private static final List<String> STATES = List.of("running", "stopped", "paused");

    private static final String ROWS = """
            '' | ok 0 | ok 0 | ok 0

            FAILS_WITH_EXIT_0@SNAPSHOT:shop      | failed 1 | failed 1 | ok 0
            EXIT_1@SNAPSHOT:shop                 | failed 1 | failed 1 | ok 0
            EXIT_255@SNAPSHOT:shop               | failed 1 | failed 1 | ok 0
            HANGS@SNAPSHOT:shop                  | failed 1 | failed 1 | ok 0
            DIES_HALF_WAY@SNAPSHOT:shop          | failed 1 | failed 1 | ok 0
            LIES@SNAPSHOT:shop                   | failed 1 | failed 1 | ok 0
            PARTIAL_FILE@SNAPSHOT:shop           | failed 1 | failed 1 | ok 0
            STALE_FILE@SNAPSHOT:shop             | failed 1 | failed 1 | ok 0
            EMPTY_FILE@SNAPSHOT:shop             | failed 1 | failed 1 | ok 0
            HOLLOW_FILE@SNAPSHOT:shop            | failed 1 | failed 1 | ok 0
            TRUNCATED_WITH_SUCCESS@SNAPSHOT:shop | failed 1 | failed 1 | ok 0
            DISK_FULL@SNAPSHOT:shop              | failed 1 | failed 1 | ok 0
            LOG_WITHOUT_OK@SNAPSHOT:shop         | failed 1 | failed 1 | ok 0
            WRONG_FILE@SNAPSHOT:shop                              | failed 1 | failed 1 | ok 0
            WRONG_FILE@SNAPSHOT:shop={name}-mariadb_10.6.zst      | failed 1 | failed 1 | ok 0
            WRONG_FILE@SNAPSHOT:shop={name}-mysql_8.0.zst         | failed 1 | failed 1 | ok 0
            JSON_NOISE@SNAPSHOT:shop             | ok 0 | ok 0 | ok 0
            NOT_UTF8@SNAPSHOT:shop               | ok 0 | ok 0 | ok 0

            FAILS_WITH_EXIT_0@DUMP:shop          | failed 1 | ok 0 | failed 1
            EXIT_1@DUMP:shop                     | failed 1 | ok 0 | failed 1
            EXIT_255@DUMP:shop                   | failed 1 | ok 0 | failed 1
            HANGS@DUMP:shop                      | failed 1 | ok 0 | failed 1
            DIES_HALF_WAY@DUMP:shop              | failed 1 | ok 0 | failed 1
            LIES@DUMP:shop                       | failed 1 | ok 0 | failed 1
            PARTIAL_FILE@DUMP:shop               | failed 1 | ok 0 | failed 1
            STALE_FILE@DUMP:shop                 | failed 1 | ok 0 | failed 1
            EMPTY_FILE@DUMP:shop                 | failed 1 | ok 0 | failed 1
            WRONG_FILE@DUMP:shop                 | failed 1 | ok 0 | failed 1
            DISK_FULL@DUMP:shop                  | failed 1 | ok 0 | failed 1
            START_NOISE@DUMP:shop                | failed 1 | ok 0 | failed 1
            JSON_NOISE@DUMP:shop                 | failed 1 | ok 0 | failed 1
            NOT_UTF8@DUMP:shop                   | failed 1 | ok 0 | failed 1
            CONNECTION_LOST@DUMP:shop            | failed 1 | ok 0 | failed 1
            CONNECTION_LOST_WITH_EXIT_0@DUMP:shop | failed 1 | ok 0 | failed 1
            UNEXPECTED_STDERR@DUMP:shop          | failed 1 | ok 0 | failed 1
            TABLE_MADE_MEANWHILE@DUMP:shop       | ok 0 | ok 0 | ok 0
            TABLE_COMES_AND_GOES@DUMP:shop#1     | ok 0 | ok 0 | ok 0
            TABLE_COMES_AND_GOES@DUMP:shop       | failed 1 | ok 0 | failed 1
            BROKEN_VIEW@ANY:shop                 | at-risk 3 | ok 0 | at-risk 3

            FAILS_WITH_EXIT_0@EXPORT_DB:shop     | failed 1 | ok 0 | failed 1
            EXIT_1@EXPORT_DB:shop                | failed 1 | ok 0 | failed 1
            EXIT_255@EXPORT_DB:shop              | failed 1 | ok 0 | failed 1
            HANGS@EXPORT_DB:shop                 | failed 1 | ok 0 | failed 1
            DIES_HALF_WAY@EXPORT_DB:shop         | failed 1 | ok 0 | failed 1
            PARTIAL_FILE@EXPORT_DB:shop          | failed 1 | ok 0 | failed 1
            STALE_FILE@EXPORT_DB:shop            | failed 1 | ok 0 | failed 1
            EMPTY_FILE@EXPORT_DB:shop            | failed 1 | ok 0 | failed 1
            WRONG_FILE@EXPORT_DB:shop            | failed 1 | ok 0 | failed 1
            DISK_FULL@EXPORT_DB:shop             | failed 1 | ok 0 | failed 1
            START_NOISE@EXPORT_DB:shop           | failed 1 | ok 0 | failed 1
            CONNECTION_LOST@EXPORT_DB:shop       | failed 1 | ok 0 | failed 1
            CONNECTION_LOST_WITH_EXIT_0@EXPORT_DB:shop | failed 1 | ok 0 | failed 1
            UNEXPECTED_STDERR@EXPORT_DB:shop     | failed 1 | ok 0 | failed 1

            FAILS_WITH_EXIT_0@QUERY:shop         | failed 1 | failed 1 | failed 1
            EXIT_1@QUERY:shop                    | failed 1 | failed 1 | failed 1
            EXIT_255@QUERY:shop                  | failed 1 | failed 1 | failed 1
            HANGS@QUERY:shop                     | failed 1 | failed 1 | failed 1
            DIES_HALF_WAY@QUERY:shop             | failed 1 | failed 1 | failed 1
            HANGS@SERVER:shop                    | failed 1 | failed 1 | failed 1

            EXIT_1@DESCRIBE:shop#1               | failed 1 | failed 1 | failed 1
            HANGS@DESCRIBE:shop#1                | failed 1 | failed 1 | failed 1
            FAILS_WITH_EXIT_0@DESCRIBE:shop#1    | failed 1 | failed 1 | failed 1
            JSON_NOISE@DESCRIBE:shop             | ok 0 | ok 0 | ok 0
            NOT_UTF8@DESCRIBE:shop               | ok 0 | ok 0 | ok 0

            FAILS_WITH_EXIT_0@START:shop         | ok 0/failed 1 | ok 0/failed 1 | ok 0/failed 1
            EXIT_1@START:shop                    | ok 0/failed 1 | ok 0/failed 1 | ok 0/failed 1
            EXIT_255@START:shop                  | ok 0/failed 1 | ok 0/failed 1 | ok 0/failed 1
            HANGS@START:shop                     | ok 0/failed 1 | ok 0/failed 1 | ok 0/failed 1
            DIES_HALF_WAY@START:shop             | ok 0/failed 1 | ok 0/failed 1 | ok 0/failed 1
            LIES@START:shop                      | ok 0/failed 1 | ok 0/failed 1 | ok 0/failed 1

            CANCELLED_HALF_WAY@DUMP:shop         | failed 130 | ok 0 | failed 130
            CANCELLED_HALF_WAY@EXPORT_DB:shop    | failed 130 | ok 0 | failed 130
            CANCELLED_HALF_WAY@SNAPSHOT:shop     | failed 130 | failed 130 | ok 0
            CANCELLED_HALF_WAY@QUERY:shop        | failed 130 | failed 130 | failed 130
            CANCELLED_HALF_WAY@START:shop        | ok 0/failed 130 | ok 0/failed 130 | ok 0/failed 130

            EXIT_1@STOP:shop#1                   | ok 0 | ok 0 | ok 0
            HANGS@STOP:shop#1                    | ok 0 | ok 0 | ok 0
            LIES@STOP:shop#1                     | ok 0 | ok 0 | ok 0
            CANCELLED_HALF_WAY@STOP:shop         | ok 0/ok 130/ok 0 | ok 0/ok 130/ok 0 | ok 0/ok 130/ok 0
            EXIT_1@DOCKER_STOP:shop#1            | ok 0 | ok 0 | ok 0
            LIES@DOCKER_STOP:shop#1              | ok 0 | ok 0 | ok 0
            CANCELLED_HALF_WAY@DOCKER_STOP:shop  | ok 0/ok 0/ok 130 | ok 0/ok 0/ok 130 | ok 0/ok 0/ok 130

            EXIT_1@LIST                          | ok 1 | ok 1 | ok 1
            EMPTY_LIST@LIST                      | ok 1 | ok 1 | ok 1
            MISSING_FROM_LIST@LIST=shop          | ok 1 | ok 1 | ok 1
            MISSING_FROM_LIST@LIST=blog          | ok 1 | ok 0 | ok 0
            JSON_NOISE@LIST                      | ok 0 | ok 0 | ok 0
            NOT_UTF8@LIST                        | ok 0 | ok 0 | ok 0
            NULL_ENTRY@LIST                      | ok 1 | ok 0 | ok 0
            DOCKER_DOWN@ANY                      | failed 10 | failed 10 | failed 10
            DOCKER_DOWN@ANY#2-                   | failed 10 | failed 10 | failed 10
            NOT_INSTALLED@ANY                    | failed 10 | failed 10 | failed 10
            OTHER_VERSION@ANY=v1.25.4            | ok 0 | ok 0 | ok 0
            """;

    @Override
    public Stream<? extends Arguments> provideArguments(ParameterDeclarations parameters, ExtensionContext context) {
        List<Arguments> cells = new ArrayList<>();
        ROWS.lines().filter(line -> !line.isBlank()).forEach(line -> {
            String[] columns = line.split("\\|", -1);
            String fault = columns[0].strip().replace("''", "");
            for (String command : COMMANDS) {
                String[] expected =
                        columns[1 + COMMANDS.indexOf(command)].strip().split("/", -1);
                for (String state : STATES) {
                    String[] words = expected[Math.min(STATES.indexOf(state), expected.length - 1)].split(" ", -1);
                    cells.add(Arguments.of(new Cell(fault, command, state, words[0], Integer.parseInt(words[1]))));
                }
            }
        });
        return cells.stream();
    }
}

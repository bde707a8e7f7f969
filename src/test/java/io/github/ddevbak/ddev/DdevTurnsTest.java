package io.github.ddevbak.ddev;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DdevTurnsTest {

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "ddev export-db shop --database=db, true",
        "ddev exec --raw -s db -- mariadb-dump db, true",
        "ddev snapshot shop --name x --skip-hooks, true",
        "ddev describe shop -j, false",
        "ddev version -j, false",
        "ddev snapshot restore x, false",
        "ddev snapshot --list -j, false",
        "ddev snapshot shop --cleanup -y, false",
        "ddev start shop -y, false",
        "ddev stop shop, false",
        "ddev list -j, false",
        "ddev import-db shop, false",
        "ddev delete -Oy shop, false",
        "ddev, false"
    })
    void dumpsSnapshotsAndCommandsInContainersGoSideBySideAndNothingElse(String command, boolean together) {
        assertThat(DdevTurns.sideBySide(List.of(command.split(" ", -1)))).isEqualTo(together);
    }
}

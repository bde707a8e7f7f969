package io.github.ddevbak.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ddevbak.project.DatabaseServer;
import org.junit.jupiter.api.Test;

class DumpDialectTest {

    @Test
    void mariadbSpeaksTheDialectOfMysql() {
        assertThat(DumpDialect.of(DatabaseServer.Family.MARIADB)).isEqualTo(DumpDialect.MYSQL);
        assertThat(DumpDialect.of(DatabaseServer.Family.MYSQL)).isEqualTo(DumpDialect.MYSQL);
        assertThat(DumpDialect.of(DatabaseServer.Family.POSTGRES)).isEqualTo(DumpDialect.POSTGRES);
    }
}

package io.github.ddevbak.database;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SnapshotLogTest {

    @Test
    void aLogWhoseLastLineSaysSoIsComplete() {
        assertThat(SnapshotLog.completed("[00] 2026-11-22 19:56:58 completed OK!\n"))
                .isTrue();
        assertThat(SnapshotLog.completed("x\n261122 19:56:58 completed OK!\n\n \n"))
                .isTrue();
    }

    @Test
    void aLogThatGoesOnAfterItsSuccessIsNotComplete() {
        assertThat(SnapshotLog.completed("completed OK!\n[00] mariabackup: Error writing file\n"))
                .isFalse();
        assertThat(SnapshotLog.completed("[00] completed OK! not\n")).isFalse();
        assertThat(SnapshotLog.completed("")).isFalse();
    }
}

package io.github.ddevbak.ddev;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ddevbak.ddev.DatabaseCli.DumpProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class DumpProcessesTest {
    private static final String REST = " 1 1 1 0 -1 4194560 15726 951056 0 413 10 12 8959 1428 20 0 1 0 3671 61849 12";

    @TempDir
    Path folder;

    @Test
    void dumpToolsAreFoundAmongOtherProcesses() {
        String answer = "1 (mariadbd) S" + REST + "\tmariadbd\n"
                + "77 (bash) S" + REST + "\tbash -c mariadb-dump db | gzip\n"
                + "78 (mariadb-dump) R" + REST + "\tmariadb-dump db \n"
                + "79 (pg_basebackup) D" + REST + "\tpg_basebackup \u001b[2J\r\n"
                + "80 (xtrabackup) S" + REST + "\n"
                + "81 (mysqldump) Z" + REST + "\t\n"
                + "82 (od) (mysqldump) S" + REST + "\tod) (mysqldump x\n"
                + "end-of-processes\n";
        assertThat(DumpProcesses.read(answer).orElseThrow())
                .containsExactly(
                        new DumpProcess(78, 3671, "mariadb-dump db"),
                        new DumpProcess(79, 3671, "pg_basebackup \\u001b[2J"),
                        new DumpProcess(80, 3671, "xtrabackup"));
    }

    @Test
    void aListWithoutItsEndIsNotOneOfNoProcesses() {
        assertThat(DumpProcesses.read("78 (mariadb-dump) R" + REST + "\tmariadb-dump db\n"))
                .isEmpty();
        assertThat(DumpProcesses.read("")).isEmpty();
        assertThat(DumpProcesses.read("end-of-processes\n")).contains(List.of());
    }

    @Test
    void linesThatAreNoProcessesAreLeftOut() {
        assertThat(DumpProcesses.read("x (mysqldump) S\nmysqldump\n12 (mysqldump)\n12 (mysqldump) S 1\n(\n"
                        + "99999999999 (mysqldump) S" + REST + "\nend-of-processes\n"))
                .contains(List.of());
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aRealDumpToolIsFoundAndEndedAndItsNeighbourIsNot() throws IOException, InterruptedException {
        Process dump = RealShell.sleeper(folder, "mariadb-dump");
        Process neighbour = RealShell.sleeper(folder, "pg_dump");
        try {
            List<DumpProcess> found =
                    DumpProcesses.read(RealShell.run(DumpProcesses.list())).orElseThrow();
            assertThat(found).extracting(DumpProcess::pid).contains(dump.pid(), neighbour.pid());
            List<DumpProcess> ours = found.stream()
                    .filter(process -> process.pid() == dump.pid())
                    .toList();
            assertThat(RealShell.run(DumpProcesses.end(ours))).isEqualTo("exit 0");
            assertThat(dump.waitFor()).isEqualTo(128 + 15);
            assertThat(neighbour.isAlive()).isTrue();
        } finally {
            dump.destroyForcibly();
            neighbour.destroyForcibly();
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aProcessThatHasThePidButNotTheStartIsLeftAlone() throws IOException, InterruptedException {
        Process other = RealShell.sleeper(folder, "mysqldump");
        try {
            assertThat(RealShell.run(DumpProcesses.end(List.of(new DumpProcess(other.pid(), 1, "mysqldump")))))
                    .isEqualTo("exit 0");
            assertThat(other.isAlive()).isTrue();
        } finally {
            other.destroyForcibly();
        }
    }
}

package io.github.ddevbak.database;

/** Reads the log that ddev keeps of the backup tool, {@code /tmp/snapshot_<file>.log} in the database container. */
public final class SnapshotLog {
    private SnapshotLog() {}

    /**
     * Whether mariabackup or xtrabackup says that all went well: its last line ends so (MariaDB 10.1 to 11.8,
     * xtrabackup 2.4 to 8.4).
     */
    public static boolean completed(String logText) {
        return logText.stripTrailing().endsWith("completed OK!");
    }
}

package io.github.ddevbak.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * The making of one snapshot in a running project, and all that can go wrong with it (recordings 300 to 308, 741).
 *
 * @param file its file's name
 * @param target where ddev copies it to
 */
record Making(Sites sites, Site site, String name, String file, Path target) {

    Said make(Call call, Voice voice, Interruption interruption) throws IOException {
        byte[] content = SnapshotStream.of(site, call.struckBy(Fault.Kind.HOLLOW_FILE));
        byte[] half = Arrays.copyOf(content, content.length / 2);
        Path temporary = inContainer("/var/tmp/" + file);
        if (interruption.strikes()) {
            Files.write(temporary, half);
            DumpProcess.begin(
                    sites,
                    site,
                    site.configuration().postgres()
                            ? "pg_basebackup -D /var/tmp/pgbackup"
                            : "mariabackup --backup --stream=mbstream");
            return voice.exit(0).ending(interruption.ending());
        }
        if (call.struckBy(Fault.Kind.FAILS_WITH_EXIT_0)) {
            Files.writeString(temporary, "partial", UTF_8);
            voice.warning("Failed to create snapshot: exit status 1, stdout=, stderr=");
            voice.failure("Failed to snapshot " + site.name() + ": exit status 1");
            return voice.exit(0);
        }
        writeLog(!call.struckBy(Fault.Kind.LOG_WITHOUT_OK));
        if (call.struckBy(Fault.Kind.DISK_FULL)) {
            Files.write(temporary, content);
            Files.write(target, half);
            voice.failure("Failed to snapshot " + site.name() + ": " + diskFull());
            return voice.exit(0);
        }
        copy(call, content, half);
        voice.success("Created database snapshot " + name);
        voice.success("Restore this snapshot with 'ddev snapshot restore " + name + "'");
        return voice.exit(0);
    }

    private void copy(Call call, byte[] content, byte[] half) throws IOException {
        if (call.struckBy(Fault.Kind.LIES)) {
            return;
        }
        boolean truncated = call.struckBy(Fault.Kind.TRUNCATED_WITH_SUCCESS) || call.struckBy(Fault.Kind.PARTIAL_FILE);
        String other = call.strikes().detail(Fault.Kind.WRONG_FILE);
        Path actual = call.struckBy(Fault.Kind.WRONG_FILE)
                ? target.resolveSibling(other.isEmpty() ? "other-" + file : other.replace("{name}", name))
                : target;
        Files.write(actual, call.struckBy(Fault.Kind.EMPTY_FILE) ? new byte[0] : truncated ? half : content);
    }

    private String diskFull() {
        String copy = "cp -r /var/tmp/" + file + " /mnt/ddev_config/db_snapshots";
        return "failed to '" + copy + "': command '" + copy
                + "' returned exit code 1, stdout=, stderr=cp: error writing" + " '/mnt/ddev_config/db_snapshots/"
                + file + "': No space left on device\n";
    }

    /** The backup tool's own log; pg_basebackup writes none that says so. */
    private void writeLog(boolean completed) throws IOException {
        String text = site.configuration().postgres()
                ? ""
                : "[00] 2026-11-22 16:58:13 Executing BACKUP STAGE END\n"
                        + "[00] 2026-11-22 16:58:13 Redo log (from LSN 44404 to 51819) was copied.\n"
                        + (completed ? "[00] 2026-11-22 16:58:13 completed OK!\n" : "");
        Files.writeString(inContainer("/tmp/snapshot_" + file + ".log"), text, UTF_8);
        if (site.configuration().postgres()) {
            Files.createDirectories(inContainer("/var/tmp/pgbackup"));
        }
    }

    private Path inContainer(String path) throws IOException {
        Path inside = sites.folder().inContainer(site.name(), path).orElseThrow();
        Files.createDirectories(inside.getParent());
        return inside;
    }
}

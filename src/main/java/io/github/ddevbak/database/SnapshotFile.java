package io.github.ddevbak.database;

import io.github.ddevbak.project.DatabaseServer;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The name ddev gives to a snapshot file: {@code <name>-<type>_<version><suffix>}, type and version as in config.yaml
 * (ddev v1.22 to v1.25.4, pkg/ddevapp/snapshot.go).
 *
 * @param name of the snapshot
 * @param server it was taken from and can be restored to
 * @param suffix {@code .zst} since v1.25.0, {@code .gz} before; uncompressed {@code .mbstream} or {@code .xbstream}
 */
public record SnapshotFile(String name, DatabaseServer server, String suffix) {
    private static final Pattern FORM = Pattern.compile(
            "([^/\\p{Cntrl}]+)-(mariadb|mysql|postgres)_([0-9A-Za-z.]{1,32})(\\.zst|\\.gz|\\.mbstream|\\.xbstream)");

    /** Empty where ddev would not have given this name to a snapshot. */
    public static Optional<SnapshotFile> parse(String fileName) {
        Matcher form = FORM.matcher(fileName);
        if (!form.matches()) {
            return Optional.empty();
        }
        DatabaseServer.Family family = switch (form.group(2)) {
            case "mariadb" -> DatabaseServer.Family.MARIADB;
            case "mysql" -> DatabaseServer.Family.MYSQL;
            default -> DatabaseServer.Family.POSTGRES;
        };
        return Optional.of(new SnapshotFile(form.group(1), new DatabaseServer(family, form.group(3)), form.group(4)));
    }
}

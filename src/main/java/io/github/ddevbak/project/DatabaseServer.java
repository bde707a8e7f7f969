package io.github.ddevbak.project;

import java.util.Arrays;
import java.util.Optional;

/**
 * A project's database server as its configuration names it.
 *
 * @param family which of the three
 * @param version such as {@code 10.11}
 */
public record DatabaseServer(Family family, String version) {
    private static final String VERSION = "[0-9A-Za-z._-]{1,32}";

    /** The servers ddev can run. */
    public enum Family {
        MARIADB("mariadb"),
        MYSQL("mysql"),
        POSTGRES("postgres");

        private final String word;

        Family(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }
    }

    public DatabaseServer {
        if (!version.matches(VERSION)) {
            throw new IllegalArgumentException("not a database version: " + Printable.text(version));
        }
    }

    public boolean postgres() {
        return family == Family.POSTGRES;
    }

    /** What {@link #typeAndVersion} wrote; empty where it is none of the three. */
    public static Optional<DatabaseServer> parse(String typeAndVersion) {
        int colon = typeAndVersion.indexOf(':');
        String version = typeAndVersion.substring(colon + 1);
        return Arrays.stream(Family.values())
                .filter(family -> colon > 0 && typeAndVersion.startsWith(family.word() + ":"))
                .filter(family -> version.matches(VERSION))
                .map(family -> new DatabaseServer(family, version))
                .findFirst();
    }

    /** {@code type:version}, as ddev writes it. */
    public String typeAndVersion() {
        return family.word() + ":" + version;
    }
}

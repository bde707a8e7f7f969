package io.github.ddevbak.project;

/**
 * A project's database server as its configuration names it.
 *
 * @param family which of the three
 * @param version such as {@code 10.11}
 */
public record DatabaseServer(Family family, String version) {

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
        if (!version.matches("[0-9A-Za-z._-]{1,32}")) {
            throw new IllegalArgumentException("not a database version: " + Printable.text(version));
        }
    }

    public boolean postgres() {
        return family == Family.POSTGRES;
    }

    /** {@code type:version}, as ddev writes it. */
    public String typeAndVersion() {
        return family.word() + ":" + version;
    }
}

package io.github.ddevbak.backup;

import java.util.Locale;

/** What loss a project outlives with all its parts. */
public enum Survives {
    /** Something would be lost whatever happens. */
    NOTHING,
    /** A good copy of every part exists, but on the disk of the project. */
    MISTAKE,
    /** Every part also has a copy elsewhere. */
    DISK;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}

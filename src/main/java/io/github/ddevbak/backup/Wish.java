package io.github.ddevbak.backup;

import io.github.ddevbak.project.Part;
import java.util.EnumSet;
import java.util.Set;
import java.util.TreeSet;

/**
 * What the user wants done to each chosen project.
 *
 * @param parts the parts asked for
 * @param dump whether databases are dumped as SQL
 * @param snapshot whether ddev takes a snapshot
 * @param databases the databases asked for; empty means every one of the server
 * @param code how git is asked
 */
public record Wish(Set<Part> parts, boolean dump, boolean snapshot, Set<String> databases, CodeWish code) {

    public Wish {
        parts = parts.isEmpty() ? EnumSet.noneOf(Part.class) : EnumSet.copyOf(parts);
        databases = new TreeSet<>(databases);
    }

    /** Without a wish of its own for the code: only the local repositories are asked. */
    public Wish(Set<Part> parts, boolean dump, boolean snapshot, Set<String> databases) {
        this(parts, dump, snapshot, databases, CodeWish.LOCAL);
    }

    public boolean wants(Part part) {
        return parts.contains(part);
    }
}

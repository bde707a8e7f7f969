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
 */
public record Wish(Set<Part> parts, boolean dump, boolean snapshot, Set<String> databases) {

    public Wish {
        parts = parts.isEmpty() ? EnumSet.noneOf(Part.class) : EnumSet.copyOf(parts);
        databases = new TreeSet<>(databases);
    }

    public boolean wants(Part part) {
        return parts.contains(part);
    }
}

package io.github.ddevbak.backup;

import io.github.ddevbak.project.DumpFormat;
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
 * @param rehash whether every user file is read, also where it is known to be unchanged
 * @param format in which dumps are stored
 */
public record Wish(
        Set<Part> parts,
        boolean dump,
        boolean snapshot,
        Set<String> databases,
        CodeWish code,
        boolean rehash,
        DumpFormat format) {

    public Wish {
        parts = parts.isEmpty() ? EnumSet.noneOf(Part.class) : EnumSet.copyOf(parts);
        databases = new TreeSet<>(databases);
    }

    /** What is known of unchanged user files is trusted, and dumps are gzip. */
    public Wish(Set<Part> parts, boolean dump, boolean snapshot, Set<String> databases, CodeWish code) {
        this(parts, dump, snapshot, databases, code, false, DumpFormat.GZ);
    }

    /** The same; every user file is read, or not. */
    public Wish rehashing(boolean all) {
        return new Wish(parts, dump, snapshot, databases, code, all, format);
    }

    /** The same; dumps are stored in that format. */
    public Wish in(DumpFormat other) {
        return new Wish(parts, dump, snapshot, databases, code, rehash, other);
    }

    /** Without a wish of its own for the code: only the local repositories are asked. */
    public Wish(Set<Part> parts, boolean dump, boolean snapshot, Set<String> databases) {
        this(parts, dump, snapshot, databases, CodeWish.LOCAL);
    }

    public boolean wants(Part part) {
        return parts.contains(part);
    }
}

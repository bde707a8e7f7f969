package io.github.ddevbak.project;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How many objects of each kind a database holds, by the server's or a dump's own account.
 *
 * @param tables base, versioned and partitioned tables (a PostgreSQL partition counts as a table of its own)
 * @param sequences sequences, those behind identity and serial columns included
 * @param views plain views
 * @param materializedViews PostgreSQL only
 * @param routines functions, procedures, aggregates and packages, without what an extension owns
 * @param events MySQL and MariaDB only
 * @param triggers triggers, without internal ones
 */
public record SchemaCounts(
        long tables, long sequences, long views, long materializedViews, long routines, long events, long triggers) {

    public static final SchemaCounts NONE = new SchemaCounts(0, 0, 0, 0, 0, 0, 0);

    /** What of this falls outside the two, in words such as {@code views 2, not 3}; empty where all lies between. */
    public Optional<String> outside(SchemaCounts before, SchemaCounts after) {
        List<String> wrong = new ArrayList<>();
        outside(wrong, "tables", tables, before.tables, after.tables);
        outside(wrong, "sequences", sequences, before.sequences, after.sequences);
        outside(wrong, "views", views, before.views, after.views);
        outside(wrong, "materialized views", materializedViews, before.materializedViews, after.materializedViews);
        outside(wrong, "routines", routines, before.routines, after.routines);
        outside(wrong, "events", events, before.events, after.events);
        outside(wrong, "triggers", triggers, before.triggers, after.triggers);
        return wrong.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", wrong));
    }

    private static void outside(List<String> wrong, String what, long dumped, long before, long after) {
        long least = Math.min(before, after);
        long most = Math.max(before, after);
        if (dumped < least || dumped > most) {
            wrong.add(what + " " + dumped + ", not " + (least == most ? "" + least : least + " to " + most));
        }
    }
}

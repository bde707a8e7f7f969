package io.github.ddevbak.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a client made of a dump that it read: the database as far as it came, and the error that ended it.
 *
 * @param database with the statements that were whole
 * @param error as the client says it; empty where it read to the end without one
 */
record Loaded(SimulatedDatabase database, Optional<String> error) {

    /** Reads a dump into a database, statement by statement. */
    static Loaded into(SimulatedDatabase before, byte[] dump, boolean postgres) {
        return postgres ? new PostgresReader(before).read(dump) : new MariadbReader(before).read(dump);
    }

    /** The list with the one of that name in its place, or at the end. */
    static List<SimulatedDatabase.Table> with(List<SimulatedDatabase.Table> tables, SimulatedDatabase.Table table) {
        List<SimulatedDatabase.Table> all = new ArrayList<>(tables);
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).name().equals(table.name())) {
                all.set(i, table);
                return all;
            }
        }
        all.add(table);
        return all;
    }

    static List<SimulatedDatabase.View> with(List<SimulatedDatabase.View> views, SimulatedDatabase.View view) {
        List<SimulatedDatabase.View> all = new ArrayList<>(views);
        all.removeIf(old -> old.name().equals(view.name()));
        all.add(view);
        return all;
    }

    static <T> List<T> plus(List<T> list, T one) {
        List<T> all = new ArrayList<>(list);
        if (!all.contains(one)) {
            all.add(one);
        }
        return all;
    }
}

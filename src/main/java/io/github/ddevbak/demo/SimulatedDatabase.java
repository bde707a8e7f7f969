package io.github.ddevbak.demo;

import java.util.ArrayList;
import java.util.List;

/** One database of a simulated server: names and counts, from which its dump can be written out. */
record SimulatedDatabase(
        String name,
        List<Table> tables,
        List<String> sequences,
        List<View> views,
        List<String> materializedViews,
        List<Routine> routines,
        List<String> events,
        List<Trigger> triggers) {

    /** A table with so many rows. In PostgreSQL the name may hold a schema. */
    record Table(String name, int rows) {}

    /** A view of a table; a broken one's table is gone. */
    record View(String name, String table, boolean broken) {}

    /** A procedure or function. */
    record Routine(String name, boolean function) {}

    /** A trigger on a table. */
    record Trigger(String name, String table) {}

    SimulatedDatabase {
        tables = List.copyOf(tables);
        sequences = List.copyOf(sequences);
        views = List.copyOf(views);
        materializedViews = List.copyOf(materializedViews);
        routines = List.copyOf(routines);
        events = List.copyOf(events);
        triggers = List.copyOf(triggers);
    }

    /** A database with nothing but tables. */
    static SimulatedDatabase of(String name, Table... tables) {
        return new SimulatedDatabase(
                name, List.of(tables), List.of(), List.of(), List.of(), List.of(), List.of(), List.of());
    }

    SimulatedDatabase withTables(List<Table> newTables) {
        return new SimulatedDatabase(name, newTables, sequences, views, materializedViews, routines, events, triggers);
    }

    SimulatedDatabase plusTable(Table table) {
        List<Table> more = new ArrayList<>(tables);
        more.add(table);
        return withTables(more);
    }

    SimulatedDatabase withoutLastTable() {
        return withTables(tables.subList(0, Math.max(0, tables.size() - 1)));
    }

    /** So many rows more in the last table; the same where there is none. */
    SimulatedDatabase withRowsInLastTable(int more) {
        if (tables.isEmpty()) {
            return this;
        }
        Table last = tables.get(tables.size() - 1);
        return withoutLastTable().plusTable(new Table(last.name(), last.rows() + more));
    }

    long rows() {
        return tables.stream().mapToLong(Table::rows).sum();
    }

    SimulatedDatabase plusView(View view) {
        List<View> more = new ArrayList<>(views);
        more.add(view);
        return withViews(more);
    }

    SimulatedDatabase withViews(List<View> newViews) {
        return new SimulatedDatabase(name, tables, sequences, newViews, materializedViews, routines, events, triggers);
    }

    SimulatedDatabase withSequences(List<String> newSequences) {
        return new SimulatedDatabase(name, tables, newSequences, views, materializedViews, routines, events, triggers);
    }

    SimulatedDatabase withMaterializedViews(List<String> newMaterializedViews) {
        return new SimulatedDatabase(name, tables, sequences, views, newMaterializedViews, routines, events, triggers);
    }

    SimulatedDatabase withRoutines(List<Routine> newRoutines) {
        return new SimulatedDatabase(name, tables, sequences, views, materializedViews, newRoutines, events, triggers);
    }

    SimulatedDatabase withEvents(List<String> newEvents) {
        return new SimulatedDatabase(name, tables, sequences, views, materializedViews, routines, newEvents, triggers);
    }

    SimulatedDatabase withTriggers(List<Trigger> newTriggers) {
        return new SimulatedDatabase(name, tables, sequences, views, materializedViews, routines, events, newTriggers);
    }

    /** A rough size, in bytes. */
    long bytes() {
        return 16384L
                + tables.stream()
                        .mapToLong(table -> 16384L + 512L * table.rows())
                        .sum();
    }
}

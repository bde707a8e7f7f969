package io.github.ddevbak.demo;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A dump on its way into a simulated server, with what can go wrong on it. */
final class Loading {
    private static final String LOST = "ERROR 2013 (HY000) at line 97: Lost connection to server during query";

    private final Sites sites;

    Loading(Sites sites) {
        this.sites = sites;
    }

    /**
     * Reads the dump into the database, which is there.
     *
     * @return how the client ends it; empty where it is content
     */
    Optional<String> into(Site site, String database, byte[] dump, Strikes strikes) throws IOException {
        ProjectState state = sites.folder().project(site.name());
        SimulatedDatabase before = find(state.databases(), database).orElseGet(() -> SimulatedDatabase.of(database));
        boolean postgres = site.configuration().postgres();
        Loaded loaded = Loaded.into(before, struck(dump, strikes), postgres);
        SimulatedDatabase after = loaded.database();
        if (strikes.has(Fault.Kind.STALE_FILE)) {
            after = after.withoutLastTable();
        }
        if (strikes.has(Fault.Kind.ROW_LOST)) {
            after = after.withRowsInLastTable(-1);
        }
        if (strikes.has(Fault.Kind.ROW_WRITTEN_MEANWHILE)) {
            after = after.withRowsInLastTable(1);
        }
        sites.folder().save(site.name(), state.withDatabases(with(state.databases(), after)));
        if (strikes.has(Fault.Kind.CONNECTION_LOST)) {
            return Optional.of(LOST);
        }
        boolean hidden = strikes.has(Fault.Kind.CONNECTION_LOST_WITH_EXIT_0) || strikes.has(Fault.Kind.PARTIAL_FILE);
        return hidden ? Optional.empty() : loaded.error();
    }

    private static byte[] struck(byte[] dump, Strikes strikes) {
        if (strikes.has(Fault.Kind.EMPTY_FILE)) {
            return new byte[0];
        }
        boolean half = strikes.has(Fault.Kind.PARTIAL_FILE)
                || strikes.has(Fault.Kind.CONNECTION_LOST)
                || strikes.has(Fault.Kind.CONNECTION_LOST_WITH_EXIT_0)
                || strikes.has(Fault.Kind.HANGS)
                || strikes.has(Fault.Kind.DIES_HALF_WAY)
                || strikes.has(Fault.Kind.CANCELLED_HALF_WAY);
        return half ? Arrays.copyOf(dump, dump.length / 2) : dump;
    }

    /** Drops a database, if it is there, and makes an empty one of that name. */
    void recreate(Site site, String database) throws IOException {
        ProjectState state = sites.folder().project(site.name());
        sites.folder().save(site.name(), state.withDatabases(with(state.databases(), SimulatedDatabase.of(database))));
    }

    private static Optional<SimulatedDatabase> find(List<SimulatedDatabase> databases, String name) {
        return databases.stream().filter(one -> one.name().equals(name)).findFirst();
    }

    private static List<SimulatedDatabase> with(List<SimulatedDatabase> databases, SimulatedDatabase database) {
        List<SimulatedDatabase> all = new ArrayList<>();
        boolean placed = false;
        for (SimulatedDatabase old : databases) {
            boolean same = old.name().equals(database.name());
            all.add(same ? database : old);
            placed |= same;
        }
        if (!placed) {
            all.add(database);
        }
        return all;
    }
}

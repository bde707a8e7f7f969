package io.github.ddevbak.demo;

/** A project's server with the view that {@link Fault.Kind#BROKEN_VIEW} asks for. */
final class Broken {
    private Broken() {}

    /** The site with a view of a dropped table, in the database that the fault's detail names or in {@code db}. */
    static Site view(Site site, Strikes strikes) {
        if (!strikes.has(Fault.Kind.BROKEN_VIEW)) {
            return site;
        }
        String detail = strikes.detail(Fault.Kind.BROKEN_VIEW);
        return site.withState(site.state()
                .withDatabase(
                        detail.isEmpty() ? "db" : detail,
                        database -> database.plusView(new SimulatedDatabase.View("v_bad", "dropped", true))));
    }
}

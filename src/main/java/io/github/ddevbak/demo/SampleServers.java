package io.github.ddevbak.demo;

import io.github.ddevbak.demo.SimulatedDatabase.Routine;
import io.github.ddevbak.demo.SimulatedDatabase.Table;
import io.github.ddevbak.demo.SimulatedDatabase.Trigger;
import io.github.ddevbak.demo.SimulatedDatabase.View;
import java.util.List;
import java.util.Map;

/** What the sample's database servers hold. */
final class SampleServers {
    private SampleServers() {}

    static ProjectState of(String project) {
        return switch (project) {
            case "shop" -> shop();
            case "blog" -> ProjectState.stopped(List.of(blog()), List.of());
            default -> ProjectState.stopped(List.of(), List.of()).withContainers(Map.of("web", "running"));
        };
    }

    private static ProjectState shop() {
        SimulatedDatabase site = SimulatedDatabase.of(
                        "db",
                        new Table("cache_render", 60),
                        new Table("node_field_data", 120),
                        new Table("product", 400),
                        new Table("users_field_data", 25),
                        new Table("watchdog", 200))
                .withViews(List.of(new View("v_product", "product", false)))
                .withTriggers(List.of(new Trigger("t_ins", "product")));
        SimulatedDatabase reporting = SimulatedDatabase.of("reporting", new Table("month", 12), new Table("sale", 300))
                .withViews(List.of(new View("v_sale", "sale", false)))
                .withRoutines(List.of(new Routine("with_tax", true), new Routine("p_rollup", false)))
                .withEvents(List.of("e_rollup"));
        ProjectState.Account reporter = new ProjectState.Account("reporter", "SELECT ON `reporting`.*");
        return ProjectState.stopped(List.of(site, reporting), List.of(reporter))
                .withContainers(Map.of("web", "running", "db", "running"));
    }

    private static SimulatedDatabase blog() {
        return SimulatedDatabase.of(
                "db",
                new Table("wp_comments", 40),
                new Table("wp_options", 150),
                new Table("wp_posts", 80),
                new Table("wp_users", 3));
    }
}

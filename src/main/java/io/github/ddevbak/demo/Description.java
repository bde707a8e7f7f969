package io.github.ddevbak.demo;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** {@code ddev describe} (recordings 020 to 025, 031a, 031g, 800, 854). */
final class Description {
    private final Sites sites;
    private final Listing listing;

    Description(Sites sites, Listing listing) {
        this.sites = sites;
        this.listing = listing;
    }

    Said describe(Call call, Voice voice) throws IOException, DdevFailedException {
        Site site;
        try {
            site = sites.meant(call, voice).get(0);
        } catch (DdevFailedException e) {
            throw new DdevFailedException("Failed to describe project(s): " + e.getMessage());
        }
        if (site.presence() != Site.Presence.WHOLE) {
            throw new DdevFailedException("Failed to describe " + site.name() + ": " + missing(site));
        }
        Map<String, @Nullable Object> raw = new TreeMap<>(listing.shared(site));
        addDatabase(raw, site);
        addServices(raw, site);
        voice.data("Project: " + site.name() + " " + raw.get("shortroot") + "\n", raw);
        return voice.exit(0);
    }

    private static void addServices(Map<String, @Nullable Object> raw, Site site) {
        boolean up = site.status().equals("running");
        List<String> urls = List.of("http://127.0.0.1:32768");
        raw.put("fail_on_hook_fail", false);
        raw.put("hostname", site.name() + ".ddev.site");
        raw.put("hostnames", List.of());
        raw.put("httpURLs", up ? urls : null);
        raw.put("httpsURLs", null);
        raw.put("performance_mode", "none");
        raw.put("php_version", "8.4");
        raw.put("router_http_port", "80");
        raw.put("router_https_port", "443");
        raw.put("router_status", "stopped");
        raw.put("router_status_log", "");
        raw.put("services", services(site));
        raw.put("ssh_agent_status", "stopped");
        raw.put("urls", up ? urls : null);
        raw.put("webimg", "ddev/ddev-webserver:" + Versions.SIMULATED);
        raw.put("webserver_type", "nginx-fpm");
        raw.put("xdebug_enabled", false);
        raw.put("xhgui_status", "disabled");
        raw.put("xhprof_mode", "xhgui");
    }

    /** Why ddev cannot work with a project whose files are not all there. */
    static String missing(Site site) {
        String what = site.presence() == Site.Presence.DIRECTORY_MISSING
                ? "ddev can no longer find your project files at " + site.approot()
                : "ddev can no longer find the .ddev/config.yaml file at " + Configuration.file(site.approot());
        return what + ". If you would like to continue using DDEV to manage this project please restore your files to"
                + " that directory. If you would like to make DDEV forget this project, you may run"
                + " 'ddev stop --unlist " + site.name() + "'";
    }

    private static void addDatabase(Map<String, @Nullable Object> raw, Site site) {
        Configuration configuration = site.configuration();
        raw.put("database_type", configuration.family());
        raw.put("database_version", configuration.version());
        raw.put("dbimg", configuration.databaseImage());
        if (configuration.databaseOmitted()) {
            return;
        }
        String state = site.state().containers().getOrDefault("db", "stopped");
        Map<String, Object> database = new TreeMap<>();
        database.put("database_type", configuration.family());
        database.put("database_version", configuration.version());
        database.put("dbPort", port(site, "db"));
        database.put("dbname", "db");
        database.put("host", "db");
        database.put("password", "db");
        database.put("published_port", state.equals("stopped") ? -1 : state.equals("exited") ? 0 : 32770);
        database.put("username", "db");
        raw.put("dbinfo", database);
    }

    private static Map<String, Object> services(Site site) {
        Map<String, Object> services = new TreeMap<>();
        for (String service : site.services()) {
            String state = site.state().containers().getOrDefault(service, "stopped");
            services.put(service, service(site, service, state, port(site, service)));
        }
        if (!site.configuration().databaseOmitted()) {
            Map<String, Object> profiler = service(site, "xhgui", "stopped", "");
            profiler.put("describe-url-port", "Launch: ddev xhgui");
            services.put("xhgui", profiler);
        }
        return services;
    }

    private static Map<String, Object> service(Site site, String service, String state, String port) {
        Map<String, Object> fields = new TreeMap<>();
        fields.put("describe-info", "");
        fields.put("describe-url-port", "");
        fields.put("exposed_ports", port);
        fields.put("full_name", "ddev-" + site.name() + "-" + service);
        if (service.equals("web")) {
            boolean up = state.equals("running") || state.equals("paused");
            fields.put("host_http_url", up ? "http://127.0.0.1:32768" : "");
            fields.put("host_https_url", up ? "https://127.0.0.1:32769" : "");
        }
        fields.put("host_ports", "");
        fields.put("host_ports_mapping", List.of());
        fields.put("image", image(site, service));
        fields.put("short_name", service);
        fields.put("status", state);
        return fields;
    }

    private static String port(Site site, String service) {
        return service.equals("web") ? "80,443,8025" : site.configuration().postgres() ? "5432" : "3306";
    }

    /** The image a service runs from. */
    static String image(Site site, String service) {
        return service.equals("db")
                ? site.configuration().databaseImage()
                : "ddev/ddev-" + (service.equals("web") ? "webserver" : service) + ":" + Versions.SIMULATED;
    }
}

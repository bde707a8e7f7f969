package io.github.ddevbak.demo;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** {@code ddev list} (recordings 011, 012, 031b, 801, 853). */
final class Listing {
    private final Sites sites;

    Listing(Sites sites) {
        this.sites = sites;
    }

    Said list(Call call, Voice voice) throws IOException, DdevFailedException {
        List<@Nullable Object> raw = new ArrayList<>();
        StringBuilder table = new StringBuilder("NAME   │ STATUS  │ LOCATION       │ URL  │ TYPE\n");
        for (Site site : sites.all(voice)) {
            boolean active = List.of("running", "paused", "unhealthy").contains(site.status());
            if (hidden(call, site) || (call.flag("active-only") && !active)) {
                continue;
            }
            raw.add(shared(site));
            table.append(String.join(
                            " │ ",
                            site.name(),
                            site.status(),
                            shortRoot(site),
                            "",
                            site.configuration().type()))
                    .append('\n');
        }
        if (call.struckBy(Fault.Kind.NULL_ENTRY)) {
            raw.add(raw.size() / 2, null);
        }
        voice.data(raw.isEmpty() ? "No DDEV projects were found." : table.toString(), raw);
        return voice.exit(0);
    }

    private static boolean hidden(Call call, Site site) {
        return call.struckBy(Fault.Kind.EMPTY_LIST)
                || call.strikes().faults().stream()
                        .anyMatch(fault -> fault.kind() == Fault.Kind.MISSING_FROM_LIST
                                && fault.detail().equals(site.name()));
    }

    /** The fields that {@code list} and {@code describe} share. */
    Map<String, Object> shared(Site site) {
        boolean whole = site.presence() == Site.Presence.WHOLE;
        String host = site.name() + (whole ? ".ddev.site" : ".");
        boolean up = site.status().equals("running") || site.status().equals("unhealthy");
        Map<String, Object> fields = new TreeMap<>();
        fields.put("approot", site.approot().toString());
        fields.put("docroot", site.configuration().docroot());
        fields.put("httpsurl", up ? "https://127.0.0.1:32769" : "");
        fields.put("httpurl", up ? "http://127.0.0.1:32768" : "");
        fields.put("mailpit_https_url", "https://" + host + ":8026");
        fields.put("mailpit_url", "http://" + host + ":8025");
        fields.put("mutagen_enabled", false);
        fields.put("name", site.name());
        fields.put("nodejs_version", whole ? "24" : "");
        fields.put("primary_url", up ? "http://127.0.0.1:32768" : "");
        fields.put("router", "traefik");
        fields.put("router_disabled", whole);
        fields.put("shortroot", shortRoot(site));
        fields.put("status", site.status());
        fields.put("status_desc", site.statusDescription());
        fields.put("type", site.configuration().type());
        fields.put("xhgui_https_url", "https://" + host + ":8142");
        fields.put("xhgui_url", "http://" + host + ":8143");
        return fields;
    }

    private String shortRoot(Site site) {
        Path home = sites.folder().home();
        return site.approot().startsWith(home)
                ? "~/" + home.relativize(site.approot())
                : site.approot().toString();
    }
}

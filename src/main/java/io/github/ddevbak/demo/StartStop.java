package io.github.ddevbak.demo;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** {@code ddev start}, {@code ddev stop}, and the starting that other commands do (recordings 111, 900 to 903). */
final class StartStop {
    private final Sites sites;

    StartStop(Sites sites) {
        this.sites = sites;
    }

    Said start(Call call, Voice voice, Interruption interruption) throws IOException, DdevFailedException {
        List<Site> meant;
        try {
            meant = sites.meant(call, voice);
        } catch (DdevFailedException e) {
            throw new DdevFailedException("Failed to start project(s): " + e.getMessage());
        }
        powerOffAfterUpgrade(call, meant, voice);
        Said half = voice.exit(0);
        for (Site site : meant) {
            if (site.presence() != Site.Presence.WHOLE) {
                throw new DdevFailedException("Failed to start " + site.name() + ": " + Description.missing(site));
            }
            voice.info("Starting " + site.name() + "...");
            if (interruption.strikes()) {
                sites.save(site.withState(site.state().withContainers(halfUp(site))));
                return half.ending(interruption.ending());
            }
            if (call.struckBy(Fault.Kind.LIES)) {
                StartWords.say(site, voice);
            } else {
                bringUp(site, voice);
            }
            voice.success("Successfully started " + site.name());
            voice.success("Your project can be reached at http://127.0.0.1:32768\n"
                    + "See 'ddev describe' for alternate URLs.");
        }
        return voice.exit(0);
    }

    /** The database is up, the rest is as it was or only made. */
    private static Map<String, String> halfUp(Site site) {
        Map<String, String> containers = new TreeMap<>();
        site.services()
                .forEach(service ->
                        containers.put(service, site.state().containers().getOrDefault(service, "created")));
        containers.replace("db", "running");
        return containers;
    }

    /** A new version of ddev stops every project before it starts one (FACTS: pkg/ddevapp/upgrade_check.go). */
    private void powerOffAfterUpgrade(Call call, List<Site> meant, Voice voice)
            throws IOException, DdevFailedException {
        String old = sites.global().lastStartedVersion();
        String now = Versions.of(call);
        if (old.equals(now)) {
            return;
        }
        if (!old.equals("v0.0")) {
            voice.info("You seem to have a new DDEV version (new=" + now + ", old=" + old + ")");
            List<String> kept = meant.stream().map(Site::name).toList();
            for (Site site : sites.all(voice)) {
                if (!site.state().containers().isEmpty() && !kept.contains(site.name())) {
                    takeDown(site, voice);
                    voice.success("Project " + site.name() + " has been stopped.");
                }
            }
        }
        sites.global().writeLastStartedVersion(now);
    }

    /** Starts a project with all that ddev says and writes meanwhile; returns it as it is then. */
    Site bringUp(Site site, Voice voice) throws IOException {
        StartWords.say(site, voice);
        WrittenOnStart.into(site);
        Map<String, String> containers = new TreeMap<>(site.state().containers());
        containers.replaceAll((service, old) -> "running");
        site.services().forEach(service -> containers.put(service, "running"));
        if (site.state().containers().isEmpty()) {
            sites.folder().removeContainerFiles(site.name());
        }
        Site up = site.withState(site.state().withContainers(containers));
        sites.save(up);
        sites.register(up);
        return up;
    }

    Said stop(Call call, Voice voice, Interruption interruption) throws IOException, DdevFailedException {
        List<Site> meant;
        try {
            meant = sites.meant(call, voice);
        } catch (DdevFailedException e) {
            throw new DdevFailedException("Failed to get project(s): " + e.getMessage());
        }
        Said half = voice.exit(0);
        for (Site site : meant) {
            if (interruption.strikes()) {
                sites.save(site.withState(
                        site.state().containers().containsKey("db")
                                ? site.state().withContainer("db", "exited")
                                : site.state()));
                return half.ending(interruption.ending());
            }
            if (site.status().equals("stopped")) {
                voice.success("Project " + site.name() + " is already stopped.");
            } else if (!call.struckBy(Fault.Kind.LIES)) {
                takeDown(site, voice);
            }
            voice.success("Project " + site.name() + " has been stopped.");
        }
        return voice.exit(0);
    }

    /** Stops a project and removes its containers with what was in them. */
    void takeDown(Site site, Voice voice) throws IOException {
        voice.err(StartWords.containers(site, List.of("Stopping", "Stopped", "Removing", "Removed"))
                + " Network ddev-" + site.name() + "_default Removing \n Network ddev-" + site.name()
                + "_default Removed \n");
        sites.save(site.withState(site.state().withContainers(Map.of())));
    }

    /** Stops a project's containers and keeps them. */
    void pause(Site site, Voice voice) throws IOException {
        voice.err(StartWords.containers(site, List.of("Stopping", "Stopped")));
        ProjectState state = site.state();
        for (String service : site.services()) {
            state = state.withContainer(service, "exited");
        }
        sites.save(site.withState(state));
    }
}

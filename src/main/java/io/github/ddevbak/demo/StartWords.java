package io.github.ddevbak.demo;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What ddev and compose print while containers come and go (recordings 031e, 031h, 031k, 111, 902, 903). */
final class StartWords {
    private StartWords() {}

    /** All that is said while a project is started. */
    static void say(Site site, Voice voice) {
        String services = String.join(" ", site.services());
        voice.out("Building project images..." + voice.green("Project images built in 2s.")
                + "\nWaiting for containers to become ready: [" + services + "]... ready in 2.0s\n");
        docrootNotice(site, voice);
        voice.warning("Not trying to add hostnames to hosts file because DDEV_NONINTERACTIVE=true");
        StringBuilder compose = new StringBuilder(". ").append(imageLines(site)).append("\n");
        if (site.state().containers().isEmpty()) {
            compose.append(" Network ddev-" + site.name() + "_default Creating \n Network ddev-" + site.name()
                    + "_default Created \n");
        }
        for (String service : site.services()) {
            compose.append(containers(site, service, stepsUp(site, service)));
        }
        voice.err(compose.toString());
    }

    /** What compose does with a container. */
    private static List<String> stepsUp(Site site, String service) {
        String state = site.state().containers().getOrDefault(service, "");
        if (state.equals("running") && !site.status().equals("running")) {
            return List.of("Running");
        }
        return switch (state) {
            case "" -> List.of("Creating", "Created", "Starting", "Started");
            case "running", "paused" -> List.of("Recreate", "Recreated", "Starting", "Started");
            default -> List.of("Starting", "Started");
        };
    }

    private static void docrootNotice(Site site, Voice voice) {
        Path docroot = site.approot().resolve(site.configuration().docroot());
        if (!Files.exists(docroot.resolve("index.php")) && !Files.exists(docroot.resolve("index.html"))) {
            voice.notice("The index.php or index.html does not yet exist at this path:\n" + docroot + "/index.*\n"
                    + "You may get 403 errors 'permission denied' from the browser until it does.\n"
                    + "Ignore if a later action (like `ddev composer create-project`) will create it.\n");
        }
    }

    private static String imageLines(Site site) {
        StringBuilder lines = new StringBuilder();
        for (String step : List.of("Building", "Built")) {
            site.services()
                    .forEach(service -> lines.append((lines.isEmpty() ? "" : " ") + "Image "
                            + Description.image(site, service) + "-" + site.name() + "-built " + step + " \n"));
        }
        return lines.toString();
    }

    /** A line for each step of each container. */
    static String containers(Site site, List<String> steps) {
        StringBuilder lines = new StringBuilder();
        site.services().forEach(service -> lines.append(containers(site, service, steps)));
        return lines.toString();
    }

    private static String containers(Site site, String service, List<String> steps) {
        StringBuilder lines = new StringBuilder();
        steps.forEach(step -> lines.append(" Container ddev-" + site.name() + "-" + service + " " + step + " \n"));
        return lines.toString();
    }
}

package io.github.ddevbak.demo;

import java.io.IOException;
import java.nio.file.Files;

/** What ddev leaves where it was called for a project whose folder or configuration is gone (recordings 803, 830). */
final class Skeleton {
    static final String CANNOT_START = """
            decoding failed due to the following error(s):

            'services[db].healthcheck.start_period' time: invalid duration "s"
            'services[web].healthcheck.start_period' time: invalid duration "s"
            'services[xhgui].healthcheck.start_period' time: invalid duration "s\"""";

    private Skeleton() {}

    static void make(Site site, Voice voice) throws IOException {
        voice.notice("The project docroot does not yet exist or is misconfigured at this path:\n" + site.approot()
                + "\nYou may get 403 errors 'permission denied' from the browser until it does.\n");
        Files.createDirectories(site.approot().resolve(".ddev/.webimageBuild"));
        Files.createDirectories(site.snapshots());
    }
}

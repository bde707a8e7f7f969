package io.github.ddevbak.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** {@code ddev snapshot} (recordings 100 to 125, 300 to 308, 730, 732, 741, 803). */
final class Snapshots {
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMddHHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final Sites sites;
    private final StartStop startStop;
    private final Clock clock;

    Snapshots(Sites sites, StartStop startStop, Clock clock) {
        this.sites = sites;
        this.startStop = startStop;
        this.clock = clock;
    }

    Said snapshot(Call call, Voice voice, Interruption interruption) throws IOException, DdevFailedException {
        List<Site> meant;
        try {
            meant = sites.meant(call, voice);
        } catch (DdevFailedException e) {
            throw new DdevFailedException("Unable to get project(s) " + call.arguments() + ": " + e.getMessage());
        }
        if (call.flag("list")) {
            return new SnapshotListing().list(meant, voice);
        }
        for (Site site : meant) {
            if (site.configuration().databaseOmitted()) {
                voice.warning("Database is omitted for project " + site.name() + ", skipping snapshot");
                continue;
            }
            Site up = started(site, voice);
            Said cut = one(call, up, voice, interruption);
            if (interruption.strikes()) {
                return cut;
            }
            putBack(site, voice);
        }
        return voice.exit(0);
    }

    private Site started(Site site, Voice voice) throws IOException, DdevFailedException {
        if (site.status().equals("running")) {
            return site;
        }
        voice.warning("Project " + site.name() + " is " + site.status() + ", starting it to create a snapshot");
        if (site.presence() != Site.Presence.WHOLE) {
            Skeleton.make(site, voice);
            throw new DdevFailedException("Failed to start " + site.name() + ": " + Skeleton.CANNOT_START);
        }
        return startStop.bringUp(site, voice);
    }

    /** Stopped and paused projects are so again; an unhealthy one stays up (031h). */
    private void putBack(Site before, Voice voice) throws IOException {
        if (before.status().equals("stopped")) {
            startStop.takeDown(before, voice);
        } else if (before.status().equals("paused")) {
            startStop.pause(before, voice);
        }
    }

    private Said one(Call call, Site site, Voice voice, Interruption interruption) throws IOException {
        String name = call.flags().getOrDefault("name", site.name() + "_" + STAMP.format(clock.instant()));
        String file = name + "-" + site.configuration().family() + "_"
                + site.configuration().version() + ".zst";
        Path target = site.snapshots().resolve(file);
        String failed = "Failed to snapshot " + site.name() + ": ";
        if (!name.matches("[A-Za-z0-9._-]+")) {
            voice.failure(failed + "invalid snapshot name '" + name
                    + "': it may only contain letters, numbers, hyphens, periods, and underscores");
            return voice.exit(0);
        }
        Files.createDirectories(site.snapshots());
        if (call.struckBy(Fault.Kind.STALE_FILE) && !Files.exists(target)) {
            Files.write(target, SnapshotStream.of(site, false));
            Files.setLastModifiedTime(target, FileTime.fromMillis(0));
        }
        if (Files.exists(target)) {
            voice.failure(failed + "snapshot " + file + " already exists, please use another snapshot name or clean up"
                    + " snapshots with `ddev snapshot --cleanup`");
            return voice.exit(0);
        }
        voice.success("Creating database snapshot " + name);
        return new Making(sites, site, name, file, target).make(call, voice, interruption);
    }
}

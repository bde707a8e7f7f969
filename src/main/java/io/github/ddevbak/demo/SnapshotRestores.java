package io.github.ddevbak.demo;

import com.github.luben.zstd.ZstdInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** {@code ddev snapshot restore} (recordings 500 to 509, 731, 914, 992, 993): of the working directory's project. */
final class SnapshotRestores {
    private final Sites sites;
    private final StartStop startStop;

    SnapshotRestores(Sites sites, StartStop startStop) {
        this.sites = sites;
        this.startStop = startStop;
    }

    Said restore(Call call, Voice voice, Interruption interruption) throws IOException, DdevFailedException {
        Site site = sites.around(call.directory(), voice);
        if (site.configuration().databaseOmitted()) {
            throw new DdevFailedException("Snapshots are not available when database container is omitted");
        }
        Path file = file(call, site);
        String name = name(file);
        if (!site.status().equals("running")) {
            site = startStop.bringUp(site, voice);
        }
        refuseOther(site, file, name);
        String shown = String.valueOf(file.getFileName());
        voice.success("Stopping db container for snapshot restore of '" + shown + "'...");
        voice.success("With large snapshots this may take a long time.\nThis may time out after 600 seconds \n"
                + "but you can increase it by changing default_container_timeout.");
        if (interruption.strikes()) {
            databaseExited(site, emptied(site));
            return voice.exit(0).ending(interruption.ending());
        }
        if (!call.struckBy(Fault.Kind.LIES)) {
            unpack(site, file, call.strikes(), voice);
        }
        if (!site.configuration().postgres()) {
            voice.info(
                    "Waiting up to 600s for snapshot restore to complete...\nYou can also follow the restore progress"
                            + " in another terminal window with `ddev logs -s db -f " + site.name() + "`");
        }
        voice.success("\nDatabase snapshot " + name + " was restored in 8s");
        return voice.exit(0);
    }

    private static Path file(Call call, Site site) throws IOException, DdevFailedException {
        List<Path> all = List.of();
        if (Files.isDirectory(site.snapshots())) {
            try (Stream<Path> files = Files.list(site.snapshots())) {
                all = files.filter(file -> String.valueOf(file.getFileName()).endsWith(".zst"))
                        .sorted(Comparator.comparing(file -> file.toFile().lastModified()))
                        .toList();
            }
        }
        if (call.flag("latest") && !all.isEmpty()) {
            return all.get(all.size() - 1);
        }
        if (call.arguments().isEmpty()) {
            throw new DdevFailedException("Prompt failed ^D");
        }
        String name = call.arguments().get(0);
        return all.stream()
                .filter(file -> name(file).equals(name))
                .findFirst()
                .orElseThrow(() -> new DdevFailedException("Failed to restore snapshot " + name + " for project "
                        + site.name() + ": no snapshot found for name " + name + ": snapshot " + name + " not found in "
                        + site.snapshots()));
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName()).replaceFirst("-(?:mariadb|mysql|postgres)_[0-9.]+\\.zst$", "");
    }

    private static void refuseOther(Site site, Path file, String name) throws DdevFailedException {
        String server =
                site.configuration().family() + "_" + site.configuration().version();
        String made =
                String.valueOf(file.getFileName()).replaceFirst(".*-((?:mariadb|mysql|postgres)_[0-9.]+)\\.zst$", "$1");
        if (!made.equals(server)) {
            throw new DdevFailedException("Failed to restore snapshot " + name + " for project " + site.name()
                    + ": snapshot '" + name + "' is a DB server '" + made
                    + "' snapshot and is not compatible with the configured DDEV DB server version (" + server
                    + ").  Please restore it using the DB version it was created with, and then you can try upgrading"
                    + " the DDEV DB version");
        }
    }

    /** MariaDB unpacks before it empties, PostgreSQL after; either way the container ends where that fails (509). */
    private void unpack(Site site, Path file, Strikes strikes, Voice voice) throws IOException, DdevFailedException {
        Optional<ProjectState> held = strikes.has(Fault.Kind.CONNECTION_LOST) ? Optional.empty() : server(file);
        if (held.isEmpty()) {
            databaseExited(site, emptied(site));
            throw new DdevFailedException("Failed waiting for web/db containers to become ready: ddev-" + site.name()
                    + "-db container exited.\n\nTroubleshoot this with these commands:\n\n  - ddev logs -s db\n"
                    + "  - docker logs ddev-" + site.name() + "-db\n"
                    + "  - docker inspect --format \"{{ json .State.Health }}\" ddev-" + site.name()
                    + "-db | docker run -i --rm ddev/ddev-utilities jq -r\n");
        }
        StartWords.say(site.withState(site.state().withContainers(Map.of("web", "running"))), voice);
        ProjectState put = sites.folder().project(site.name()).withServerOf(held.orElseThrow());
        if (strikes.has(Fault.Kind.STALE_FILE)) {
            put = put.withDatabase("db", SimulatedDatabase::withoutLastTable);
        }
        sites.folder().save(site.name(), put);
    }

    /** The server in the file; empty where it does not unpack or is none. */
    private static Optional<ProjectState> server(Path file) throws IOException {
        byte[] packed = Files.readAllBytes(file);
        try (ZstdInputStream plain = new ZstdInputStream(new ByteArrayInputStream(packed))) {
            return SnapshotStream.server(plain.readAllBytes());
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** What is left in the volume when unpacking fails. */
    private static List<SimulatedDatabase> emptied(Site site) {
        return site.configuration().postgres()
                ? List.of(SimulatedDatabase.of("db"))
                : site.state().databases();
    }

    private void databaseExited(Site site, List<SimulatedDatabase> databases) throws IOException {
        sites.folder()
                .save(
                        site.name(),
                        sites.folder()
                                .project(site.name())
                                .withContainer("db", "exited")
                                .withDatabases(databases));
    }
}

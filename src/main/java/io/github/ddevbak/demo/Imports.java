package io.github.ddevbak.demo;

import io.github.ddevbak.process.Input;
import io.github.ddevbak.process.Invocation;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** {@code ddev import-db} (recordings 600 to 614, 733, 734, 995, 996); of packed files only {@code .sql.gz}. */
final class Imports {
    private final Sites sites;
    private final StartStop startStop;

    Imports(Sites sites, StartStop startStop) {
        this.sites = sites;
        this.startStop = startStop;
    }

    Said importDb(Call call, Voice voice, Interruption interruption) throws IOException {
        Site site;
        try {
            site = sites.meant(call, voice).get(0);
        } catch (DdevFailedException e) {
            return failed(voice, "unable to get project: " + e.getMessage());
        }
        if (site.presence() != Site.Presence.WHOLE) {
            Skeleton.make(site, voice);
            return failed(voice, "failed to start project " + site.name() + ": " + Skeleton.CANNOT_START);
        }
        if (!site.status().equals("running")) {
            site = startStop.bringUp(site, voice);
        }
        String database = call.flags().getOrDefault("database", "db");
        String failed = "failed to import database '" + database + "' for " + site.name() + ": ";
        if (site.configuration().databaseOmitted()) {
            return failed(
                    voice,
                    failed + "failed to import database: service db does not exist in project " + site.name()
                            + " (state=doesnotexist)\nstdout: \nstderr: ");
        }
        Optional<String> asset = asset(call);
        if (asset.isPresent()) {
            return failed(voice, failed + asset.orElseThrow());
        }
        byte[] dump;
        try {
            dump = dump(call);
        } catch (EOFException | ZipException e) {
            return failed(voice, failed + "failed to extract provided file: unexpected EOF");
        }
        return call.struckBy(Fault.Kind.DISK_FULL)
                ? failed(voice, failed + "failed to extract provided file: no space left on device")
                : replaced(call, site, database, dump, failed, voice, interruption);
    }

    private Said replaced(
            Call call, Site site, String database, byte[] dump, String failed, Voice voice, Interruption interruption)
            throws IOException {
        if (call.struckBy(Fault.Kind.OTHERS_CONNECTED)) {
            return failed(
                    voice,
                    failed + "failed to import database: exit status 1\nstdout: \nstderr: ERROR:  database \""
                            + database
                            + "\" is being accessed by other users\nDETAIL:  There is 1 other session using the database.\n");
        }
        if (!call.struckBy(Fault.Kind.LIES)) {
            Loading loading = new Loading(sites);
            if (!call.flag("no-drop")) {
                loading.recreate(site, database);
            }
            Optional<String> error = loading.into(site, database, dump, call.strikes());
            if (interruption.strikes()) {
                return voice.exit(0).ending(interruption.ending());
            }
            if (error.isPresent()) {
                int exit = site.configuration().postgres() ? 3 : 1;
                return failed(
                        voice,
                        failed + "failed to import database: exit status " + exit + "\nstdout: \nstderr: "
                                + error.orElseThrow() + "\n");
            }
        }
        voice.success("Successfully imported database '" + database + "' for " + site.name());
        return voice.exit(0);
    }

    /** Why the file is none that ddev imports; empty where it is, or where standard input is read. */
    private static Optional<String> asset(Call call) {
        String file = call.flags().getOrDefault("file", "");
        if (file.isEmpty()) {
            return Optional.empty();
        }
        String unable = "unable to validate import asset " + file + ": invalid asset: ";
        if (!Files.exists(call.directory().resolve(Path.of(file)))) {
            return Optional.of(unable + "file not found");
        }
        boolean known = file.endsWith("sql") || file.endsWith("sql.gz");
        return known ? Optional.empty() : Optional.of(unable + "provided path is not a .sql file or archive");
    }

    private static byte[] dump(Call call) throws IOException {
        String file = call.flags().getOrDefault("file", "");
        if (file.isEmpty()) {
            return standardInput(call.invocation());
        }
        byte[] bytes = Files.readAllBytes(call.directory().resolve(Path.of(file)));
        if (!file.endsWith(".gz")) {
            return bytes;
        }
        try (InputStream plain = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            return plain.readAllBytes();
        }
    }

    /** All that the caller has for the child to read. */
    static byte[] standardInput(Invocation invocation) throws IOException {
        if (invocation.input() instanceof Input.FromFile from) {
            return Files.readAllBytes(from.file());
        }
        if (invocation.input() instanceof Input.FromStream from) {
            try (InputStream stream = from.stream()) {
                return stream.readAllBytes();
            }
        }
        return new byte[0];
    }

    /** An error of cobra: plain text and the usage, also under {@code -j}, exit 255. */
    private static Said failed(Voice voice, String message) {
        voice.err("Error: " + message + "\n" + Usages.of("import-db"));
        return voice.exit(255);
    }
}

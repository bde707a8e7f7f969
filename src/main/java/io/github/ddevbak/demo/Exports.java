package io.github.ddevbak.demo;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/** {@code ddev export-db} (recordings 200 to 222, 304, 403, 980, 982). */
final class Exports {
    private final Sites sites;
    private final StartStop startStop;
    private final DumpTool tool;

    Exports(Sites sites, StartStop startStop, DumpTool tool) {
        this.sites = sites;
        this.startStop = startStop;
        this.tool = tool;
    }

    Said export(Call call, Voice voice, Interruption interruption) throws IOException {
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
        if (site.configuration().databaseOmitted()) {
            return failed(
                    voice,
                    cause(site, "service db does not exist in project " + site.name() + " (state=doesnotexist)"));
        }
        return dump(call, site, database, voice, interruption);
    }

    private Said dump(Call call, Site site, String database, Voice voice, Interruption interruption)
            throws IOException {
        Site shown = Broken.view(site, call.strikes());
        String program = site.configuration().postgres() ? "pg_dump -U db " : "mariadb-dump ";
        DumpProcess process = DumpProcess.begin(sites, site, program + database);
        DumpRun run = tool.run(shown, List.of(program.strip(), database), false, call.strikes());
        boolean gzip = Boolean.parseBoolean(call.flags().getOrDefault("gzip", "true"));
        byte[] dump = gzip ? gzipped(run.dump()) : run.dump();
        String file = call.flags().getOrDefault("file", "");
        if (file.isEmpty()) {
            voice.out(dump);
        } else {
            Files.write(call.directory().resolve(Path.of(file)), dump);
        }
        if (interruption.strikes()) {
            return voice.exit(0).half(interruption.ending());
        }
        Said said = run.exit() == 0 || call.struckBy(Fault.Kind.CONNECTION_LOST_WITH_EXIT_0)
                ? wrote(voice, run, site, database, file.isEmpty() ? "stdout" : "file " + file, gzip)
                : notWritten(voice, run, site, call);
        return said.then(() -> process.end(call.strikes(), database));
    }

    private static Said wrote(Voice voice, DumpRun run, Site site, String database, String where, boolean gzip) {
        voice.err(run.stderr());
        voice.err("Wrote database dump from project '" + site.name() + "' database '" + database + "' to " + where
                + " in " + (gzip ? "gzip" : "plain text") + " format.\n");
        return voice.exit(0);
    }

    private static Said notWritten(Voice voice, DumpRun run, Site site, Call call) {
        if (call.struckBy(Fault.Kind.DISK_FULL)) {
            return failed(voice, cause(site, "write /dev/stdout: no space left on device"));
        }
        voice.err(run.stderr());
        return failed(voice, cause(site, "exit status " + run.exit()));
    }

    private static String cause(Site site, String cause) {
        return "failed to export database for " + site.name() + ": unable to export db: " + cause
                + "\nstdout: \nstderr: ";
    }

    /** An error of cobra: plain text and the usage, also under {@code -j}, exit 255. */
    static Said failed(Voice voice, String message) {
        voice.err("Error: " + message + "\n" + Usages.of("export-db"));
        return voice.exit(255);
    }

    private static byte[] gzipped(byte[] plain) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(plain);
        }
        return bytes.toByteArray();
    }
}

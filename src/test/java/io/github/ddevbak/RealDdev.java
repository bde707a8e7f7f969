package io.github.ddevbak;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;

/** The ddev of this machine, for tests that make real projects with it. */
final class RealDdev {
    private static final Map<String, String> QUIET =
            Map.of("DDEV_NONINTERACTIVE", "true", "DDEV_NO_INSTRUMENTATION", "true", "NO_COLOR", "1", "CI", "true");

    private final Path folder;

    RealDdev(Path folder) {
        this.folder = folder;
    }

    /** Whether ddev and its Docker answer. */
    static boolean answers() {
        try {
            Path scratch = Files.createTempDirectory("ddevbak-e2e-probe");
            return new PackagedProgram(scratch, QUIET)
                            .start(List.of("ddev", "list", "-j"))
                            .end()
                            .code()
                    == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** A new project, running. */
    Path project(String name, String database) throws IOException, InterruptedException {
        Path approot = Files.createDirectories(folder.resolve(name));
        ddev(approot, "config", "--project-type=php", "--docroot=", "--project-name=" + name, "--database=" + database);
        ddev(approot, "start", "-y", "--skip-hooks");
        return approot;
    }

    /** Runs ddev in a project's folder; it must succeed. */
    String ddev(Path approot, String... words) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("ddev"));
        command.addAll(List.of(words));
        PackagedProgram.Ended ended =
                new PackagedProgram(approot, QUIET).start(command).end();
        if (ended.code() != 0) {
            throw new IllegalStateException(command + " ended with " + ended.code() + ": " + ended.err());
        }
        return ended.out();
    }

    void delete(String name) throws IOException, InterruptedException {
        new PackagedProgram(folder, QUIET)
                .start(List.of("ddev", "delete", "-Oy", name))
                .end();
    }

    String status(String name) throws IOException, InterruptedException {
        String list = ddev(folder, "list", "-j");
        int at = list.indexOf("\"name\":\"" + name + "\"");
        int status = list.indexOf("\"status\":\"", at) + 10;
        return list.substring(status, list.indexOf('"', status));
    }

    /** A dump's text without what differs between two dumps of the same content. */
    static String content(Path dump) throws IOException {
        try (GZIPInputStream in = new GZIPInputStream(Files.newInputStream(dump))) {
            return new String(in.readAllBytes(), java.nio.charset.StandardCharsets.ISO_8859_1)
                    .replaceAll("-- Dump completed on [^\n]*", "-- Dump completed")
                    .replaceAll("\\\\(un)?restrict [A-Za-z0-9]+", "\\\\$1restrict")
                    .replaceAll("-- Host: [^\n]*", "-- Host");
        }
    }
}

package io.github.ddevbak.demo;

import io.github.ddevbak.process.Input;
import io.github.ddevbak.process.Invocation;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The volumes of add-on services in the simulated docker, each a tar file of what is in it; the service of the same name
 * has it. The programs of ddev's utilities image are simulated as far as they are called.
 */
final class DockerVolumes {
    private static final String ENDING = ".tar";
    private static final String IMAGE = "ddev/ddev-utilities:latest";
    private static final int BLOCK = 512;

    private final StateFolder folder;

    DockerVolumes(StateFolder folder) {
        this.folder = folder;
    }

    /** As compose names the volume of a service (ddev v1.25.3, pkg/ddevapp/ddevapp.go GetComposeProjectName). */
    static String name(String project, String service) {
        return "ddev-" + project + "_" + service;
    }

    private Path volumes() {
        return folder.home().resolve("simulated/volumes");
    }

    private Path content(String volume) {
        return volumes().resolve(volume + ENDING);
    }

    Said volume(List<String> words, Voice voice) throws IOException {
        if (words.get(0).equals("inspect")) {
            return inspect(words.get(words.size() - 1), voice);
        }
        if (words.stream().noneMatch(word -> word.contains("{{.Label \"com.docker.compose.volume\"}}"))) {
            voice.err("simulated docker: this form of volume ls is not known\n");
            return voice.exit(125);
        }
        if (Files.isDirectory(volumes())) {
            try (Stream<Path> files = Files.list(volumes())) {
                files.map(file -> file.getFileName().toString())
                        .filter(file -> file.endsWith(ENDING))
                        .sorted()
                        .map(file -> file.substring(0, file.length() - ENDING.length()))
                        .forEach(name ->
                                voice.out(name + "\t" + (name.contains("_") ? name.replace('_', '\t') : "\t") + "\n"));
            }
        }
        return voice.exit(0);
    }

    private Said inspect(String volume, Voice voice) throws IOException {
        if (!Files.exists(content(volume))) {
            voice.err("Error response from daemon: get " + volume + ": no such volume\n");
            return voice.exit(1);
        }
        Path anew = volumes().resolve(volume + ".anew");
        voice.out(Files.exists(anew) ? "2026-11-22T17:00:00Z\n" : "2026-11-01T08:00:00Z\n");
        return voice.exit(0);
    }

    Said run(Invocation invocation, Strikes strikes, Voice voice, Interruption interruption) throws IOException {
        List<String> words = invocation.command();
        if (words.get(1).equals("image")) {
            voice.out(strikes.has(Fault.Kind.EMPTY_LIST) ? "" : IMAGE + "\n");
            return voice.exit(0);
        }
        if (words.get(1).equals("rm")) {
            voice.out(words.get(words.size() - 1) + "\n");
            return voice.exit(0);
        }
        String volume = words.stream()
                .filter(word -> word.startsWith("--mount="))
                .map(word -> word.replaceFirst(".*,source=([^,]*).*", "$1"))
                .findFirst()
                .orElse("");
        if (!words.contains("--pull=never") || !words.contains(IMAGE)) {
            voice.err("Unable to find image locally\n");
            return voice.exit(125);
        }
        meanwhile(volume, strikes);
        return words.contains("--entrypoint=tar")
                ? packed(volume, strikes, voice, interruption)
                : unpacked(volume, invocation, strikes, voice, interruption);
    }

    private void meanwhile(String volume, Strikes strikes) throws IOException {
        if (strikes.has(Fault.Kind.VOLUME_MADE_ANEW)) {
            Files.writeString(volumes().resolve(volume + ".anew"), "", StandardOpenOption.CREATE);
        }
        boolean removed = strikes.has(Fault.Kind.FROZEN_CONTAINER_REMOVED);
        if (!removed && !strikes.has(Fault.Kind.FROZEN_CONTAINER_ENDS)) {
            return;
        }
        for (String project : folder.projectsWithContainers()) {
            ProjectState state = folder.project(project);
            Map<String, String> left = new TreeMap<>(state.containers());
            left.replaceAll((service, old) -> old.equals("paused") ? "exited" : old);
            if (removed) {
                left.values().removeIf("exited"::equals);
            }
            folder.save(project, state.withContainers(left));
        }
    }

    private Said packed(String volume, Strikes strikes, Voice voice, Interruption interruption) throws IOException {
        byte[] tar = Files.exists(content(volume)) ? Files.readAllBytes(content(volume)) : new byte[2 * BLOCK];
        int length = strikes.has(Fault.Kind.TRUNCATED_WITH_SUCCESS)
                ? tar.length - BLOCK
                : strikes.has(Fault.Kind.EMPTY_FILE) ? 0 : tar.length;
        voice.out(Arrays.copyOf(tar, length));
        Said said = voice.exit(0);
        return interruption.strikes() ? said.half(interruption.ending()) : said;
    }

    private Said unpacked(String volume, Invocation invocation, Strikes strikes, Voice voice, Interruption interruption)
            throws IOException {
        byte[] tar;
        try (InputStream in = invocation.input() instanceof Input.FromStream given
                ? given.stream()
                : new ByteArrayInputStream(new byte[0])) {
            tar = in.readAllBytes();
        }
        if (interruption.strikes()) {
            return voice.exit(0).ending(interruption.ending());
        }
        if (!strikes.has(Fault.Kind.LIES)) {
            Files.write(content(volume), strikes.has(Fault.Kind.PARTIAL_FILE) ? new byte[2 * BLOCK] : tar);
        }
        return voice.exit(0);
    }
}

package io.github.ddevbak.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The small programs of a database container: tail, and the scripts that look at processes, end them, and clean up. */
final class ContainerPrograms {
    private final Sites sites;
    private final Site site;
    private final Voice voice;

    ContainerPrograms(Sites sites, Site site, Voice voice) {
        this.sites = sites;
        this.site = site;
        this.voice = voice;
    }

    /** The program's exit code. */
    int run(List<String> words) throws IOException {
        return switch (words.isEmpty() ? "" : words.get(0)) {
            case "tail" -> tail(words);
            case "sh" -> script(words);
            default -> notKnown(words);
        };
    }

    /** {@code tail -c <bytes> [--] <file>}. */
    private int tail(List<String> words) throws IOException {
        String name = words.get(words.size() - 1);
        Optional<Path> file = sites.folder().inContainer(site.name(), name);
        if (!words.get(1).equals("-c") || file.isEmpty()) {
            return notKnown(words);
        }
        if (!Files.exists(file.orElseThrow())) {
            voice.err("tail: cannot open '" + name + "' for reading: No such file or directory\n");
            return 1;
        }
        byte[] all = Files.readAllBytes(file.orElseThrow());
        int wanted = Integer.parseInt(words.get(2));
        voice.out(Arrays.copyOfRange(all, Math.max(0, all.length - wanted), all.length));
        return 0;
    }

    /** {@code sh -c <script> sh <arguments>}: the scripts ddevbak is known to run, by a word in them. */
    private int script(List<String> words) throws IOException {
        String script = words.size() > 2 && words.get(1).equals("-c") ? words.get(2) : "";
        List<String> arguments = words.size() > 4 ? words.subList(4, words.size()) : List.of();
        if (script.endsWith("echo end-of-processes")) {
            return listProcesses();
        }
        if (script.startsWith("alive()")) {
            return endProcesses(arguments);
        }
        return script.startsWith("rm -f -- /var/tmp/\"$1\"-") && arguments.size() == 1
                ? removeLeftovers(script.substring("rm -f -- ".length()).replace("\"$1\"", arguments.get(0)))
                : notKnown(words);
    }

    /** {@code /proc/<pid>/stat}, a tab, the command line; the start is the 22nd field. */
    private int listProcesses() {
        voice.out("1 (mariadbd) S " + "0 ".repeat(18) + "100 0\tmariadbd \n");
        for (ProjectState.Running process : site.state().processes()) {
            String program = process.command().replaceFirst(" .*", "");
            voice.out(process.pid() + " (" + program + ") S " + "0 ".repeat(18) + process.startTicks() + " 0\t"
                    + process.command() + " \n");
        }
        voice.out("end-of-processes\n");
        return 0;
    }

    /** Ends each {@code pid:start} that is still the same process. */
    private int endProcesses(List<String> arguments) throws IOException {
        ProjectState state = sites.folder().project(site.name());
        for (ProjectState.Running process : state.processes()) {
            if (arguments.contains(process.pid() + ":" + process.startTicks())) {
                state = state.withoutProcess(process.pid());
            }
        }
        sites.folder().save(site.name(), state);
        return 0;
    }

    /** Removes what begins like one of the patterns, each a path with a star at its end. */
    private int removeLeftovers(String patterns) throws IOException {
        Path folder = sites.folder().inContainer(site.name(), "/var/tmp").orElseThrow();
        if (!Files.isDirectory(folder)) {
            return 0;
        }
        List<String> beginnings = Arrays.stream(patterns.split(" ", -1))
                .map(pattern -> pattern.replaceFirst("^/var/tmp/", "").replaceFirst("\\*$", ""))
                .toList();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                if (beginnings.stream().anyMatch(file.getFileName().toString()::startsWith)) {
                    Files.delete(file);
                }
            }
        }
        return 0;
    }

    private int notKnown(List<String> words) {
        voice.err("simulated container of " + site.name() + ": this program is not simulated: "
                + String.join(" ", words) + "\n");
        return 255;
    }
}

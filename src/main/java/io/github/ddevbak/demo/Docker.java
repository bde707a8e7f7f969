package io.github.ddevbak.demo;

import io.github.ddevbak.process.Invocation;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The few sentences of {@code docker} that put a project back as it was found. */
final class Docker {
    static final String DDEV_CANNOT_CONNECT =
            "Docker error: failed to connect to the docker API at unix:///var/run/docker.sock; check if the path is"
                    + " correct and if the daemon is running: dial unix /var/run/docker.sock: connect: no such file or"
                    + " directory\nFor help go to:"
                    + " https://docs.ddev.com/en/stable/users/install/docker-installation/#troubleshooting-docker";
    static final String CANNOT_CONNECT =
            "Cannot connect to the Docker daemon at unix:///var/run/docker.sock. Is the docker daemon running?\n";
    private static final String NAME = "name=";
    private static final String LABEL = "label=com.ddev.site-name=";

    private final StateFolder folder;

    Docker(StateFolder folder) {
        this.folder = folder;
    }

    /** Which sentence this is, for the faults; nothing where it is none that is known. */
    static Optional<Fault.Command> commandOf(List<String> words) {
        return switch (words.isEmpty() ? "" : words.get(0)) {
            case "ps" -> Optional.of(Fault.Command.DOCKER_PS);
            case "volume" -> Optional.of(Fault.Command.DOCKER_VOLUME);
            case "stop" -> Optional.of(Fault.Command.DOCKER_STOP);
            case "pause" -> Optional.of(Fault.Command.DOCKER_PAUSE);
            default -> Optional.empty();
        };
    }

    /** The project a sentence is about; empty where it names none. */
    static String projectOf(List<String> words) {
        for (String word : words) {
            if (word.contains(LABEL)) {
                return word.substring(word.indexOf(LABEL) + LABEL.length());
            }
            if (word.startsWith(NAME) && word.endsWith("-")) {
                return word.substring(NAME.length(), word.length() - 1);
            }
            if (word.matches("ddev-.+-(web|db)")) {
                return word.replaceFirst("^ddev-", "").replaceFirst("-(web|db)$", "");
            }
        }
        return "";
    }

    Said run(Invocation invocation, Strikes strikes, Voice voice, Interruption interruption) throws IOException {
        List<String> words =
                invocation.command().subList(1, invocation.command().size());
        List<String> rest = words.subList(1, words.size());
        return switch (words.get(0)) {
            case "ps" -> ps(rest, voice);
            case "volume" -> volumes(rest, voice);
            case "stop" -> each(rest, voice, "exited", strikes, interruption);
            default -> each(rest, voice, "paused", strikes, interruption);
        };
    }

    private Said ps(List<String> words, Voice voice) throws IOException {
        boolean all = words.contains("-a") || words.contains("--all");
        Optional<String> filter =
                words.stream().filter(word -> word.contains(LABEL)).findFirst();
        if (filter.isEmpty() || words.stream().noneMatch(word -> word.endsWith("{{json .}}"))) {
            voice.err("simulated docker: only ps with " + LABEL + "<project> and --format '{{json .}}' is known\n");
            return voice.exit(125);
        }
        String project = projectOf(words);
        for (Map.Entry<String, String> container :
                new TreeMap<>(folder.project(project).containers()).entrySet()) {
            if (all || container.getValue().equals("running")) {
                voice.out(GoJson.text(row(project, container.getKey(), container.getValue())) + "\n");
            }
        }
        return voice.exit(0);
    }

    /** One for each server that was ever started: simulated ddev keeps no other volumes. */
    private Said volumes(List<String> words, Voice voice) throws IOException {
        String project = projectOf(words);
        if (project.isEmpty() || !words.contains("{{.Name}}")) {
            voice.err("simulated docker: only volume ls with name=<project>- and --format '{{.Name}}' is known\n");
            return voice.exit(125);
        }
        if (folder.hasVolume(project)) {
            voice.out(project + "-mariadb\n");
        }
        return voice.exit(0);
    }

    private static Map<String, Object> row(String project, String service, String state) {
        Map<String, Object> row = new TreeMap<>();
        row.put("Command", "\"/docker-entrypoint.sh\"");
        row.put("CreatedAt", "2026-11-22 16:49:31 +0000 UTC");
        row.put("ID", Integer.toHexString((project + service).hashCode()));
        row.put("Image", "ddev/ddev-" + service + "server:" + Versions.SIMULATED + "-" + project + "-built");
        row.put(
                "Labels",
                "com.ddev.platform=ddev,com.ddev.site-name=" + project + ",com.docker.compose.service=" + service);
        row.put("LocalVolumes", "2");
        row.put("Names", "ddev-" + project + "-" + service);
        row.put("Networks", "ddev-" + project + "_default");
        row.put("State", state);
        row.put(
                "Status",
                switch (state) {
                    case "running" -> "Up 4 minutes (healthy)";
                    case "paused" -> "Up 4 minutes (Paused)";
                    case "created" -> "Created";
                    default -> "Exited (0) 2 seconds ago";
                });
        return row;
    }

    private Said each(List<String> names, Voice voice, String newState, Strikes strikes, Interruption interruption)
            throws IOException {
        List<String> failed = new ArrayList<>();
        for (String name : names) {
            if (interruption.strikes()) {
                return voice.exit(0).ending(interruption.ending());
            }
            String project = projectOf(List.of(name));
            String service = name.substring(name.lastIndexOf('-') + 1);
            ProjectState state = folder.project(project);
            String container = state.containers().getOrDefault(service, "");
            if (container.isEmpty()) {
                failed.add("Error response from daemon: No such container: " + name);
            } else if (newState.equals("paused") && !container.equals("running")) {
                failed.add("Error response from daemon: Container " + name
                        + (container.equals("paused") ? " is already paused" : " is not running"));
            } else {
                if (!strikes.has(Fault.Kind.LIES)) {
                    folder.save(project, state.withContainer(service, newState));
                }
                voice.out(name + "\n");
            }
        }
        failed.forEach(line -> voice.err(line + "\n"));
        return voice.exit(failed.isEmpty() ? 0 : 1);
    }
}

package io.github.ddevbak.demo;

import io.github.ddevbak.process.Invocation;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The few sentences of {@code docker} that put a project back as it was found, and read and write volumes. */
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
            case "info" -> Optional.of(Fault.Command.DOCKER_INFO);
            case "ps" -> Optional.of(Fault.Command.DOCKER_PS);
            case "volume" -> Optional.of(Fault.Command.DOCKER_VOLUME);
            case "stop" -> Optional.of(Fault.Command.DOCKER_STOP);
            case "pause" -> Optional.of(Fault.Command.DOCKER_PAUSE);
            case "unpause" -> Optional.of(Fault.Command.DOCKER_UNPAUSE);
            case "start" -> Optional.of(Fault.Command.DOCKER_START);
            case "image" -> Optional.of(Fault.Command.DOCKER_IMAGE);
            case "run" -> Optional.of(Fault.Command.DOCKER_RUN);
            case "rm" -> Optional.of(Fault.Command.DOCKER_RM);
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
            if (word.matches("ddev-.+-[a-z0-9]+")) {
                return word.replaceFirst("^ddev-", "").replaceFirst("-[a-z0-9]+$", "");
            }
        }
        return "";
    }

    Said run(Invocation invocation, Strikes strikes, Voice voice, Interruption interruption) throws IOException {
        List<String> words =
                invocation.command().subList(1, invocation.command().size());
        List<String> rest = words.subList(1, words.size());
        return switch (words.get(0)) {
            case "info" -> info(voice);
            case "ps" -> ps(rest, voice);
            case "volume" ->
                words.contains("{{.Name}}") ? volumes(rest, voice) : new DockerVolumes(folder).volume(rest, voice);
            case "image", "run", "rm" -> new DockerVolumes(folder).run(invocation, strikes, voice, interruption);
            case "unpause", "start" -> each(words.get(0), rest, voice, "running", strikes, interruption);
            case "stop" -> each(words.get(0), rest, voice, "exited", strikes, interruption);
            default -> each(words.get(0), rest, voice, "paused", strikes, interruption);
        };
    }

    /** Its version, and a folder that every machine has. */
    private static Said info(Voice voice) {
        voice.out("28.3.3\n/\n\n");
        return voice.exit(0);
    }

    private Said ps(List<String> words, Voice voice) throws IOException {
        boolean all = words.contains("-a") || words.contains("--all");
        if (words.stream().anyMatch(word -> word.startsWith("volume=") || word.startsWith(NAME))) {
            return psOf(words, voice);
        }
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

    /** The containers that have a volume, or whose name holds a text; a service has the volume that is called as it is. */
    private Said psOf(List<String> words, Voice voice) throws IOException {
        for (String project : folder.projectsWithContainers()) {
            for (Map.Entry<String, String> container :
                    new TreeMap<>(folder.project(project).containers()).entrySet()) {
                String service = container.getKey();
                boolean meant = words.contains("volume=" + DockerVolumes.name(project, service))
                        || words.stream()
                                .anyMatch(word -> word.startsWith(NAME)
                                        && ("ddev-" + project + "-" + service).contains(word.substring(NAME.length())));
                if (meant) {
                    voice.out(GoJson.text(row(project, service, container.getValue())) + "\n");
                }
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

    private Said each(
            String verb, List<String> names, Voice voice, String newState, Strikes strikes, Interruption interruption)
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
            } else if (verb.equals("unpause") && !container.equals("paused")) {
                failed.add("Error response from daemon: Container " + name + " is not paused");
            } else if (verb.equals("start") && container.equals("paused")) {
                failed.add("Error response from daemon: cannot start a paused container, try unpause instead");
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

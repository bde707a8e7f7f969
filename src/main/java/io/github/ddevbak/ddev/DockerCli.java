package io.github.ddevbak.ddev;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.ddevbak.process.Invocation;
import io.github.ddevbak.process.ProcessResult;
import io.github.ddevbak.process.ProcessRunner;
import io.github.ddevbak.project.Printable;
import io.github.ddevbak.project.ProjectName;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The few sentences said to docker: to put containers back as they were found. */
public final class DockerCli {
    private final ProcessRunner runner;
    private final Duration timeout;

    /** @param timeout for each call */
    public DockerCli(ProcessRunner runner, Duration timeout) {
        this.runner = runner;
        this.timeout = timeout;
    }

    /**
     * A container.
     *
     * @param state docker's word: running, exited, paused, created, restarting, dead
     */
    public record Container(String name, String state) {}

    /** The project's containers, running or not, by the label ddev gives them (v1.25.3). */
    public Answer<List<Container>> containers(ProjectName project) {
        return listed("label=com.ddev.site-name=" + project.text());
    }

    /** The containers that have the volume, running or not, whosever they are. */
    public Answer<List<Container>> containersWith(String volume) {
        return listed("volume=" + volume);
    }

    /** The container of exactly that name; empty where there is none. */
    public Answer<Optional<Container>> container(String name) {
        return listed("name=" + name)
                .map(found ->
                        found.stream().filter(one -> one.name().equals(name)).findFirst());
    }

    private Answer<List<Container>> listed(String filter) {
        ProcessResult result =
                runner.run(call(List.of("ps", "-a", "--no-trunc", "--filter", filter, "--format", "{{json .}}")));
        if (!result.ok()) {
            return Refusal.of(result);
        }
        List<Container> containers = new ArrayList<>();
        for (String line : result.stdout().split("[\r\n]+", -1)) {
            Optional<Container> container = JsonLines.object(line).flatMap(DockerCli::container);
            if (result.truncated() || (container.isEmpty() && !line.isBlank())) {
                return Refusal.unusable("docker ps", result);
            }
            container.ifPresent(containers::add);
        }
        return new Answer.Said<>(containers, JsonLines.warnings(result.stderrTail()));
    }

    /**
     * The volumes whose names begin with the project's and a hyphen, as ddev names those of its databases (v1.25.3,
     * pkg/ddevapp/ddevapp.go GetMariaDBVolumeName).
     */
    public Answer<List<String>> volumes(ProjectName project) {
        String beginning = project.text() + "-";
        ProcessResult result =
                runner.run(call(List.of("volume", "ls", "--filter", "name=" + beginning, "--format", "{{.Name}}")));
        if (!result.ok()) {
            return Refusal.of(result);
        }
        return new Answer.Said<>(
                result.stdout()
                        .lines()
                        .map(String::strip)
                        .filter(name -> name.startsWith(beginning) && name.matches("[A-Za-z0-9_.-]+"))
                        .toList(),
                JsonLines.warnings(result.stderrTail()));
    }

    /** What docker itself says of its engine: that the program is there and reaches it. */
    public Answer<DockerEngine> engine() {
        ProcessResult result =
                runner.run(call(List.of("info", "--format", "{{println .ServerVersion}}{{println .DockerRootDir}}")));
        List<String> lines = result.stdout().lines().map(Printable::text).toList();
        if (!result.ok()) {
            return Refusal.of(result);
        }
        return lines.size() < 2
                ? Refusal.unusable("docker info", result)
                : new Answer.Said<>(
                        new DockerEngine(lines.get(0), lines.get(1)), JsonLines.warnings(result.stderrTail()));
    }

    /** How many bytes may still be written on the disk that a running container's own files are on. */
    public Answer<Long> freeBytes(Container container) {
        ProcessResult result = runner.run(call(List.of("exec", container.name(), "df", "-Pk", "/")));
        if (!result.ok()) {
            return Refusal.of(result);
        }
        return result.stdout()
                .lines()
                .map(line -> line.strip().split("\\s+"))
                .filter(fields -> fields.length >= 6 && fields[3].matches("[0-9]{1,15}"))
                .findFirst()
                .<Answer<Long>>map(fields -> new Answer.Said<>(Long.parseLong(fields[3]) * 1024, List.of()))
                .orElseGet(() -> Refusal.unusable("df", result));
    }

    /** Stops these containers; a cancellation does not cut it short. */
    public ProcessResult stop(List<String> names) {
        return change("stop", names);
    }

    /** Freezes these containers; a cancellation does not cut it short. */
    public ProcessResult pause(List<String> names) {
        return change("pause", names);
    }

    /** Lets frozen containers go on; a cancellation does not cut it short. */
    public ProcessResult unpause(List<String> names) {
        return change("unpause", names);
    }

    /** Starts these containers again; a cancellation does not cut it short. */
    public ProcessResult start(List<String> names) {
        return change("start", names);
    }

    private ProcessResult change(String verb, List<String> names) {
        if (names.isEmpty()) {
            return ProcessResult.exited(0, "", "");
        }
        List<String> words = new ArrayList<>(List.of(verb));
        words.addAll(names);
        return runner.run(call(words).sheltered(true));
    }

    private Invocation call(List<String> words) {
        List<String> command = new ArrayList<>(List.of("docker"));
        command.addAll(words);
        return Invocation.of(command).within(timeout);
    }

    /** podman, called docker, gives a list of names. */
    private static Optional<Container> container(JsonNode object) {
        JsonNode names = object.path("Names");
        String name = names.isArray() ? names.path(0).asText("") : names.asText("");
        String state = object.path("State").asText("").toLowerCase(Locale.ROOT);
        boolean whole = name.matches("[A-Za-z0-9][A-Za-z0-9_.-]*") && !state.isEmpty();
        return whole ? Optional.of(new Container(name, state)) : Optional.empty();
    }
}

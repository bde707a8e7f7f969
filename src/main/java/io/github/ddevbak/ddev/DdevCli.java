package io.github.ddevbak.ddev;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.ddevbak.process.Invocation;
import io.github.ddevbak.process.ProcessResult;
import io.github.ddevbak.process.ProcessRunner;
import io.github.ddevbak.project.DatabaseServer;
import io.github.ddevbak.project.ProjectName;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/** Questions to ddev about itself and its projects, and the two commands that change a project's state. */
public final class DdevCli {
    private final ProcessRunner runner;
    private final Duration timeout;
    private final Duration change;

    /**
     * @param timeout for each question
     * @param change for a start or stop, which may build or pull images
     */
    public DdevCli(ProcessRunner runner, Duration timeout, Duration change) {
        this.runner = runner;
        this.timeout = timeout;
        this.change = change;
    }

    /** @param timeout for each call */
    public DdevCli(ProcessRunner runner, Duration timeout) {
        this(runner, timeout, timeout);
    }

    /** ddev's version; needs no docker, and is the cheapest question whether ddev is there at all. */
    public Answer<DdevVersion> version() {
        ProcessResult result = runner.run(DdevCall.of(timeout, "--version"));
        Optional<DdevVersion> version = result.ok() ? DdevAnswers.version(result.stdout()) : Optional.empty();
        if (version.isPresent()) {
            return new Answer.Said<>(version.get(), JsonLines.warnings(result.stderrTail()));
        }
        return result.ok() ? Refusal.unusable("ddev --version", result) : Refusal.of(result);
    }

    /** What ddev runs on. With docker down ddev (v1.25.3) still answers, and exits 1: that is an answer, too. */
    public Answer<DdevPlatform> platform() {
        ProcessResult result = runner.run(DdevCall.of(timeout, "version", "-j"));
        Optional<JsonNode> raw = usable(result, JsonNode::isObject);
        if (raw.isEmpty()) {
            return result.ok() ? Refusal.unusable("ddev version", result) : Refusal.of(result);
        }
        boolean dockerDown = !result.ok()
                || raw.get().path("docker-platform").asText().equals("error")
                || raw.get().path("docker").asText().equals("error");
        Optional<String> dockerError = dockerDown
                ? LastWords.in(result.stderrTail()).or(() -> Optional.of("docker does not answer"))
                : Optional.empty();
        return new Answer.Said<>(DdevAnswers.platform(raw.get(), dockerError), JsonLines.warnings(result.stderrTail()));
    }

    /**
     * Every project ddev knows, running or not. ddev rewrites its registry without a lock, and one that reads it
     * meanwhile says "no projects" with exit 0; so an empty list is asked for once more.
     */
    public Answer<DdevList> list() {
        Invocation question = DdevCall.of(timeout, "list", "-j", "--skip-hooks");
        Predicate<JsonNode> shape = raw -> raw.isArray() || raw.isNull();
        Answer<DdevList> first = ask(question, shape, DdevAnswers::list);
        boolean empty = first.value()
                .filter(list -> list.projects().isEmpty() && list.nulls() == 0)
                .isPresent();
        return empty ? ask(question, shape, DdevAnswers::list) : first;
    }

    /** One project in detail. Never to be asked about a project whose folder or configuration is gone. */
    public Answer<Described> describe(ProjectName name) {
        return ask(
                DdevCall.of(timeout, "describe", "-j", name.text(), "--skip-hooks"),
                JsonNode::isObject,
                DdevAnswers::describe);
    }

    /** Starts the project; {@code -y} keeps ddev from asking whether to power off all projects after an upgrade. */
    public ProcessResult start(ProjectName name) {
        return runner.run(DdevCall.of(change, "start", "-y", "--skip-hooks", name.text()));
    }

    /**
     * Starts the project of that very folder, which ddev need not know yet; it does afterwards.
     *
     * @param approot holds {@code .ddev/config.yaml}, else ddev takes a folder above it for the project
     */
    public ProcessResult startIn(Path approot) {
        return inFolder(approot, DdevCall.of(change, "start", "-y", "--skip-hooks"));
    }

    /**
     * Makes a folder a new project with nothing but a database server, not started.
     *
     * @param folder there, empty or without {@code .ddev}
     */
    public ProcessResult config(Path folder, ProjectName name, DatabaseServer server) {
        return runner.run(DdevCall.of(
                        timeout,
                        "config",
                        "--project-name=" + name.text(),
                        "--project-type=php",
                        "--docroot=",
                        "--database=" + server.typeAndVersion(),
                        "--skip-hooks")
                .in(folder));
    }

    /**
     * Removes the project with its volumes and databases, without a snapshot and without asking; its folder stays. A
     * cancellation does not cut it short.
     */
    public ProcessResult delete(ProjectName name) {
        return runner.run(DdevCall.of(change, "delete", "-O", "-y", "--skip-hooks", name.text())
                .sheltered(true));
    }

    private ProcessResult inFolder(Path approot, Invocation call) {
        Path configuration = approot.resolve(".ddev").resolve("config.yaml");
        if (!Files.isRegularFile(configuration)) {
            return DdevCall.notCalled(configuration + " is not there; ddev was not called");
        }
        return runner.run(call.in(approot));
    }

    /**
     * Stops the project.
     *
     * @param sheltered true to put it back as found, which a cancellation does not cut short
     */
    public ProcessResult stop(ProjectName name, boolean sheltered) {
        return runner.run(
                DdevCall.of(change, "stop", "--skip-hooks", name.text()).sheltered(sheltered));
    }

    private <T> Answer<T> ask(Invocation question, Predicate<JsonNode> shape, Function<JsonNode, T> reading) {
        ProcessResult result = runner.run(question);
        if (!result.ok()) {
            return Refusal.of(result);
        }
        Optional<JsonNode> raw = usable(result, shape);
        return raw.isPresent()
                ? new Answer.Said<>(reading.apply(raw.get()), JsonLines.warnings(result.stderrTail()))
                : Refusal.unusable("ddev", result);
    }

    private static Optional<JsonNode> usable(ProcessResult result, Predicate<JsonNode> shape) {
        return result.truncated() ? Optional.empty() : JsonLines.raw(result.stdout(), shape);
    }
}

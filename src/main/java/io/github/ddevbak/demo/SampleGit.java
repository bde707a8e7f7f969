package io.github.ddevbak.demo;

import io.github.ddevbak.process.Invocation;
import io.github.ddevbak.process.ProcessRunner;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Real Git for the sample: an identity of its own, and nothing of the user's configuration. */
final class SampleGit {
    private final Path folder;
    private final ProcessRunner runner;
    private final Clock clock;

    SampleGit(Path folder, ProcessRunner runner, Clock clock) {
        this.folder = folder;
        this.runner = runner;
        this.clock = clock;
    }

    /** Commits all that is not ignored, and pushes it to a new bare repository. */
    void publish(String name, Path approot) {
        Path remote = folder.resolve("remotes").resolve(name + ".git").toAbsolutePath();
        git(folder, "init", "-q", "--bare", "--template=", "-b", "main", remote.toString());
        git(approot, "init", "-q", "--template=", "-b", "main");
        git(approot, "remote", "add", "origin", remote.toString());
        commit(approot, "First version");
        git(approot, "push", "-q", "-u", "origin", "main");
    }

    void commit(Path approot, String message) {
        git(approot, "add", "--all");
        git(approot, "commit", "-q", "--no-verify", "-m", message);
    }

    private void git(Path directory, String... words) {
        List<String> command = new ArrayList<>(List.of("git"));
        command.addAll(List.of(words));
        Invocation call =
                Invocation.of(command).in(directory).with(environment()).within(Duration.ofMinutes(1));
        runner.run(call).orThrow(call);
    }

    private Map<String, String> environment() {
        String now = clock.instant().getEpochSecond() + " +0000";
        Map<String, String> environment = new TreeMap<>(Map.of(
                "GIT_CONFIG_GLOBAL", "/dev/null",
                "GIT_CONFIG_NOSYSTEM", "1",
                "GIT_TERMINAL_PROMPT", "0",
                "GIT_AUTHOR_NAME", "Sample",
                "GIT_AUTHOR_EMAIL", "sample@example.org",
                "GIT_AUTHOR_DATE", now,
                "GIT_COMMITTER_NAME", "Sample",
                "GIT_COMMITTER_EMAIL", "sample@example.org",
                "GIT_COMMITTER_DATE", now,
                "LC_ALL", "C"));
        // A variable left over from a hook would lead git to the user's own repository.
        for (String variable :
                List.of("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_OBJECT_DIRECTORY", "GIT_NAMESPACE")) {
            environment.put(variable, "");
        }
        return environment;
    }
}

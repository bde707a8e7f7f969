package io.github.ddevbak.demo;

import io.github.ddevbak.process.Invocation;
import io.github.ddevbak.process.ProcessRunner;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Asks Git about the projects below a folder, whatever the user's own configuration says. */
record RealGit(ProcessRunner runner, Path projects) {

    String asked(String project, String... words) {
        List<String> command = new ArrayList<>(List.of("git"));
        command.addAll(List.of(words));
        Invocation call = Invocation.of(command)
                .in(projects.resolve(project))
                .with(Map.of("GIT_DIR", "", "GIT_CONFIG_GLOBAL", "/dev/null"));
        return runner.run(call).orThrow(call).stdout().strip();
    }
}

package io.github.ddevbak.ddev;

import io.github.ddevbak.process.ProcessResult;
import io.github.ddevbak.process.ProcessRunner;
import io.github.ddevbak.project.Project;
import java.time.Duration;
import java.util.List;

/** Runs programs in the database container of a running project and takes their output for an answer. */
final class DatabaseContainer {
    private final ProcessRunner runner;
    private final Duration timeout;

    DatabaseContainer(ProcessRunner runner, Duration timeout) {
        this.runner = runner;
        this.timeout = timeout;
    }

    /** What the program printed, all of it. */
    Answer<String> ask(Project project, List<String> program) {
        ProcessResult result = DdevCall.run(runner, project, DdevCall.inDatabase(project, timeout, program));
        if (!result.ok()) {
            return Refusal.of(result);
        }
        return result.truncated()
                ? Refusal.unusable(program.get(0), result)
                : new Answer.Said<>(result.stdout(), JsonLines.warnings(result.stderrTail()));
    }

    /** Does something that puts back what a killed call left; a cancellation does not cut it short. */
    ProcessResult tidy(Project project, List<String> program) {
        return DdevCall.run(
                runner, project, DdevCall.inDatabase(project, timeout, program).sheltered(true));
    }
}

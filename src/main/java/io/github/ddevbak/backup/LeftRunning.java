package io.github.ddevbak.backup;

import io.github.ddevbak.ddev.DatabaseCli;
import io.github.ddevbak.process.Ending;
import io.github.ddevbak.process.ProcessResult;
import io.github.ddevbak.project.Project;
import java.util.List;
import java.util.Optional;

/** Ends the dump and backup tools that a killed call of ours left running in a container, and no others. */
final class LeftRunning {
    private final DatabaseCli questions;
    private final DatabaseCli sheltered;

    /** @param sheltered ends them; a cancellation does not cut it short */
    LeftRunning(DatabaseCli questions, DatabaseCli sheltered) {
        this.questions = questions;
        this.sheltered = sheltered;
    }

    /** Whether a call that ended so may have left its tool at work: ddev was killed, by us or by another. */
    static boolean mayBe(ProcessResult result) {
        return !(result.ending() instanceof Ending.Exited exited) || exited.code() > 128;
    }

    /** What runs now; empty where it could not be asked. */
    Optional<List<DatabaseCli.DumpProcess>> running(Project project) {
        return questions.dumpProcesses(project).value();
    }

    /** Ends what was not there before. Where it is not known what was there, nothing is: it may be the user's. */
    void endAllBut(Optional<List<DatabaseCli.DumpProcess>> before, Project project) {
        if (before.isEmpty()) {
            return;
        }
        List<DatabaseCli.DumpProcess> ours = sheltered.dumpProcesses(project).value().orElse(List.of()).stream()
                .filter(process -> !before.get().contains(process))
                .toList();
        if (!ours.isEmpty()) {
            sheltered.end(project, ours);
        }
    }
}

package io.github.ddevbak.cli;

import io.github.ddevbak.notice.Notices;
import io.github.ddevbak.notice.Outcome;
import io.github.ddevbak.project.Part;
import java.util.Set;
import java.util.function.Supplier;

/** Has others told of a run, whatever becomes of it; what goes wrong with that is said here and changes nothing. */
final class ToldOfRuns {
    private final Notices.Hearing hearing;
    private final String command;
    private final Console console;

    ToldOfRuns(Notices notices, String command, Set<Part> parts, Console console) {
        this.hearing = notices.of(command, parts);
        this.command = command;
        this.console = console;
    }

    /** The run begins. */
    void begins() {
        hearing.begins();
    }

    /** Does the run, tells of its end, and gives its exit code. */
    int of(Supplier<Ended> run) {
        try {
            Ended ended = run.get();
            if (ended.worthTelling()) {
                hearing.ended(ended.outcome(command)).forEach(console::tell);
            }
            return ended.code();
        } catch (RuntimeException failure) {
            Failures.Told told = Failures.of(failure);
            Outcome outcome = Outcome.notBegun(
                    command,
                    told.code().number(),
                    told.sentence(),
                    told.document().text());
            hearing.ended(outcome).forEach(console::tell);
            throw failure;
        }
    }
}

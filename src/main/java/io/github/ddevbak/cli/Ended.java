package io.github.ddevbak.cli;

import io.github.ddevbak.notice.Outcome;
import io.github.ddevbak.report.Json;
import io.github.ddevbak.store.RunRecord;
import java.util.Optional;

/**
 * How a run of {@code all} ended.
 *
 * @param code the exit code
 * @param document what is printed for programs
 * @param record of the run; empty where nothing was done
 * @param why nothing was done; empty where something was
 * @param worthTelling whether those who are told of runs hear of it
 */
record Ended(int code, Json document, Optional<RunRecord> record, String why, boolean worthTelling) {

    Outcome outcome(String command) {
        return record.map(run -> Outcome.of(run, code, document.text()))
                .orElseGet(() -> Outcome.notBegun(command, code, why, document.text()));
    }
}

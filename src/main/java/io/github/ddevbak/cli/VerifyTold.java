package io.github.ddevbak.cli;

import io.github.ddevbak.project.Printable;
import io.github.ddevbak.project.ProjectName;
import io.github.ddevbak.recovery.SetProblem;
import io.github.ddevbak.recovery.VerifiedSet;
import io.github.ddevbak.recovery.VerifiedSet.State;
import io.github.ddevbak.recovery.VerifyListener;
import io.github.ddevbak.recovery.VerifyResult;
import io.github.ddevbak.report.Json;
import io.github.ddevbak.report.Sizes;
import io.github.ddevbak.store.SealedFolder;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Tells what verify finds: a line for each set as it is done, the problems below, or one JSON document. */
final class VerifyTold implements VerifyListener {
    private final Console console;
    private final Path destination;
    private final boolean sampled;
    private final Clock clock;

    VerifyTold(Console console, Path destination, boolean sampled, Clock clock) {
        this.console = console;
        this.destination = destination;
        this.sampled = sampled;
        this.clock = clock;
    }

    @Override
    public void read(long files, long bytes, long ofBytes) {
        console.progress().files("", "verifying", files, 0, bytes, ofBytes);
    }

    @Override
    public synchronized void verified(VerifiedSet set) {
        if (!console.json() && (!console.quiet() || set.state() == State.NOT_GOOD || set.state() == State.UNKNOWN)) {
            console.line(row(set.project(), set.id()) + words(set));
        }
    }

    /** The beginning of a row of 80 columns; a longer name or label pushes the rest to the right. */
    private static String row(ProjectName project, String id) {
        return String.format(Locale.ROOT, "%-16s %-17s ", project.text(), id);
    }

    private String words(VerifiedSet set) {
        long problems = set.problems().size() + set.more();
        String read = count(set.files(), "file") + ", " + Sizes.bytes(set.bytes()) + " in "
                + Sizes.took(Duration.ofMillis(set.tookMillis()));
        return switch (set.state()) {
            case VERIFIED -> console.ink().good("verified") + "  " + read;
            case SAMPLED ->
                console.ink().good("sampled") + "  " + read + "\n    "
                        + set.coverage().percent() + " % of it read since "
                        + set.coverage().since().toString().substring(0, 10);
            case NOT_GOOD -> console.ink().bad("not good") + "  " + count(problems, "problem");
            case UNKNOWN -> console.ink().bad("unknown") + "  " + count(problems, "thing") + " could not be looked at";
            case GONE -> "gone  it was removed meanwhile";
        };
    }

    private static String count(long number, String noun) {
        return Sizes.count(number) + " " + noun + (number == 1 ? "" : "s");
    }

    /** Tells the end of it. */
    ExitCode tell(VerifyResult result) {
        ExitCode code = code(result);
        result.warnings().forEach(warning -> console.error("ddevbak: warning: " + Printable.text(warning)));
        if (console.json()) {
            console.document(document(result, code));
            return code;
        }
        result.sets().forEach(this::problems);
        summary(result);
        return code;
    }

    private static ExitCode code(VerifyResult result) {
        if (result.cancelled()) {
            return ExitCode.INTERRUPTED;
        }
        if (result.any(State.UNKNOWN)
                || result.sets().stream()
                        .flatMap(set -> set.problems().stream())
                        .anyMatch(problem -> !problem.proved())) {
            return ExitCode.INCOMPLETE;
        }
        return result.any(State.NOT_GOOD) ? ExitCode.SET_NOT_GOOD : ExitCode.OK;
    }

    private void problems(VerifiedSet set) {
        if (!set.problems().isEmpty()) {
            console.line("");
            console.line(console.ink().strong(set.project() + " " + set.id()) + "  "
                    + Printable.text(set.folder().folder().toString()));
            list(set.problems());
            if (set.more() > 0) {
                console.line("  and " + Sizes.count(set.more()) + " more");
            }
        }
        if (!console.quiet()) {
            set.unchecked()
                    .forEach(note ->
                            console.line("  note: " + set.project() + " " + set.id() + ": " + Printable.text(note)));
        }
    }

    /** What is to be done stands once below the problems that it mends. */
    private void list(List<SetProblem> problems) {
        for (int i = 0; i < problems.size(); i++) {
            SetProblem problem = problems.get(i);
            console.line("  " + (problem.file().isEmpty() ? "" : problem.file() + ": ") + problem.sentence()
                    + problem.range().map(range -> " (" + range.words() + ")").orElse(""));
            boolean again =
                    i + 1 < problems.size() && problems.get(i + 1).hint().equals(problem.hint());
            if (!problem.hint().isEmpty() && !again) {
                console.line("      " + problem.hint());
            }
        }
    }

    private void summary(VerifyResult result) {
        if (result.cancelled()) {
            console.error("ddevbak: interrupted; " + count(result.sets().size(), "set") + " were done before.");
        } else if (result.sets().isEmpty()) {
            nothing();
        } else if (!console.quiet()) {
            long bytes = result.sets().stream().mapToLong(VerifiedSet::bytes).sum();
            console.line("");
            console.line(count(result.sets().size(), "set") + ", " + Sizes.bytes(bytes) + " read"
                    + " in " + Sizes.took(Duration.ofMillis(result.tookMillis())) + "; "
                    + outcome(result));
        }
        if (code(result) == ExitCode.INCOMPLETE && result.any(State.NOT_GOOD)) {
            console.error("ddevbak: not everything could be read, so the exit code is 1; damaged all the same: "
                    + String.join(", ", names(result, State.NOT_GOOD)) + ".");
        }
    }

    private static String outcome(VerifyResult result) {
        int bad = names(result, State.NOT_GOOD).size();
        int unknown = names(result, State.UNKNOWN).size();
        return (bad == 0 ? "none is damaged" : bad + " not good")
                + (unknown == 0 ? "." : ", " + unknown + " could not be looked at.");
    }

    private static List<String> names(VerifyResult result, State state) {
        return result.sets().stream()
                .filter(set -> set.state() == state)
                .map(set -> set.project() + " " + set.id())
                .toList();
    }

    private void nothing() {
        console.error("No sets in " + Printable.text(destination.toString()) + ". Make some with 'ddevbak all'.");
    }

    /** What would be read. */
    ExitCode plan(List<SealedFolder> sets) {
        if (console.json()) {
            console.document(Json.document("verify")
                    .with("exitCode", ExitCode.OK.number())
                    .with("destination", destination.toString())
                    .with("dryRun", true)
                    .with("sets", sets.stream().map(VerifyTold::named).toList()));
        } else if (sets.isEmpty()) {
            nothing();
        } else {
            for (SealedFolder set : sets) {
                console.line(row(set.project(), set.id())
                        + set.set()
                                .map(one -> (sampled ? "some of " : "")
                                        + Sizes.bytes(one.record().bytes()))
                                .orElse("not whole"));
            }
        }
        return ExitCode.OK;
    }

    private Json document(VerifyResult result, ExitCode code) {
        return Json.document("verify")
                .with("exitCode", code.number())
                .with("destination", destination.toString())
                .with("dryRun", false)
                .with("ended", clock.instant().toString())
                .with("tookMillis", result.tookMillis())
                .with("notGood", names(result, State.NOT_GOOD))
                .with("unknown", names(result, State.UNKNOWN))
                .with("sets", result.sets().stream().map(VerifyTold::fields).toList())
                .with("warnings", result.warnings());
    }

    private static Map<String, Object> named(SealedFolder set) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("project", set.project().text());
        fields.put("set", set.id());
        fields.put("folder", set.folder().toString());
        return fields;
    }

    private static Map<String, Object> fields(VerifiedSet set) {
        Map<String, Object> fields = named(set.folder());
        fields.put("state", set.state().word());
        fields.put("files", set.files());
        fields.put("bytes", set.bytes());
        fields.put("coveredPercent", set.coverage().percent());
        fields.put("coveredSince", set.coverage().since().toString());
        fields.put("manifestSha256", set.manifestSha256());
        fields.put("tookMillis", set.tookMillis());
        fields.put("problems", set.problems().stream().map(VerifyTold::fields).toList());
        fields.put("moreProblems", set.more());
        fields.put("unchecked", set.unchecked());
        return fields;
    }

    private static Map<String, Object> fields(SetProblem problem) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("kind", problem.kind().word());
        fields.put("file", problem.file());
        problem.range().ifPresent(range -> {
            fields.put("from", range.from());
            fields.put("to", range.to());
        });
        fields.put("sentence", problem.sentence());
        fields.put("hint", problem.hint());
        return fields;
    }
}

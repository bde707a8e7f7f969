package io.github.ddevbak.cli;

import io.github.ddevbak.backup.Verdict;
import io.github.ddevbak.cli.option.Several;
import io.github.ddevbak.cli.option.Single;
import io.github.ddevbak.project.Printable;
import io.github.ddevbak.project.Severity;
import io.github.ddevbak.report.Json;
import io.github.ddevbak.settings.Configuration;
import io.github.ddevbak.store.StoredSet;
import io.github.ddevbak.upkeep.CopyPlace;
import io.github.ddevbak.upkeep.PartEvidence;
import io.github.ddevbak.upkeep.Standing;
import io.github.ddevbak.upkeep.Standings;
import io.github.ddevbak.upkeep.Status;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Says how each project stands. */
final class StatusCommand extends Command {
    /** What the help says of it. */
    static final String SUMMARY =
            "Could each project be got back, and to what state? From the newest good copy of each part;"
                    + " starts nothing.";

    private final Several<String> names = declaration.arguments("PROJECT", "Only these projects.");

    private final Single<String> maxAge =
            declaration.text("--max-age", "DURATION", "Exit 5 where a good copy is older: 26h, 7d.");

    private final Single<String> accept = declaration.text(
            "--accept", "PROJECT", "Say that the suspect newest set of this project is as it should be.");

    private final Require require = new Require(declaration);

    StatusCommand(DdevbakCommand root) {
        super(root, "status", SUMMARY);
    }

    @Override
    public Integer call() {
        Configuration configuration = root.options.configuration(root.shell);
        Console console = root.console();
        Status status = root.useCases.status(configuration);
        if (accept.given()) {
            accept(status, console, accept.value());
        }
        Optional<Duration> age = GlobalOptions.duration("--max-age", maxAge.orNull(), "");
        Standings standings =
                status.look(new Status.Question(names.all(), configuration.folders(), configuration.parts(), age));
        ExitCode code =
                code(standings).or(require.of(standings.projects(), Standing::project, Standing::judgement, console));
        if (console.json()) {
            console.document(Json.document("status")
                    .with("exitCode", code.number())
                    .with(
                            "projects",
                            standings.projects().stream().map(this::fields).toList())
                    .with("findings", Json.findings(standings.findings())));
        } else {
            console.status(standings, root.clock.instant());
        }
        return code.number();
    }

    static ExitCode code(Standings standings) {
        boolean unknown =
                standings.projects().stream().anyMatch(one -> one.judgement().verdict() == Verdict.UNKNOWN);
        if (unknown || standings.findings().stream().anyMatch(f -> f.severity() == Severity.ERROR)) {
            return ExitCode.INCOMPLETE;
        }
        if (standings.projects().stream().anyMatch(one -> one.judgement().verdict() != Verdict.RECOVERABLE)) {
            return ExitCode.LOSS;
        }
        return standings.projects().stream().anyMatch(Standing::stale) ? ExitCode.STALE : ExitCode.OK;
    }

    private void accept(Status status, Console console, String project) {
        StoredSet set = status.suspect(project)
                .orElseThrow(() -> new UsageException("nothing of '" + Printable.text(project)
                        + "' is suspect, so there is nothing to accept. See 'ddevbak status'."));
        if (!root.options.yes.given() && !confirmed(console, set)) {
            throw new UsageException("the set " + set.id() + " of '" + set.project()
                    + "' was not accepted. Say --yes, or answer 'yes' on a terminal.");
        }
        status.accept(set);
        console.error("ddevbak: the set " + set.id() + " of '" + set.project()
                + "' is accepted: later ones are compared with it, and older ones may be pruned.");
    }

    private boolean confirmed(Console console, StoredSet set) {
        if (!root.shell.outTerminal() || !root.shell.errTerminal()) {
            return false;
        }
        console.error("The set " + set.id() + " of '" + set.project() + "' looks emptied. Is that as it should be?"
                + " Type yes:");
        try {
            String answer =
                    new BufferedReader(new InputStreamReader(root.shell.in(), StandardCharsets.UTF_8)).readLine();
            return answer != null && answer.strip().equals("yes");
        } catch (IOException e) {
            throw new UncheckedIOException("The answer could not be read. Say --yes instead.", e);
        }
    }

    private Map<String, Object> fields(Standing standing) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("project", standing.project());
        fields.put("verdict", standing.judgement().verdict().word());
        fields.put("survives", standing.judgement().survives().word());
        fields.put("onlyHere", standing.judgement().onlyHere());
        fields.put("stale", standing.stale());
        fields.put("newest", standing.newest().map(set -> set.id()).orElse(""));
        fields.put("asOf", standing.asOf().map(Object::toString).orElse(""));
        fields.put("parts", standing.parts().stream().map(StatusCommand::part).toList());
        fields.put("notes", SetFields.notes(standing.learnt()));
        fields.put(
                "copies", standing.places().stream().map(StatusCommand::place).toList());
        fields.put("findings", Json.findings(standing.findings()));
        return fields;
    }

    private static Map<String, Object> place(CopyPlace place) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("name", place.name());
        fields.put("place", place.place());
        fields.put("elsewhere", place.elsewhere());
        fields.put("set", place.set());
        fields.put("created", place.created().toString());
        fields.put("seen", place.seen().map(Object::toString).orElse(""));
        fields.put("checked", place.checked().map(Object::toString).orElse(""));
        fields.put("good", place.good());
        return fields;
    }

    private static Map<String, Object> part(PartEvidence part) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("part", part.part().word());
        fields.put("state", part.state().word());
        fields.put("goodSet", part.good().map(set -> set.id()).orElse(""));
        fields.put(
                "goodCreated",
                part.good().map(set -> set.figures().created().toString()).orElse(""));
        return fields;
    }
}

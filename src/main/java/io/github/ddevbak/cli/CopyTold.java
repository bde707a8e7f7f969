package io.github.ddevbak.cli;

import io.github.ddevbak.project.Finding;
import io.github.ddevbak.remote.CopiedSet;
import io.github.ddevbak.remote.CopyState;
import io.github.ddevbak.remote.LocalSet;
import io.github.ddevbak.report.Json;
import io.github.ddevbak.report.Sizes;
import io.github.ddevbak.settings.Repository;
import io.github.ddevbak.upkeep.CopyListener;
import io.github.ddevbak.upkeep.CopyResult;
import io.github.ddevbak.upkeep.RepositoryCopies;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Tells how copying goes and what came of it. */
final class CopyTold implements CopyListener {
    private final Console console;
    private final Standstill standstill;
    private String place = "";

    CopyTold(Console console, Clock clock) {
        this.console = console;
        this.standstill = new Standstill(clock);
    }

    @Override
    public void copying(String project, String set, Repository repository) {
        standstill.begin();
        place = repository.name();
        console.listener().working(project, "copying " + set + " to " + place);
    }

    @Override
    public void bytes(long done) {
        console.progress().bytes(done);
        if (standstill.heard(done)) {
            console.error(place + " has taken nothing for half a minute: " + Standstill.WHY
                    + "; what is there already is not sent again.");
        }
    }

    @Override
    public void copied(CopiedSet set, Repository repository) {
        if (set.state() == CopyState.FAILED || console.quiet() || console.json()) {
            return;
        }
        String what = set.state() == CopyState.THERE
                ? "was there"
                : "copied, " + Sizes.bytes(set.added()) + " added for " + Sizes.bytes(set.bytes());
        console.line(row(set.local()) + repository.name() + ": " + what + ", " + set.files() + " files seen there");
    }

    int plan(List<LocalSet> sets, List<Repository> repositories) {
        for (Repository repository : repositories) {
            sets.forEach(set -> console.line(
                    row(set) + "to " + repository.name() + " (" + repository.shown() + "), unless it is there"));
        }
        return ExitCode.OK.number();
    }

    void wouldInit(Repository repository) {
        console.line("would make " + repository.name() + " in " + repository.shown());
    }

    /** One that could not be made, or was there, keeps no other from being made. */
    ExitCode made(Map<Repository, String> repositories, List<Finding> findings) {
        ExitCode code = ExitCode.ofRemote(findings, false);
        if (console.json()) {
            List<Map<String, String>> made = repositories.entrySet().stream()
                    .map(one -> Map.of(
                            "repository", one.getKey().name(),
                            "place", one.getKey().shown(),
                            "id", one.getValue()))
                    .toList();
            console.document(Json.document("copy-init")
                    .with("exitCode", code.number())
                    .with("repositories", made)
                    .with("findings", Json.findings(findings)));
        }
        repositories.forEach((repository, id) -> console.aside(repository.name() + " is made in " + repository.shown()
                + " (" + id.substring(0, 8) + "). Keep its password where this machine's loss does not take it along:"
                + " without it nothing comes back."));
        findings.forEach(console::tell);
        return code;
    }

    ExitCode result(CopyResult result) {
        ExitCode code = ExitCode.ofRemote(result.findings(), result.cancelled());
        if (console.json()) {
            console.document(Json.document("copy")
                    .with("exitCode", code.number())
                    .with(
                            "repositories",
                            result.repositories().stream().map(CopyTold::fields).toList())
                    .with("findings", Json.findings(result.findings())));
        }
        troubles(result);
        return code;
    }

    /** What did not go as asked, on standard error. */
    void troubles(CopyResult result) {
        for (RepositoryCopies one : result.repositories()) {
            one.sets().forEach(set -> set.finding().ifPresent(console::tell));
            one.trouble().ifPresent(console::tell);
            if (one.untried() > 0) {
                console.error("ddevbak: " + one.untried() + (one.untried() == 1 ? " set is" : " sets are") + " not in "
                        + one.repository().name() + " yet; the next 'ddevbak copy' goes on.");
            }
        }
    }

    static Map<String, Object> fields(RepositoryCopies one) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("repository", one.repository().name());
        fields.put("place", one.repository().shown());
        fields.put("untried", one.untried());
        fields.put("sets", one.sets().stream().map(CopyTold::fields).toList());
        return fields;
    }

    private static Map<String, Object> fields(CopiedSet set) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("project", set.local().set().project().text());
        fields.put("set", set.local().set().id());
        fields.put("state", set.state().word());
        fields.put("snapshot", set.snapshot());
        fields.put("files", set.files());
        fields.put("bytes", set.bytes());
        fields.put("newBytes", set.added());
        return fields;
    }

    private static String row(LocalSet set) {
        String project = set.global() ? "(global)" : set.set().project().text();
        return RemoteTold.padded(project, 16) + RemoteTold.padded(set.set().id(), 27);
    }
}

package io.github.ddevbak.cli;

import io.github.ddevbak.project.Finding;
import io.github.ddevbak.project.Printable;
import io.github.ddevbak.recovery.BroughtSets;
import io.github.ddevbak.remote.RemoteSnapshot;
import io.github.ddevbak.report.Json;
import io.github.ddevbak.report.SetWords;
import io.github.ddevbak.report.Sizes;
import io.github.ddevbak.settings.Repository;
import io.github.ddevbak.store.RemoteRecord;
import io.github.ddevbak.upkeep.CheckedRepository;
import io.github.ddevbak.upkeep.ListedRepository;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Tells what is in repositories off this machine, and what came from there. */
final class RemoteTold {
    private final Console console;
    private final Clock clock;

    RemoteTold(Console console, Clock clock) {
        this.console = console;
        this.clock = clock;
    }

    /**
     * Lists the copies.
     *
     * @param projects only these; none: all
     */
    ExitCode list(List<ListedRepository> repositories, List<String> projects) {
        List<Finding> findings =
                repositories.stream().flatMap(one -> one.finding().stream()).toList();
        ExitCode code = ExitCode.ofRemote(findings, false);
        List<Map<String, Object>> all = new ArrayList<>();
        StringBuilder text =
                new StringBuilder(console.ink().strong(row("PROJECT", "SET", "AGE", "HOST") + "REPOSITORY"));
        for (ListedRepository one : repositories) {
            for (RemoteSnapshot set : one.sets()) {
                if (projects.isEmpty() || projects.contains(set.project().text())) {
                    all.add(fields(one.repository(), set));
                    text.append(System.lineSeparator())
                            .append(row(shown(set), set.set().text(), age(set), Printable.text(set.host())))
                            .append(one.repository().name());
                }
            }
        }
        if (console.json()) {
            console.document(Json.document("list-remote")
                    .with("exitCode", code.number())
                    .with("sets", all)
                    .with("findings", Json.findings(findings)));
        } else if (all.isEmpty() && findings.isEmpty()) {
            console.error("No sets there. Copy some with 'ddevbak copy'.");
        } else if (!all.isEmpty()) {
            console.line(text.toString());
        }
        findings.forEach(console::tell);
        return code;
    }

    ExitCode wouldCheck(List<Repository> repositories) {
        repositories.forEach(one -> console.aside("would read " + one.name() + " (" + one.shown() + ") again"));
        return ExitCode.OK;
    }

    ExitCode checked(List<CheckedRepository> repositories) {
        List<Finding> findings =
                repositories.stream().flatMap(one -> one.finding().stream()).toList();
        ExitCode code = ExitCode.ofRemote(findings, false);
        if (console.json()) {
            console.document(Json.document("verify-remote")
                    .with("exitCode", code.number())
                    .with(
                            "repositories",
                            repositories.stream().map(this::fields).toList())
                    .with("findings", Json.findings(findings)));
        } else if (!console.quiet()) {
            repositories.stream()
                    .filter(one -> one.finding().isEmpty())
                    .forEach(one -> console.line(one.repository().name() + ": good, "
                            + one.record()
                                    .map(record -> share(record, one.turn()))
                                    .orElse("")));
        }
        findings.forEach(console::tell);
        return code;
    }

    private String share(RemoteRecord record, int turn) {
        String read =
                record.turns() == 1 ? "all of it was read" : "share " + turn + " of " + record.turns() + " was read";
        String whole = record.turns() == 1 || record.whole().equals(Instant.EPOCH)
                ? ""
                : "; all of what was there " + SetWords.ago(record.whole(), clock.instant()) + " was read since";
        return read + whole;
    }

    /** A plan needs the sets; without them the command ends here. */
    Optional<ExitCode> wouldBring(List<RemoteSnapshot> chosen, Repository repository) {
        chosen.forEach(set -> console.aside("would bring the set " + set.set().text() + " of " + shown(set) + " from "
                + repository.name() + ", read it to its end, and restore from it"));
        if (console.json()) {
            console.document(Json.document("restore-remote")
                    .with("exitCode", ExitCode.OK.number())
                    .with(
                            "sets",
                            chosen.stream().map(set -> fields(repository, set)).toList()));
        }
        return Optional.of(ExitCode.OK);
    }

    /** One that did not come ends the command: the user said what is wanted. */
    Optional<ExitCode> brought(BroughtSets sets, Repository repository) {
        if (!console.quiet()) {
            sets.brought()
                    .forEach(set -> console.error("brought the set " + set.set().text() + " of " + shown(set) + " from "
                            + repository.name() + ", and read it to its end"));
        }
        sets.findings().forEach(console::tell);
        if (sets.findings().isEmpty()) {
            return Optional.empty();
        }
        if (console.json()) {
            console.document(Json.document("restore-remote")
                    .with("exitCode", ExitCode.SET_NOT_GOOD.number())
                    .with("findings", Json.findings(sets.findings())));
        }
        return Optional.of(ExitCode.SET_NOT_GOOD);
    }

    private Map<String, Object> fields(CheckedRepository one) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("repository", one.repository().name());
        fields.put("place", one.repository().shown());
        fields.put("good", one.finding().isEmpty());
        fields.put("turn", one.turn());
        one.record().ifPresent(record -> {
            fields.put("turns", record.turns());
            fields.put("done", record.done());
            fields.put(
                    "whole",
                    record.whole().equals(Instant.EPOCH) ? "" : record.whole().toString());
        });
        return fields;
    }

    private static Map<String, Object> fields(Repository repository, RemoteSnapshot set) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("repository", repository.name());
        fields.put("project", set.project().text());
        fields.put("global", set.global());
        fields.put("set", set.set().text());
        fields.put("host", set.host());
        fields.put("snapshot", set.id());
        return fields;
    }

    private static String shown(RemoteSnapshot set) {
        return set.global() ? "(global)" : set.project().text();
    }

    private String age(RemoteSnapshot set) {
        return set.set()
                .at()
                .map(at -> Sizes.age(Duration.between(at, clock.instant())))
                .orElse("-");
    }

    private static String row(String project, String set, String age, String host) {
        return padded(project, 16) + padded(set, 27) + padded(age, 9) + padded(host, 16);
    }

    static String padded(String text, int width) {
        return text + " ".repeat(Math.max(1, width - text.length()));
    }
}

package io.github.ddevbak.recovery;

import io.github.ddevbak.ddev.Answer;
import io.github.ddevbak.ddev.DatabaseCli;
import io.github.ddevbak.ddev.ServerDatabase;
import io.github.ddevbak.project.DatabaseServer;
import io.github.ddevbak.project.Finding;
import io.github.ddevbak.project.Printable;
import io.github.ddevbak.project.Project;
import io.github.ddevbak.project.SchemaCounts;
import io.github.ddevbak.store.StoredDatabases;
import io.github.ddevbak.store.StoredDump;
import io.github.ddevbak.store.StoredSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/** Whether databases that were imported are what a set has: objects and rows, by nobody's account but the server's. */
final class RestoredComparison {
    private final DatabaseCli questions;
    private final Project project;
    private final DatabaseServer server;
    private final StoredSet set;
    private final Map<String, StoredDump> dumps;

    RestoredComparison(DatabaseCli questions, Project project, DatabaseServer server, StoredSet set) {
        this.questions = questions;
        this.project = project;
        this.server = server;
        this.set = set;
        this.dumps = StoredDatabases.of(set.record()).dumps().stream()
                .collect(Collectors.toMap(StoredDump::name, dump -> dump, (first, second) -> first));
    }

    /** A database of a project, in words. */
    static String what(Project project, String database) {
        return "database '" + Printable.text(database) + "' of '" + project.name() + "'";
    }

    /** The same databases with what the server says of them; the findings get what is to be told beside them. */
    List<RestoredDatabase> of(List<RestoredDatabase> restored, List<Finding> findings) {
        Answer<List<ServerDatabase>> inventory = questions.inventory(project, server);
        if (inventory instanceof Answer.Refused<List<ServerDatabase>> refused) {
            return restored.stream().map(one -> unknown(one, refused.why())).toList();
        }
        List<ServerDatabase> now = inventory.value().orElseThrow();
        now.stream()
                .filter(database -> !dumps.containsKey(database.name()))
                .map(database -> Finding.info(
                        "database.left-alone",
                        what(project, database.name()) + " is not in the set and was left as it is"))
                .forEach(findings::add);
        return rows(restored.stream().map(one -> counted(one, now)).toList(), findings);
    }

    private RestoredDatabase unknown(RestoredDatabase one, String why) {
        return one.ok()
                ? one.because(Finding.error(
                        "database.not-compared",
                        "whether " + what(project, one.name()) + " came back is not known: the server did not answer: "
                                + why,
                        "Look at 'ddev logs -s db " + project.name() + "'."))
                : one;
    }

    private RestoredDatabase counted(RestoredDatabase one, List<ServerDatabase> now) {
        Optional<SchemaCounts> counts = now.stream()
                .filter(database -> database.name().equals(one.name()))
                .map(ServerDatabase::counts)
                .findFirst();
        RestoredDatabase counted = counts.map(one::counting).orElse(one);
        if (!one.ok()) {
            return counted;
        }
        SchemaCounts wanted = one.wanted();
        Optional<String> wrong = counts.isEmpty()
                ? Optional.of("the server does not have it")
                : counts.orElseThrow().outside(wanted, BrokenViews.without(wanted, BrokenViews.in(set)));
        return wrong.map(why -> counted.because(differs(one, why))).orElse(counted);
    }

    /** Counts the rows of those that have every table; nothing more is known of the others by it. */
    private List<RestoredDatabase> rows(List<RestoredDatabase> restored, List<Finding> findings) {
        List<String> whole = restored.stream()
                .filter(RestoredDatabase::ok)
                .map(RestoredDatabase::name)
                .toList();
        if (whole.isEmpty()) {
            return restored;
        }
        Answer<Map<String, Long>> answer = questions.rows(project, server, whole);
        if (answer instanceof Answer.Refused<Map<String, Long>> refused) {
            return restored.stream().map(one -> unknown(one, refused.why())).toList();
        }
        Map<String, Long> rows = answer.value().orElseThrow();
        return restored.stream()
                .map(one -> one.ok() ? held(one, Objects.requireNonNull(rows.get(one.name())), findings) : one)
                .toList();
    }

    /** A website that runs may write meanwhile; it has nothing to take away from what just came. */
    private RestoredDatabase held(RestoredDatabase one, long now, List<Finding> findings) {
        RestoredDatabase held = one.holding(now);
        long wanted = Objects.requireNonNull(dumps.get(one.name())).rows();
        if (now > wanted) {
            findings.add(Finding.warning(
                    "database.more-rows",
                    what(project, one.name()) + " holds rows " + now + ", and set " + set.id() + " has " + wanted
                            + ": something wrote into it after the import",
                    "Look whether the website, a cron job or a worker of the project runs."));
        }
        return now < wanted ? held.because(differs(one, "rows " + now + ", not " + wanted)) : held;
    }

    private Finding differs(RestoredDatabase one, String why) {
        return Finding.error(
                "database.not-as-in-set",
                what(project, one.name()) + " did not come back as set " + set.id() + " has it: " + why,
                "Run ddevbak restore again; where it stays so, follow RESTORE.md in the set.");
    }
}

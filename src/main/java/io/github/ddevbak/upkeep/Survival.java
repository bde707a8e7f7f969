package io.github.ddevbak.upkeep;

import io.github.ddevbak.backup.Judge;
import io.github.ddevbak.backup.Judgement;
import io.github.ddevbak.backup.ProjectResult;
import io.github.ddevbak.backup.RunResult;
import io.github.ddevbak.backup.Survives;
import io.github.ddevbak.backup.Verdict;
import io.github.ddevbak.store.Destination;
import io.github.ddevbak.store.RemoteRecords;
import io.github.ddevbak.store.SetSummary;
import io.github.ddevbak.store.StoredSet;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Says what loss projects and sets outlive, with what is known of copies off the machine. */
public final class Survival {
    private final Destination destination;
    private final Catalogue catalogue;
    private final RemoteRecords records;

    public Survival(Destination destination, Catalogue catalogue, RemoteRecords records) {
        this.destination = destination;
        this.catalogue = catalogue;
        this.records = records;
    }

    /** The same run, each project judged with all its copies. */
    public RunResult over(RunResult run) {
        return new RunResult(
                run.command(),
                run.started(),
                run.ended(),
                run.versions(),
                run.findings(),
                run.projects().stream().map(this::over).toList(),
                run.cancelled());
    }

    /** What this very set outlives, by what is known now of where it and its copies are. */
    public Survives now(SetSummary set, StoredSet whole) {
        String approot = whole.record().approot();
        CopyPlaces places = new CopyPlaces(
                destination,
                one -> Optional.of(whole),
                records,
                approot.indexOf(0) < 0 ? Path.of(approot) : destination.folder());
        Judgement sealed = new Judgement(verdict(whole), Survives.NOTHING, List.of());
        return Judge.elsewhere(sealed, whole.record().parts(), part -> places.elsewhere(part, List.of(set)))
                .survives();
    }

    private static Verdict verdict(StoredSet set) {
        return Stream.of(Verdict.values())
                .filter(one -> one.word().equals(set.record().verdict()))
                .findFirst()
                .orElse(Verdict.UNKNOWN);
    }

    private ProjectResult over(ProjectResult result) {
        CopyPlaces places = new CopyPlaces(
                destination, catalogue::whole, records, result.project().approot());
        List<SetSummary> sets = catalogue.summaries(List.of(result.project().name())).sets().stream()
                .filter(set -> !set.safetyCopy())
                .toList();
        Judgement judgement = Judge.elsewhere(result.judgement(), result.parts(), part -> places.elsewhere(part, sets));
        return new ProjectResult(result.project(), result.set(), result.parts(), judgement, result.took());
    }
}

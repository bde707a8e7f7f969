package io.github.ddevbak.upkeep;

import io.github.ddevbak.backup.Request;
import io.github.ddevbak.backup.Survey;
import io.github.ddevbak.backup.Surveyed;
import io.github.ddevbak.backup.UnknownProjectException;
import io.github.ddevbak.ddev.ServiceVolumes;
import io.github.ddevbak.project.Finding;
import io.github.ddevbak.project.NearMatch;
import io.github.ddevbak.project.Part;
import io.github.ddevbak.project.Printable;
import io.github.ddevbak.project.Project;
import io.github.ddevbak.project.ProjectName;
import io.github.ddevbak.project.Severity;
import io.github.ddevbak.schedule.Unattended;
import io.github.ddevbak.store.Destination;
import io.github.ddevbak.store.NoteKind;
import io.github.ddevbak.store.RemoteRecords;
import io.github.ddevbak.store.RunRecord;
import io.github.ddevbak.store.SetNote;
import io.github.ddevbak.store.SetNotes;
import io.github.ddevbak.store.SetSummary;
import io.github.ddevbak.store.StoredSet;
import io.github.ddevbak.store.StoredVolumes;
import io.github.ddevbak.store.Summaries;
import io.github.ddevbak.store.Suspicion;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Says how each project stands, from its sets and ddev's own list; starts nothing and takes no lock. */
public final class Status {
    private static final int RUNS = 12;

    private final Destination destination;
    private final Catalogue catalogue;
    private final RemoteRecords records;
    private final Survey survey;
    private final Unattended unattended;
    private final Clock clock;

    public Status(
            Destination destination,
            Catalogue catalogue,
            RemoteRecords records,
            Survey survey,
            Unattended unattended,
            Clock clock) {
        this.destination = destination;
        this.catalogue = catalogue;
        this.records = records;
        this.survey = survey;
        this.unattended = unattended;
        this.clock = clock;
    }

    /**
     * What is asked.
     *
     * @param names of projects; none: every one
     * @param folders projects named by their folder
     * @param parts those that count
     * @param maxAge how old a good copy may be
     */
    public record Question(List<String> names, List<Path> folders, Set<Part> parts, Optional<Duration> maxAge) {}

    public Standings look(Question question) {
        Surveyed surveyed = survey.look(false, question.folders(), Map.of());
        Set<String> ddevs = surveyed.projects().stream()
                .map(project -> project.name().text())
                .collect(Collectors.toCollection(TreeSet::new));
        Summaries found = catalogue.summaries(List.of());
        Map<String, List<SetSummary>> sets = found.sets().stream()
                .filter(set -> !set.safetyCopy())
                .collect(Collectors.groupingBy(set -> set.project().text()));
        Set<String> all = new TreeSet<>(sets.keySet());
        all.addAll(ddevs);
        Instant now = clock.instant();
        Evidence evidence = new Evidence(destination, records, question.parts(), question.maxAge(), now);
        List<Standing> standings = chosen(question.names(), all).stream()
                .map(name -> evidence.of(name, sets.getOrDefault(name, List.of()), ddevs.contains(name)))
                .toList();
        List<Finding> findings = findings(question, surveyed, found, now);
        findings.addAll(damaged(standings));
        return new Standings(standings, findings);
    }

    /** Repositories whose copies are counted for no project any more. */
    private static List<Finding> damaged(List<Standing> standings) {
        return standings.stream()
                .flatMap(standing -> standing.places().stream())
                .filter(place -> place.seen().isPresent() && !place.good())
                .map(CopyPlace::name)
                .distinct()
                .map(name -> Finding.warning(
                        "status.repository-damaged",
                        "the repository " + Printable.text(name) + " was found damaged when it was last read again, and"
                                + " counts as no copy",
                        "Repair it as restic's manual says or make a new one, and run 'ddevbak verify --remote' until it"
                                + " is good, then 'ddevbak copy'."))
                .toList();
    }

    private List<Finding> findings(Question question, Surveyed surveyed, Summaries found, Instant now) {
        List<Finding> findings = new ArrayList<>();
        surveyed.findings().stream()
                .filter(each -> each.project().isEmpty())
                .map(each -> each.finding())
                .filter(finding -> finding.severity().compareTo(Severity.WARNING) >= 0)
                .forEach(findings::add);
        findings.addAll(found.broken());
        surveyed.projects().stream()
                .filter(project -> question.names().isEmpty()
                        || question.names().contains(project.name().text()))
                .flatMap(project ->
                        volumes(
                                project,
                                found.sets().stream()
                                        .filter(set -> set.project().equals(project.name()))
                                        .toList())
                                .stream())
                .forEach(findings::add);
        List<RunRecord> runs = destination.newestRuns(run -> Request.aboutEverything(run.command()), RUNS);
        boolean scheduled = unattended.schedules().scheduled();
        findings.addAll(RunHistory.findings(runs, question.maxAge(), scheduled, now));
        unattended.schedules().elsewhere(destination.folder()).ifPresent(findings::add);
        findings.addAll(unattended.findings());
        return findings;
    }

    /** Those that the newest set with a good copy of volumes does not hold. */
    private Optional<Finding> volumes(Project project, List<SetSummary> newestFirst) {
        Set<String> volumes = ServiceVolumes.of(project.approot());
        if (volumes.isEmpty()) {
            return Optional.empty();
        }
        newestFirst.stream()
                .filter(set -> !set.safetyCopy() && set.good(Part.VOLUMES))
                .findFirst()
                .flatMap(set -> destination.set(set.project(), set.id()))
                .ifPresent(set -> StoredVolumes.of(set.record()).forEach(held -> volumes.remove(held.declared())));
        return volumes.isEmpty()
                ? Optional.empty()
                : Optional.of(new Finding(
                        Severity.INFO,
                        "status.volumes-not-covered",
                        "volumes of add-on services of '" + project.name() + "' are in no set: "
                                + Printable.text(String.join(", ", volumes)),
                        "Store them with 'ddevbak all --volumes', or 'volumes: true' in the configuration, unless they"
                                + " can be made anew."));
    }

    private static List<String> chosen(List<String> names, Set<String> all) {
        for (String name : names) {
            if (!all.contains(name)) {
                throw new UnknownProjectException(
                        "there is no project '" + Printable.text(name) + "'" + NearMatch.hint(name, all));
            }
        }
        return all.stream()
                .filter(name -> names.isEmpty() || names.contains(name))
                .toList();
    }

    /** The newest set of the project that is suspect and not accepted. */
    public Optional<StoredSet> suspect(String project) {
        Optional<ProjectName> name = ProjectName.parse(project);
        Set<String> known =
                destination.projects().stream().map(ProjectName::text).collect(Collectors.toSet());
        chosen(List.of(project), known);
        return name.flatMap(one -> Suspicion.unaccepted(destination.sets(one)));
    }

    /** Notes that a person said the set is as it should be. */
    public void accept(StoredSet set) {
        SetNotes.keep(set, SetNote.of(set, NoteKind.ACCEPTED, clock.instant(), true, 0, Map.of()));
    }
}

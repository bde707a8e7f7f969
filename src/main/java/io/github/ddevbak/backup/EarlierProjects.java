package io.github.ddevbak.backup;

import io.github.ddevbak.project.NameGlob;
import io.github.ddevbak.project.ProjectName;
import io.github.ddevbak.store.Destination;
import io.github.ddevbak.store.RunRecord;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Which projects were there when all were looked at last: one that is there no more has vanished. */
final class EarlierProjects {
    private EarlierProjects() {}

    /** Their folders by their names. What the newest run left out for that once is remembered from the one before. */
    static Map<String, String> in(Destination destination) {
        Map<String, String> known = new LinkedHashMap<>();
        Optional<RunRecord> newest = destination.newestRun(EarlierProjects::tellsAll);
        newest.ifPresent(run -> remember(run, name -> true, known));
        List<NameGlob> leftOut =
                newest.map(run -> Request.leftOut(run.command())).orElse(List.of());
        if (!leftOut.isEmpty()) {
            destination
                    .newestRun(run ->
                            tellsAll(run) && Request.leftOut(run.command()).isEmpty())
                    .ifPresent(run -> remember(run, name -> anyMatches(leftOut, name), known));
        }
        return known;
    }

    /** A run over every project that was not cut short: one that knew less would make projects vanish in silence. */
    private static boolean tellsAll(RunRecord run) {
        return Request.aboutEverything(run.command())
                && run.exitCode() < 130
                && !run.projects().isEmpty();
    }

    private static void remember(RunRecord run, Predicate<String> meant, Map<String, String> known) {
        run.projects().stream()
                .filter(project -> meant.test(project.project()))
                .forEach(project -> known.putIfAbsent(project.project(), project.approot()));
    }

    private static boolean anyMatches(List<NameGlob> globs, String project) {
        return ProjectName.parse(project)
                .filter(name -> globs.stream().anyMatch(glob -> glob.matches(name)))
                .isPresent();
    }
}

package io.github.ddevbak.ddev;

import io.github.ddevbak.project.Project;
import io.github.ddevbak.project.ProjectName;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Compares ddev's registry, ddev's list, the folders themselves and the projects of the newest earlier run, so that a
 * project which one of them drops, hides or cannot read is a finding and never silence.
 */
public final class Discovery {
    private final DiscoveryFindings findings = new DiscoveryFindings();
    private final Claims claims = new Claims(findings);
    private Optional<List<String>> ddevsWarnings = Optional.empty();

    private Discovery() {}

    /**
     * Looks at the disk and asks nobody. A project whose folder or configuration is missing by this look is not
     * callable, whatever ddev says of it.
     *
     * @param registry name to folder, as in ddev's file
     * @param list ddev's answer; empty where ddev was not asked
     * @param extra folders the user named, absolute
     * @param earlier name to folder of the newest earlier run
     */
    public static Discovered compare(
            Map<String, Path> registry,
            Optional<Answer<DdevList>> list,
            List<Path> extra,
            Map<String, String> earlier) {
        Discovery discovery = new Discovery();
        registry.forEach(discovery.claims::registered);
        list.ifPresent(discovery::read);
        extra.forEach(discovery.claims::named);
        Discovered discovered = discovery.looked();
        earlier.forEach(discovery::remembered);
        return new Discovered(discovered.projects(), discovery.findings.found());
    }

    private void read(Answer<DdevList> answer) {
        if (answer instanceof Answer.Refused<DdevList> refused) {
            findings.listFailed(refused.why());
        } else if (answer instanceof Answer.Said<DdevList> said) {
            ddevsWarnings = Optional.of(said.warnings());
            said.content().projects().forEach(claims::listed);
            if (said.content().nulls() > 0) {
                findings.nullEntries(said.content().nulls());
            }
        }
    }

    private void remembered(String name, String approot) {
        if (!claims.mentioned(name)) {
            findings.vanished(name, approot);
        }
    }

    /** A claim, and what lies in its folder. */
    private record Looked(Candidate candidate, ProjectFolder folder) {}

    private Discovered looked() {
        List<Looked> folders = new ArrayList<>();
        for (Candidate candidate : claims.all()) {
            folders.add(
                    new Looked(candidate, ProjectFolder.look(candidate.name().text(), candidate.approot())));
        }
        oneNameAFolder(folders);
        List<Project> projects = new ArrayList<>();
        for (Looked one : folders) {
            oddities(one.candidate(), one.folder());
            projects.add(one.candidate().project(one.folder()));
        }
        projects.sort(Comparator.comparing(Project::name));
        return new Discovered(projects, List.of());
    }

    /** Of several names for one folder the one ddev lists is the project, else the configured one, else the first. */
    private void oneNameAFolder(List<Looked> folders) {
        List<Looked> byClaim = new ArrayList<>(folders);
        byClaim.sort(Comparator.comparing(one -> claim(one.candidate(), one.folder())));
        Set<Looked> kept = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Looked one : byClaim) {
            Candidate candidate = one.candidate();
            Optional<Candidate> winner = kept.stream()
                    .map(Looked::candidate)
                    .filter(other -> ProjectFolder.same(other.approot(), candidate.approot()))
                    .findFirst();
            winner.ifPresentOrElse(better -> findings.twoNames(candidate, better.name()), () -> kept.add(one));
        }
        folders.removeIf(one -> !kept.contains(one));
    }

    private static int claim(Candidate candidate, ProjectFolder folder) {
        boolean configured = folder.config()
                .flatMap(ProjectConfig::name)
                .filter(candidate.name().text()::equals)
                .isPresent();
        return candidate.listed().isPresent() ? 0 : configured ? 1 : 2;
    }

    private void oddities(Candidate candidate, ProjectFolder folder) {
        String name = candidate.name().text();
        folder.finding().ifPresent(finding -> findings.add(name, finding));
        candidate.contradiction(folder).ifPresent(finding -> findings.add(name, finding));
        Optional<Candidate> namesake = namesake(candidate, folder);
        if (namesake.isPresent()) {
            findings.duplicate(
                    candidate.name(),
                    "The configuration in " + candidate.approot() + " gives the name "
                            + namesake.get().name() + ", which is the project in "
                            + namesake.get().approot() + " already; ddev leaves one of them out.");
        } else if (ddevsWarnings.isPresent()
                && candidate.registered()
                && candidate.listed().isEmpty()
                && folder.finding().isEmpty()) {
            findings.hidden(candidate, cause(candidate.approot(), ddevsWarnings.get()));
        }
    }

    /** The other project whose name this one's configuration claims. */
    private Optional<Candidate> namesake(Candidate candidate, ProjectFolder folder) {
        return folder.config()
                .flatMap(ProjectConfig::name)
                .flatMap(ProjectName::parse)
                .filter(configured -> !configured.equals(candidate.name()))
                .flatMap(claims::named)
                .filter(other -> !ProjectFolder.same(other.approot(), candidate.approot()));
    }

    private static String cause(Path approot, List<String> warnings) {
        Pattern mention = Pattern.compile(Pattern.quote(approot.toString()) + "(?![\\w/-])");
        return warnings.stream()
                .filter(warning -> mention.matcher(warning).find())
                .findFirst()
                .orElse("");
    }
}

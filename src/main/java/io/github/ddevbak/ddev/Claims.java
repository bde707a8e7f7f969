package io.github.ddevbak.ddev;

import io.github.ddevbak.project.ProjectName;
import io.github.ddevbak.project.ProjectStatus;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Puts together who claims which project: first ddev's registry, then ddev's list, then the user. */
final class Claims {
    private final DiscoveryFindings findings;
    private final Map<ProjectName, Candidate> byName = new LinkedHashMap<>();
    private final List<Candidate> namesakes = new ArrayList<>();
    private final Set<String> known = new HashSet<>();

    Claims(DiscoveryFindings findings) {
        this.findings = findings;
    }

    /** Every claim, those with a name that another folder has already at the end. */
    List<Candidate> all() {
        List<Candidate> all = new ArrayList<>(byName.values());
        all.addAll(namesakes);
        return all;
    }

    Optional<Candidate> named(ProjectName name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** Whether anybody mentioned the name, usable or not. */
    boolean mentioned(String name) {
        return known.contains(name);
    }

    void registered(String name, Path approot) {
        known.add(name);
        ProjectName.parse(name)
                .ifPresentOrElse(
                        good -> byName.put(good, new Candidate(good, approot, true, Optional.empty())),
                        () -> findings.badName(name, "ddev's registry"));
    }

    void listed(Listed entry) {
        known.add(entry.name());
        Optional<Path> folder = DdevAnswers.path(entry.approot());
        Optional<ProjectName> name = ProjectName.parse(entry.name());
        Optional<Candidate> sameName = name.flatMap(this::named);
        if (sameName.isPresent()) {
            again(sameName.get(), entry);
            return;
        }
        Optional<Candidate> sameFolder = folder.flatMap(this::unlistedIn);
        if (sameFolder.isPresent() && ProjectStatus.of(entry.status()) == ProjectStatus.CONFIG_MISSING) {
            // Without its configuration ddev calls a project by its folder.
            byName.put(sameFolder.get().name(), sameFolder.get().listedAs(entry));
        } else if (name.isEmpty()) {
            findings.badName(entry.name(), "ddev's list");
        } else if (folder.isEmpty()) {
            findings.badFolder(entry.name(), "ddev's list", entry.approot());
        } else {
            sameFolder.ifPresentOrElse(
                    old -> renamed(old, name.get(), entry), () -> unregistered(name.get(), folder.get(), entry));
        }
    }

    private void again(Candidate candidate, Listed entry) {
        ProjectName name = candidate.name();
        if (candidate.listed().isPresent()) {
            findings.duplicate(name, "ddev lists project " + name + " twice.");
            return;
        }
        byName.put(name, candidate.listedAs(entry));
        boolean elsewhere = DdevAnswers.path(entry.approot())
                .map(folder -> !ProjectFolder.same(folder, candidate.approot()))
                .orElse(!entry.approot().isEmpty());
        if (elsewhere) {
            findings.duplicate(
                    name,
                    "Project " + name + " is in " + candidate.approot() + " by ddev's registry, and in "
                            + entry.approot() + " by ddev's list.");
        }
    }

    /** ddev lists a project under the name in its configuration, and keeps the old one in its registry. */
    private void renamed(Candidate old, ProjectName name, Listed entry) {
        byName.remove(old.name());
        byName.put(name, new Candidate(name, old.approot(), true, Optional.of(entry)));
        findings.twoNames(old, name);
    }

    private void unregistered(ProjectName name, Path folder, Listed entry) {
        byName.put(name, new Candidate(name, folder, false, Optional.of(entry)));
        findings.unregistered(name, folder);
    }

    private Optional<Candidate> unlistedIn(Path folder) {
        return byName.values().stream()
                .filter(candidate -> candidate.listed().isEmpty() && ProjectFolder.same(candidate.approot(), folder))
                .findFirst();
    }

    /** A folder the user named; nothing new where it is a known project's. */
    void named(Path folder) {
        Path approot = folder.toAbsolutePath().normalize();
        if (all().stream().anyMatch(candidate -> ProjectFolder.same(candidate.approot(), approot))) {
            return;
        }
        Optional<String> configured =
                ProjectFolder.look(approot.toString(), approot).config().flatMap(ProjectConfig::name);
        Optional<ProjectName> name =
                configured.isPresent() ? configured.flatMap(ProjectName::parse) : ProjectFolder.derivedName(approot);
        name.ifPresentOrElse(
                good -> named(good, approot),
                () -> findings.badName(
                        configured.orElse(String.valueOf(approot.getFileName())), "The folder " + approot));
    }

    private void named(ProjectName name, Path approot) {
        known.add(name.text());
        Candidate candidate = new Candidate(name, approot, false, Optional.empty());
        Candidate other = byName.putIfAbsent(name, candidate);
        if (other == null) {
            findings.unregistered(name, approot);
        } else {
            namesakes.add(candidate);
            findings.duplicate(name, "Project " + name + " is in " + approot + " and in " + other.approot() + ".");
        }
    }
}

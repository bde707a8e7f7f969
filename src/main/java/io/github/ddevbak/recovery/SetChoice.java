package io.github.ddevbak.recovery;

import io.github.ddevbak.project.NearMatch;
import io.github.ddevbak.project.Printable;
import io.github.ddevbak.project.ProjectName;
import io.github.ddevbak.store.Destination;
import io.github.ddevbak.store.SealedFolder;
import io.github.ddevbak.store.SetName;
import io.github.ddevbak.store.StoredSet;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/** Which stored sets are meant; whole or not, so that none is passed over. Pure. */
final class SetChoice {
    private final Map<ProjectName, List<SealedFolder>> stored;
    private final List<SealedFolder> global;

    SetChoice(Map<ProjectName, List<SealedFolder>> stored, List<SealedFolder> global) {
        this.stored = stored;
        this.global = global;
    }

    /**
     * The sets that are meant, by project and newest first.
     *
     * @throws NoSuchSetException where a name means none
     */
    List<SealedFolder> of(VerifyWish wish) {
        Map<ProjectName, List<SealedFolder>> chosen = projects(wish);
        List<SealedFolder> sets = new ArrayList<>();
        chosen.values().forEach(of -> sets.addAll(named(of, wish)));
        if (wish.projects().isEmpty() && !excluded(Destination.GLOBAL, wish)) {
            sets.addAll(named(global, wish));
        }
        if (sets.isEmpty() && wish.set().isPresent()) {
            throw new NoSuchSetException("there is no set '"
                    + Printable.text(wish.set().get()) + "' of the chosen projects. See all with 'ddevbak list'.");
        }
        return sets;
    }

    private Map<ProjectName, List<SealedFolder>> projects(VerifyWish wish) {
        Map<ProjectName, List<SealedFolder>> chosen = new TreeMap<>();
        if (wish.projects().isEmpty()) {
            chosen.putAll(stored);
        }
        for (String name : wish.projects()) {
            Map<ProjectName, List<SealedFolder>> meant = new LinkedHashMap<>(stored);
            meant.keySet().removeIf(project -> !matches(name, project));
            if (meant.isEmpty()) {
                List<String> known =
                        stored.keySet().stream().map(ProjectName::text).toList();
                throw new NoSuchSetException("there is no set of a project named '" + Printable.text(name) + "'"
                        + NearMatch.hint(name, known) + " See all with 'ddevbak list'.");
            }
            chosen.putAll(meant);
        }
        chosen.keySet().removeIf(project -> excluded(project, wish));
        return chosen;
    }

    private static List<SealedFolder> named(List<SealedFolder> newestFirst, VerifyWish wish) {
        if (wish.set().isEmpty()) {
            return newestFirst;
        }
        SetName name = new SetName(wish.set().get());
        List<SealedFolder> meant = name.amongFolders(newestFirst);
        Predicate<SealedFolder> usual =
                one -> one.set().filter(StoredSet::safetyCopy).isEmpty();
        return name.latest()
                ? meant.stream()
                        .filter(usual)
                        .findFirst()
                        .or(() -> meant.stream().findFirst())
                        .stream()
                        .toList()
                : meant;
    }

    private static boolean excluded(ProjectName project, VerifyWish wish) {
        return wish.excludes().stream().anyMatch(glob -> matches(glob, project));
    }

    private static boolean matches(String nameOrGlob, ProjectName project) {
        if (nameOrGlob.equals(project.text())) {
            return true;
        }
        if (nameOrGlob.chars().noneMatch(c -> "*?[{".indexOf(c) >= 0)) {
            return false;
        }
        try {
            return FileSystems.getDefault().getPathMatcher("glob:" + nameOrGlob).matches(Path.of(project.text()));
        } catch (IllegalArgumentException notAGlob) {
            return false;
        }
    }
}

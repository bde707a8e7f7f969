package io.github.ddevbak.recovery;

import io.github.ddevbak.project.NameGlob;
import io.github.ddevbak.project.NearMatch;
import io.github.ddevbak.project.Printable;
import io.github.ddevbak.project.ProjectName;
import io.github.ddevbak.store.Destination;
import io.github.ddevbak.store.SealedFolder;
import io.github.ddevbak.store.SetName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Which stored sets are meant; whole or not, so that none is passed over. Pure. */
final class VerifyChoice {
    private final Map<ProjectName, List<SealedFolder>> stored;
    private final List<SealedFolder> global;

    VerifyChoice(Map<ProjectName, List<SealedFolder>> stored, List<SealedFolder> global) {
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
            meant.keySet().removeIf(project -> !new NameGlob(name).matches(project));
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
        return wish.set()
                .map(name -> new SetName(name).meant(newestFirst, SealedFolder::id))
                .orElse(newestFirst);
    }

    private static boolean excluded(ProjectName project, VerifyWish wish) {
        return wish.excludes().stream().anyMatch(glob -> new NameGlob(glob).matches(project));
    }
}

package io.github.ddevbak.recovery;

import io.github.ddevbak.project.Part;
import io.github.ddevbak.project.PartState;
import io.github.ddevbak.project.Printable;
import io.github.ddevbak.project.ProjectName;
import io.github.ddevbak.store.GoodParts;
import io.github.ddevbak.store.SetName;
import io.github.ddevbak.store.StoredSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Which set a part comes back from. Pure. */
final class RestoreChoice {
    private RestoreChoice() {}

    /**
     * The set that is meant: of {@code latest} the newest in which the part is good, those before a restore left out, for
     * they hold what somebody wanted to get rid of.
     *
     * @param newestFirst the project's sets
     * @param holds whether a set has what is wanted of the part, for {@code latest}
     * @throws RestoreRefusedException where there is none
     */
    static StoredSet of(
            ProjectName project, List<StoredSet> newestFirst, SetName name, Part part, Predicate<StoredSet> holds) {
        List<StoredSet> meant = name.possible() ? name.among(newestFirst) : List.of();
        if (meant.isEmpty()) {
            throw new RestoreRefusedException("there is no set '" + Printable.text(name.text()) + "' of project '"
                    + project + "'. See them with 'ddevbak list " + project + "'.");
        }
        boolean latest = name.text().equals("latest");
        Optional<StoredSet> found = meant.stream()
                .filter(set -> !latest || (!set.safetyCopy() && holds.test(set)))
                .filter(set -> GoodParts.good(set, part))
                .findFirst();
        return found.orElseThrow(() -> new RestoreRefusedException(
                latest
                        ? "no set of project '" + project + "' holds a good copy of its " + part.word()
                                + ". See them with 'ddevbak list " + project + "'."
                        : "set " + meant.get(0).id() + " of project '" + project + "' holds no good copy of its "
                                + part.word() + " (" + words(meant.get(0), part) + ")"
                                + newest(newestFirst, part)
                                        .map(id -> "; set " + id + " does")
                                        .orElse("")
                                + ". Name another set, or leave --set away."));
    }

    private static String words(StoredSet set, Part part) {
        return GoodParts.state(set, part).map(PartState::word).orElse("not in it");
    }

    private static Optional<String> newest(List<StoredSet> newestFirst, Part part) {
        return newestFirst.stream()
                .filter(set -> !set.safetyCopy() && GoodParts.good(set, part))
                .map(StoredSet::id)
                .findFirst();
    }
}

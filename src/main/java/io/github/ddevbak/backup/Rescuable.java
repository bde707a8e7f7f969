package io.github.ddevbak.backup;

import io.github.ddevbak.git.Rescued;
import io.github.ddevbak.git.Rescued.Kind;
import io.github.ddevbak.project.Finding;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which losses a rescue took the sting out of. Pure. */
final class Rescuable {
    private static final Set<Kind> ALL = EnumSet.allOf(Kind.class);

    /** By code, what has to be in the set; a code that is not here stays a loss whatever is in the set. */
    private static final Map<String, Set<Kind>> NEEDS = Map.ofEntries(
            Map.entry("code.no-repository", EnumSet.of(Kind.FILES)),
            Map.entry("code.no-commit", EnumSet.of(Kind.CHANGES, Kind.FILES)),
            Map.entry("code.unborn-branch", EnumSet.of(Kind.CHANGES, Kind.FILES)),
            Map.entry("code.no-remote", EnumSet.of(Kind.COMMITS)),
            Map.entry("code.remote-missing", EnumSet.of(Kind.COMMITS)),
            Map.entry("code.remote-never-fetched", EnumSet.of(Kind.COMMITS)),
            Map.entry("code.unpushed-branch", EnumSet.of(Kind.COMMITS)),
            Map.entry("code.unpushed-tag", EnumSet.of(Kind.COMMITS)),
            Map.entry("code.unpushed-tag-object", EnumSet.of(Kind.COMMITS)),
            Map.entry("code.remote-rewound", EnumSet.of(Kind.COMMITS)),
            Map.entry("code.detached-head", EnumSet.of(Kind.COMMITS)),
            Map.entry("code.worktree-detached", EnumSet.of(Kind.COMMITS)),
            Map.entry("code.worktree-missing", EnumSet.of(Kind.COMMITS)),
            Map.entry("code.stash", EnumSet.of(Kind.COMMITS)),
            Map.entry("code.autostash", EnumSet.of(Kind.COMMITS)),
            Map.entry("code.in-progress-commits", EnumSet.of(Kind.COMMITS)),
            Map.entry("code.in-progress", ALL),
            Map.entry("code.staged", EnumSet.of(Kind.CHANGES)),
            Map.entry("code.unstaged", EnumSet.of(Kind.CHANGES)),
            Map.entry("code.conflicted", EnumSet.of(Kind.CHANGES)),
            Map.entry("code.hidden-change", EnumSet.of(Kind.CHANGES)),
            Map.entry("code.lfs-not-pushed", EnumSet.of(Kind.CONTENTS)),
            Map.entry("code.untracked", EnumSet.of(Kind.FILES)),
            Map.entry("code.ignored-precious", EnumSet.of(Kind.FILES)),
            Map.entry("code.worktree-dirty", ALL),
            Map.entry("code.submodule-dirty", ALL),
            Map.entry("code.submodule-unpushed", ALL),
            Map.entry("code.nested-repository", ALL));

    private static final Set<String> OF_REPOSITORIES_BELOW =
            Set.of("code.submodule-dirty", "code.submodule-unpushed", "code.nested-repository");

    private final List<Rescued> rescued;
    private final Set<Kind> incomplete = EnumSet.noneOf(Kind.class);

    Rescuable(List<Rescued> rescued, List<Rescued.LeftOut> leftOut) {
        this.rescued = rescued;
        leftOut.forEach(each -> incomplete.add(each.kind()));
    }

    boolean inSet(Finding loss) {
        Set<Kind> needs = NEEDS.get(loss.code());
        return needs != null && needs.stream().noneMatch(incomplete::contains) && (!below(loss) || looked(loss));
    }

    private static boolean below(Finding loss) {
        return OF_REPOSITORIES_BELOW.contains(loss.code());
    }

    /** A repository below that was passed over has nothing in the set. */
    private boolean looked(Finding loss) {
        return rescued.stream()
                .anyMatch(each -> !each.place().isEmpty() && loss.sentence().contains(each.place()));
    }
}

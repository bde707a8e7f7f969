package io.github.ddevbak.backup;

import io.github.ddevbak.git.Rescued;
import io.github.ddevbak.git.Rescued.Kind;
import io.github.ddevbak.project.Finding;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

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
            Map.entry("code.unpushed-ref", EnumSet.of(Kind.COMMITS)),
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

    private final Set<Path> rescued;
    private final Map<Finding, Set<Path>> about;
    private final Set<Kind> incomplete = EnumSet.noneOf(Kind.class);

    /** @param about the repositories below that a finding is about */
    Rescuable(Map<Finding, Set<Path>> about, List<Rescued> rescued, List<Rescued.LeftOut> leftOut) {
        this.about = about;
        this.rescued = rescued.stream().map(Rescued::top).collect(Collectors.toSet());
        leftOut.forEach(each -> incomplete.add(each.kind()));
    }

    boolean inSet(Finding loss) {
        Set<Kind> needs = NEEDS.get(loss.code());
        // A repository below that was passed over has nothing in the set.
        return needs != null
                && needs.stream().noneMatch(incomplete::contains)
                && rescued.containsAll(about.getOrDefault(loss, Set.of()));
    }
}

package io.github.ddevbak.git;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Proves without git the usual case that nothing is unpushed: every branch, tag, head and other ref is at a commit that a
 * remote-tracking ref is at. What is not proved may still be so: then git has to walk the history.
 */
final class EverythingPushed {
    private EverythingPushed() {}

    /**
     * Whether it is proved.
     *
     * @param others which refs of other kinds count
     * @param excluded remotes whose refs prove nothing
     */
    static boolean proved(
            RefFiles refs, Layout layout, Collection<String> heads, OtherRefs others, List<Remote> excluded) {
        Set<String> tips = new HashSet<>(heads);
        refs.below(RefFiles.BRANCHES).values().forEach(ref -> tips.add(ref.oid()));
        refs.below(RefFiles.TAGS).values().forEach(ref -> tips.add(ref.peeled()));
        refs.below("refs/").forEach((name, ref) -> {
            if (others.judged(name)) {
                tips.add(ref.peeled());
            }
        });
        Set<String> pushed = new HashSet<>();
        for (Map.Entry<String, RefFiles.Ref> ref : refs.below(RefFiles.REMOTES).entrySet()) {
            String name = ref.getKey().substring(RefFiles.REMOTES.length());
            if (excluded.stream().noneMatch(remote -> name.startsWith(remote.name() + "/"))) {
                pushed.add(ref.getValue().oid());
            }
        }
        // Git takes the names of excluded remotes for patterns.
        boolean plain = excluded.stream().noneMatch(remote -> remote.name().matches(".*[*?\\[\\\\].*"));
        return plain && pushed.containsAll(tips) && new ObjectFiles(layout).hasAll(tips);
    }
}

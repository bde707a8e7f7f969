package io.github.ddevbak.git;

import io.github.ddevbak.project.Finding;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What remotes have now, as they were asked.
 *
 * @param refs by the remote's name; a remote that was not asked, or did not tell all of it, is not among them
 * @param present objects named by those that are here or were fetched, so that git can count from them
 * @param objects folders of objects besides the repository's own in which they are
 * @param findings what was wrong with remotes that did not answer
 */
record RemotesNow(Map<String, RemoteRefs> refs, Set<String> present, List<Path> objects, List<Finding> findings) {
    /** No remote was asked. */
    static final RemotesNow UNASKED = new RemotesNow(Map.of(), Set.of(), List.of(), List.of());

    RemotesNow {
        refs = Map.copyOf(refs);
        present = Set.copyOf(present);
        objects = List.copyOf(objects);
        findings = List.copyOf(findings);
    }

    boolean asked(Remote remote) {
        return refs.containsKey(remote.name());
    }

    /** The objects that git can count from, which these remotes have. */
    Set<String> of(List<Remote> remotes) {
        Set<String> oids = new HashSet<>();
        for (Remote remote : remotes) {
            RemoteRefs told = refs.get(remote.name());
            if (told != null) {
                oids.addAll(told.refs().values());
            }
        }
        oids.retainAll(present);
        return oids;
    }

    /** Every object that some of them names. */
    Set<String> named() {
        Set<String> oids = new HashSet<>();
        refs.values().forEach(remote -> oids.addAll(remote.refs().values()));
        return oids;
    }

    /** These answers and those of others, which were asked besides. */
    RemotesNow and(RemotesNow others) {
        Map<String, RemoteRefs> allRefs = new HashMap<>(refs);
        allRefs.putAll(others.refs);
        Set<String> allPresent = new HashSet<>(present);
        allPresent.addAll(others.present);
        return new RemotesNow(allRefs, allPresent, joined(objects, others.objects), joined(findings, others.findings));
    }

    private static <T> List<T> joined(List<T> one, List<T> other) {
        List<T> both = new ArrayList<>(one);
        both.addAll(other);
        return both;
    }
}

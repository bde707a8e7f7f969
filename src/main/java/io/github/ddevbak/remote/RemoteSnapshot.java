package io.github.ddevbak.remote;

import io.github.ddevbak.project.ProjectName;
import io.github.ddevbak.store.Destination;
import io.github.ddevbak.store.SetId;
import io.github.ddevbak.store.StoredSet;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A copy of a set as a repository lists it; its tags say what it is, so that any machine finds it.
 *
 * @param id restic's, whole
 * @param project whose; {@link Destination#GLOBAL} for ddev's global configuration
 * @param global whether it is ddev's global configuration
 * @param set the set's name
 * @param manifest the hash of the set's {@code MANIFEST.sha256}
 * @param host the machine it was copied from
 */
public record RemoteSnapshot(String id, ProjectName project, boolean global, SetId set, String manifest, String host) {
    static final String OURS = "ddevbak";
    private static final String GLOBAL = "ddevbak-global";
    private static final String PROJECT = "project=";
    private static final String SET = "set=";
    private static final String MANIFEST = "manifest=";

    /** By project, newest first. */
    public static final Comparator<RemoteSnapshot> NEWEST_FIRST = Comparator.comparing(RemoteSnapshot::project)
            .thenComparing(RemoteSnapshot::global)
            .thenComparing(RemoteSnapshot::set, Comparator.reverseOrder())
            .thenComparing(RemoteSnapshot::id);

    /** What the copy of a set is tagged with. */
    static List<String> tags(LocalSet local) {
        StoredSet set = local.set();
        List<String> tags = new ArrayList<>(List.of(OURS));
        if (local.global()) {
            tags.add(GLOBAL);
        }
        tags.addAll(List.of(PROJECT + set.project(), SET + set.id(), MANIFEST + local.manifest()));
        return tags;
    }

    /** Nothing where the tags are not ours, or name what cannot be a set. */
    static Optional<RemoteSnapshot> of(String id, String host, List<String> tags) {
        Optional<ProjectName> project = tagged(tags, PROJECT).flatMap(ProjectName::parse);
        Optional<SetId> set = tagged(tags, SET).flatMap(SetId::parse);
        return tags.contains(OURS) && project.isPresent() && set.isPresent()
                ? Optional.of(new RemoteSnapshot(
                        id,
                        project.get(),
                        tags.contains(GLOBAL),
                        set.get(),
                        tagged(tags, MANIFEST).orElse(""),
                        host))
                : Optional.empty();
    }

    private static Optional<String> tagged(List<String> tags, String name) {
        return tags.stream()
                .filter(tag -> tag.startsWith(name))
                .map(tag -> tag.substring(name.length()))
                .findFirst();
    }

    /** As restic's own lists show it. */
    String shortId() {
        return id.substring(0, Math.min(8, id.length()));
    }

    /** Whether it is a copy of this very set, from whatever machine. */
    public boolean of(LocalSet local) {
        return ofProject(local) && set.text().equals(local.set().id()) && manifest.equals(local.manifest());
    }

    boolean ofProject(LocalSet local) {
        return project.equals(local.set().project()) && global == local.global();
    }
}

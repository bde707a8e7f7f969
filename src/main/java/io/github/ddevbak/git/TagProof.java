package io.github.ddevbak.git;

import io.github.ddevbak.process.Invocation;
import io.github.ddevbak.project.Finding;
import io.github.ddevbak.project.Severity;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Which tags no remote has although their commits are on one: pure. Git keeps no note of the tags a remote has. */
final class TagProof {
    private final History history;
    private final List<TagRefs.Tag> doubtful;

    private TagProof(History history, List<TagRefs.Tag> doubtful) {
        this.history = history;
        this.doubtful = doubtful;
    }

    /** @param cloned when the repository was cloned, where Git still knows: the tags made before came with it */
    static List<Finding> of(History history, List<TagRefs.Tag> tags, Optional<Instant> cloned) {
        if (!history.provable()) {
            return List.of();
        }
        Set<String> named = history.now().named();
        List<TagRefs.Tag> doubtful = tags.stream()
                // Those whose commit is not pushed are told with it.
                .filter(tag -> !history.unpushed().commits().containsKey(tag.commit()))
                .filter(tag -> !named.contains(tag.object()) || !tag.annotated())
                .toList();
        TagProof proof = new TagProof(history, doubtful);
        return history.allAsked() ? proof.known() : proof.unknown(cloned);
    }

    private List<Finding> known() {
        List<Finding> findings = new ArrayList<>();
        List<String> objects =
                names(doubtful.stream().filter(TagRefs.Tag::annotated).toList());
        if (!objects.isEmpty()) {
            findings.add(Finding.loss(
                    "code.unpushed-tag-object",
                    Words.count(objects.size(), "annotated tag") + " that no remote has" + Words.names(objects) + "; "
                            + (objects.size() == 1 ? "its commit is" : "their commits are") + " on a remote.",
                    push(objects)));
        }
        List<String> plain = names(
                doubtful.stream().filter(tag -> !tag.annotated() && !named(tag)).toList());
        if (!plain.isEmpty()) {
            findings.add(Finding.warning(
                    "code.unpushed-tag-name",
                    Words.count(plain.size(), "tag") + " that no remote has by that name" + Words.names(plain) + "; "
                            + (plain.size() == 1 ? "its commit is" : "their commits are") + " on a remote.",
                    push(plain)));
        }
        return findings;
    }

    private List<Finding> unknown(Optional<Instant> cloned) {
        List<String> names = names(doubtful.stream()
                .filter(TagRefs.Tag::annotated)
                .filter(tag -> cloned.map(when -> tag.made().isAfter(when)).orElse(true))
                .toList());
        return names.isEmpty()
                ? List.of()
                : List.of(new Finding(
                        Severity.INFO,
                        "code.tags-not-asked",
                        "Whether a remote has " + Words.count(names.size(), "annotated tag") + Words.names(names)
                                + " is not known without asking it; the commits are on a remote.",
                        "ddevbak git-check --fetch"));
    }

    private boolean named(TagRefs.Tag tag) {
        return history.now().refs().values().stream()
                .anyMatch(remote -> tag.object().equals(remote.refs().get(RefFiles.TAGS + tag.name())));
    }

    private String push(List<String> names) {
        return "git push " + PushHint.remote(history.remotes(), "") + " "
                + Invocation.quoted(RefFiles.TAGS + names.get(0)) + (names.size() > 1 ? " …" : "");
    }

    private static List<String> names(List<TagRefs.Tag> tags) {
        return tags.stream().map(TagRefs.Tag::name).toList();
    }
}

package io.github.ddevbak.backup;

import io.github.ddevbak.ddev.Upstream;
import io.github.ddevbak.project.Finding;
import io.github.ddevbak.project.Printable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where a project's user files would come back from. Pure.
 *
 * @param declared what the configuration says; nobody proved it
 * @param providers those of {@code ddev pull} that are filled in
 * @param dirs the upload directories, relative to the approot
 * @param first the one that {@code ddev pull} fills
 */
record FileOrigins(Optional<String> declared, List<Upstream.Provider> providers, List<String> dirs, String first) {

    FileOrigins {
        providers = List.copyOf(providers);
        dirs = List.copyOf(dirs);
    }

    /** The upload directories that nothing is known to bring back. */
    List<String> uncovered() {
        if (declared.isPresent() || providers.stream().anyMatch(provider -> !provider.firstOnly())) {
            return List.of();
        }
        return providers.isEmpty()
                ? dirs
                : dirs.stream().filter(dir -> !dir.equals(first)).toList();
    }

    boolean known() {
        return declared.isPresent() || !providers.isEmpty();
    }

    /** All of them in a few words; empty where there are none. */
    String words() {
        List<String> words = new ArrayList<>();
        declared.ifPresent(words::add);
        providers.forEach(provider -> words.add(provider.name()));
        return Printable.text(String.join(", ", words));
    }

    void addTo(Map<String, Object> facts) {
        if (known()) {
            facts.put("upstream", words());
        }
        if (!providers.isEmpty()) {
            facts.put("pull", providers.stream().map(Upstream.Provider::pull).toList());
        }
        if (known() && !uncovered().isEmpty()) {
            facts.put("uncovered", uncovered());
        }
    }

    /** How each would bring the files back. */
    List<Finding> told() {
        List<Finding> told = new ArrayList<>();
        declared.ifPresent(words -> told.add(Finding.info(
                "files.upstream",
                "The settings say that the user files come back from " + Printable.text(words)
                        + "; that was not asked")));
        providers.stream()
                .map(provider -> Finding.info(
                        "files.upstream",
                        provider.name() + ": '" + provider.pull() + "' brings them back to "
                                + Printable.text(provider.firstOnly() ? first : String.join(", ", dirs))
                                + "; that the other side still has them was not asked"))
                .forEach(told::add);
        return told;
    }
}

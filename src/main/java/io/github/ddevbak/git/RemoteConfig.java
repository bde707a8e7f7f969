package io.github.ddevbak.git;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Reads the remotes from git's configuration, URL rewriting ({@code url.….insteadOf}) included. */
final class RemoteConfig {
    private final Map<String, Map<String, List<String>>> remotes = new TreeMap<>();
    private final Map<String, String> rewriting = new LinkedHashMap<>();

    private RemoteConfig() {}

    static RemoteConfig of(GitConfig configuration) {
        RemoteConfig config = new RemoteConfig();
        configuration.entries().stream()
                .filter(entry -> !entry.name().isEmpty())
                .forEach(config::take);
        return config;
    }

    private void take(GitConfig.Entry entry) {
        boolean address = entry.variable().endsWith("url");
        if (entry.section().equals("url") && entry.variable().equals("insteadof")) {
            rewriting.put(entry.value(), entry.name());
        } else if (entry.section().equals("remote")
                && !(address && entry.value().isEmpty())) {
            remotes.computeIfAbsent(entry.name(), unused -> new TreeMap<>())
                    .computeIfAbsent(entry.variable(), unused -> new ArrayList<>())
                    .add(entry.value());
        }
    }

    /** Whether objects may be missing because the remote promised to keep them (a partial clone). */
    boolean partialClone() {
        return remotes.values().stream().anyMatch(remote -> remote.containsKey("promisor"));
    }

    /** Where a remote is fetched from, credentials included; empty where nothing says so. */
    Optional<String> address(String remote) {
        return remotes.getOrDefault(remote, Map.of()).getOrDefault("url", List.of()).stream()
                .findFirst()
                .map(this::rewritten);
    }

    /** The remotes that have a URL, by name; a relative path is seen from the work tree's top. */
    List<Remote> remotes(Path toplevel) {
        List<Remote> found = new ArrayList<>();
        remotes.forEach((name, settings) -> {
            List<String> urls = settings.getOrDefault("url", List.of());
            if (!urls.isEmpty()) {
                String url = rewritten(urls.get(0));
                List<String> pushed = settings.getOrDefault("pushurl", urls).stream()
                        .map(this::rewritten)
                        .toList();
                boolean everyBranch = settings.getOrDefault("fetch", List.of()).stream()
                        .anyMatch(rule -> rule.contains("refs/heads/*:") || rule.contains("refs/*:"));
                found.add(
                        new Remote(name, RemoteUrl.withoutCredentials(url), place(url, pushed, toplevel), everyBranch));
            }
        });
        return List.copyOf(found);
    }

    /** What is fetched from elsewhere but pushed to this machine is, once pushed, still only here. */
    private static Remote.Place place(String url, List<String> pushed, Path toplevel) {
        Remote.Place place = place(url, toplevel);
        boolean leaves = pushed.stream().anyMatch(push -> place(push, toplevel) == Remote.Place.ELSEWHERE);
        return place == Remote.Place.ELSEWHERE && !leaves ? Remote.Place.THIS_MACHINE : place;
    }

    /** The longest matching beginning wins (git-config(1), url.&lt;base&gt;.insteadOf). */
    private String rewritten(String url) {
        String best = "";
        for (String beginning : rewriting.keySet()) {
            best = url.startsWith(beginning) && beginning.length() > best.length() ? beginning : best;
        }
        String base = rewriting.get(best);
        return base == null ? url : base + url.substring(best.length());
    }

    private static Remote.Place place(String url, Path toplevel) {
        return RemoteUrl.localPath(url, toplevel)
                .map(path -> repository(path) ? Remote.Place.THIS_MACHINE : Remote.Place.MISSING)
                .orElse(RemoteUrl.thisMachine(url) ? Remote.Place.THIS_MACHINE : Remote.Place.ELSEWHERE);
    }

    /** The places where git looks below a path, in its order (setup.c, enter_repo); a file may be a bundle. */
    private static boolean repository(Path path) {
        Path dotGit = Path.of(path + ".git");
        return Files.exists(path.resolve(".git"))
                || Files.exists(path.resolve("HEAD"))
                || Files.isRegularFile(path)
                || Files.exists(dotGit.resolve("HEAD"))
                || Files.exists(dotGit.resolve(".git"));
    }
}

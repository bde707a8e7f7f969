package io.github.ddevbak.git;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** A repository of real git with whatever index and refs a seed brings. */
final class RandomRepository {
    private static final List<String> NAMES =
            List.of("plain", "with space", "naïve", "new\nline", "\"quoted\"", "tab\t", "-dash", "漢字", "a".repeat(200));

    private final Sandbox sandbox;
    private final Random random;
    private final Path folder;
    private final List<String> commits = new ArrayList<>();

    RandomRepository(Sandbox sandbox, long seed, String... initWords) {
        this.sandbox = sandbox;
        this.random = new Random(seed);
        this.folder = sandbox.path("shop");
        List<String> words = new ArrayList<>(List.of("init", "-q"));
        words.addAll(List.of(initWords));
        words.add(folder.toString());
        sandbox.git(sandbox.path("."), words.toArray(String[]::new));
        for (int i = 0; i < 3; i++) {
            sandbox.commit(folder, "base", "base " + i);
            commits.add(sandbox.git(folder, "rev-parse", "HEAD"));
        }
    }

    Repository found() {
        return new LayoutQuestion(new GitCli(sandbox.runner(), Sandbox.PATIENCE))
                .repository(folder)
                .orElseThrow();
    }

    Path folder() {
        return folder;
    }

    /** Files in the index, some of them flagged, intended, in conflict or submodules, in one of its versions. */
    RandomRepository index() {
        List<String> paths = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            String path = "d" + random.nextInt(4) + "/" + NAMES.get(random.nextInt(NAMES.size())) + i;
            sandbox.write(folder, path, "content " + i);
            paths.add(path);
        }
        sandbox.git(folder, "add", "--", "d0", "d1");
        sandbox.git(folder, "add", "--intent-to-add", "--", "d2");
        sandbox.git(folder, "add", "--", "d3");
        String blob = sandbox.git(folder, "rev-parse", "HEAD:base");
        enter("160000," + commits.get(0) + ",lib" + random.nextInt(9));
        enter("100644," + blob + "," + "deep/".repeat(random.nextInt(800, 900)) + "x");
        flag("--assume-unchanged", paths);
        flag("--skip-worktree", paths);
        if (random.nextBoolean()) {
            conflict();
        }
        sandbox.git(folder, "update-index", "--index-version", Integer.toString(2 + random.nextInt(3)));
        return this;
    }

    private void enter(String entry) {
        sandbox.git(folder, "update-index", "--add", "--cacheinfo", entry);
    }

    private void flag(String flag, List<String> paths) {
        List<String> words = new ArrayList<>(List.of("update-index", flag, "--"));
        paths.stream().filter(path -> random.nextInt(4) == 0).forEach(words::add);
        sandbox.git(folder, words.toArray(String[]::new));
    }

    private void conflict() {
        sandbox.git(folder, "commit", "-q", "-m", "all of it");
        sandbox.conflicting(folder);
        sandbox.stopping(folder, "merge", "other");
    }

    /** Branches, tracking refs and tags, loose, packed or both, with and without upstreams. */
    RandomRepository refs() {
        StringBuilder config = new StringBuilder(remote("origin", "+refs/heads/*:refs/remotes/origin/*"));
        config.append(remote("team", "refs/heads/team/*:refs/remotes/team/*"));
        config.append(remote("one", "+refs/heads/main:refs/remotes/one/only"));
        config.append(remote("odd", "+refs/heads/v*-x:refs/remotes/odd/*/y"));
        loose("refs/heads/", 12, config);
        loose("refs/remotes/origin/", 8, config);
        loose("refs/tags/", 4, config);
        sandbox.git(folder, "tag", "-a", "-m", "annotated", "annotated");
        sandbox.write(folder, ".git/refs/remotes/origin/HEAD", "ref: refs/remotes/origin/main\n");
        if (random.nextBoolean()) {
            sandbox.git(folder, "pack-refs", "--all", random.nextBoolean() ? "--prune" : "--no-prune");
        }
        loose("refs/heads/", 6, config);
        loose("refs/remotes/team/", 3, config);
        if (random.nextBoolean()) {
            sandbox.write(folder, "base", "changed");
            sandbox.git(folder, "stash");
        }
        if (random.nextInt(3) == 0) {
            sandbox.git(folder, "checkout", "-q", "--detach");
        }
        sandbox.write(folder, ".git/refs/heads/x.lock", "");
        sandbox.git(folder, "config", "include.path", "more");
        sandbox.write(folder, ".git/more", config.toString());
        return this;
    }

    private void loose(String beginning, int most, StringBuilder config) {
        for (int i = random.nextInt(most); i >= 0; i--) {
            String name = List.of("v", "fix/v", "team/v").get(random.nextInt(3)) + random.nextInt(9) + "-x";
            sandbox.write(folder, ".git/" + beginning + name, commits.get(random.nextInt(3)) + "\n");
            if (beginning.equals("refs/heads/") && random.nextBoolean()) {
                config.append(upstream(name));
            }
        }
    }

    private String upstream(String branch) {
        String remote = List.of("origin", "team", "one", "odd", ".", "gone").get(random.nextInt(6));
        String merge = List.of("refs/heads/main", "refs/heads/" + branch, "refs/heads/team/z")
                .get(random.nextInt(3));
        return "[branch \"" + branch + "\"]\n\tremote = " + remote + "\n\tmerge = " + merge + "\n";
    }

    private static String remote(String name, String rule) {
        return "[remote \"" + name + "\"]\n\turl = https://example.org/" + name + "\n\tfetch = " + rule + "\n";
    }
}

package io.github.ddevbak.git;

import io.github.ddevbak.process.Cancellation;
import io.github.ddevbak.process.Invocation;
import io.github.ddevbak.process.ProcessRunner;
import io.github.ddevbak.process.SystemProcessRunner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Real git in a folder of its own, deaf to the machine's configuration; every commit is three days old. */
final class Sandbox {
    static final Instant NOW = Instant.parse("2026-03-10T12:00:00Z");
    static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Path root;
    private Instant date = NOW.minus(Duration.ofDays(3));

    Sandbox(Path root) {
        try {
            this.root = root.toRealPath();
            Files.createDirectories(this.root.resolve("home"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Map<String, String> environment() {
        Map<String, String> environment = new HashMap<>();
        environment.put("PATH", Optional.ofNullable(System.getenv("PATH")).orElse("/usr/bin:/bin"));
        environment.put("HOME", root.resolve("home").toString());
        environment.put("GIT_CONFIG_NOSYSTEM", "1");
        environment.put("LC_ALL", "C.UTF-8");
        environment.put("GIT_EDITOR", "true");
        for (String who : List.of("AUTHOR", "COMMITTER")) {
            environment.put("GIT_" + who + "_NAME", "Ada");
            environment.put("GIT_" + who + "_EMAIL", "ada@example.org");
            environment.put("GIT_" + who + "_DATE", date.getEpochSecond() + " +0000");
        }
        return environment;
    }

    ProcessRunner runner() {
        return new SystemProcessRunner(new Cancellation(), environment());
    }

    void at(Instant newDate) {
        date = newDate;
    }

    Path path(String name) {
        return root.resolve(name);
    }

    /** What git prints; fails where git does. */
    String git(Path folder, String... words) {
        Invocation call = call(folder, words);
        return runner().run(call).orThrow(call).stdout().strip();
    }

    /** For calls that are meant to stop half-way, such as a merge with a conflict. */
    void stopping(Path folder, String... words) {
        if (runner().run(call(folder, words)).ok()) {
            throw new IllegalStateException("git was not stopped: " + List.of(words));
        }
    }

    /** Whether a program is on this machine. */
    boolean has(String program) {
        return runner().run(Invocation.of(program, "version").within(PATIENCE)).ok();
    }

    /** For calls of which it does not matter how they end. */
    void asking(Path folder, String... words) {
        runner().run(call(folder, words));
    }

    private static Invocation call(Path folder, String... words) {
        List<String> command = new ArrayList<>(List.of(
                "git",
                "-c",
                "init.defaultBranch=main",
                "-c",
                "protocol.file.allow=always",
                "-c",
                "advice.detachedHead=false"));
        command.addAll(List.of(words));
        return Invocation.of(command).in(folder).within(PATIENCE);
    }

    Path init(String name) {
        git(root, "init", "-q", path(name).toString());
        return path(name);
    }

    Path bare(String name) {
        git(root, "init", "-q", "--bare", path(name).toString());
        return path(name);
    }

    void write(Path folder, String name, String text) {
        try {
            Path file = folder.resolve(name);
            Files.createDirectories(file.resolveSibling("."));
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Adds a commit with a new content of the file. */
    void commit(Path folder, String name, String text) {
        write(folder, name, text);
        git(folder, "add", "--", name);
        git(folder, "commit", "-q", "-m", "change " + name);
    }

    /** A clone of a repository with one commit that holds {@code index.php}; its remote is {@code origin.git} beside it. */
    Path cloned() {
        Path origin = bare("origin.git");
        Path first = init("first");
        commit(first, "index.php", "<?php\n");
        git(first, "push", "-q", origin.toString(), "main");
        git(root, "clone", "-q", origin.toString(), path("shop").toString());
        return path("shop");
    }

    /** As {@link #cloned}, the remote then being said to be on another machine. */
    Path clonedFromElsewhere() {
        Path shop = cloned();
        elsewhere(shop);
        return shop;
    }

    /** Gives the repository a pushed submodule {@code lib} with {@code lib.php}. */
    void submodule(Path folder) {
        Path library = init("library");
        commit(library, "lib.php", "<?php\n");
        git(folder, "submodule", "--quiet", "add", library.toString(), "lib");
        git(folder, "commit", "-q", "-m", "library");
        git(folder, "push", "-q");
    }

    /** Gives the repository a branch {@code other} whose two commits clash with the two that main has more. */
    void conflicting(Path folder) {
        git(folder, "checkout", "-q", "-b", "other");
        commit(folder, "index.php", "theirs");
        commit(folder, "index.php", "theirs again");
        git(folder, "checkout", "-q", "main");
        commit(folder, "index.php", "ours");
        commit(folder, "index.php", "ours again");
    }

    /** Another clone of {@link #cloned}'s origin. */
    Path clonedInto(Path folder) {
        git(root, "clone", "-q", path("origin.git").toString(), folder.toString());
        return folder;
    }

    /** Commits and pushes a {@code .gitignore} with these lines. */
    void ignoring(Path folder, String lines) {
        commit(folder, ".gitignore", lines);
        git(folder, "push", "-q");
    }

    /** A linked work tree with a detached HEAD, beside the repository. */
    void worktree(Path folder, String name) {
        git(folder, "worktree", "add", "-q", "--detach", path(name).toString());
    }

    void remove(Path folder) {
        try (Stream<Path> walk = Files.walk(folder)) {
            for (Path each : walk.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Makes the file look so old. */
    void touch(Path file, Duration age) {
        try {
            Files.setLastModifiedTime(file, FileTime.from(NOW.minus(age)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void elsewhere(Path folder) {
        git(folder, "remote", "set-url", "origin", "https://example.org/shop.git");
    }

    GitReport check(Path folder) {
        return new GitCheck(runner(), PATIENCE).check(folder, NOW);
    }
}

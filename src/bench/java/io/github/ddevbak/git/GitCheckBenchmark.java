package io.github.ddevbak.git;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Times {@code ddevbak git-check} of 100 repositories with five branches each, all pushed, against {@code xargs -P2} of a
 * shell line that asks git the same questions, and against multi-git-status where {@code mgitstatus} is installed.
 *
 * <pre>
 * mvn package
 * java src/bench/java/io/github/ddevbak/git/GitCheckBenchmark.java target/ddevbak FOLDER [ROUNDS] [REPOSITORIES]
 * </pre>
 *
 * <p>FOLDER is made, and needs 200 MB. All sides run as programs of their own, in turn, the start of Java included. The
 * goals: at most 1.4 of the shell line's time on two cores, and at most 4 git processes for a clean repository, which a
 * counting {@code git} at the head of PATH tells.
 */
public final class GitCheckBenchmark {
    private static final String PEER = "ls | xargs -P2 -I{} sh -c 'cd {} && git status --porcelain=v2 --branch"
            + " && git for-each-ref --format=\"%(refname) %(objectname) %(upstream)\" refs/heads"
            + " && git rev-list --branches --tags HEAD --not --remotes' > /dev/null";

    private static final double GOAL = 1.4;
    private static final int PROCESSES = 4;

    private final Path program;
    private final Path folder;

    private GitCheckBenchmark(Path program, Path folder) {
        this.program = program;
        this.folder = folder;
    }

    public static void main(String[] args) throws IOException, InterruptedException {
        if (args.length < 2) {
            System.err.println("usage: GitCheckBenchmark PROGRAM FOLDER [ROUNDS] [REPOSITORIES]");
            System.exit(2);
        }
        Path folder = Files.createDirectories(Path.of(args[1])).toRealPath();
        GitCheckBenchmark benchmark = new GitCheckBenchmark(Path.of(args[0]).toRealPath(), folder);
        int rounds = args.length > 2 ? Integer.parseInt(args[2]) : 11;
        int repositories = args.length > 3 ? Integer.parseInt(args[3]) : 100;
        benchmark.prepare(repositories);
        benchmark.compare(rounds);
        benchmark.count(repositories);
    }

    private void prepare(int repositories) throws IOException, InterruptedException {
        if (Files.exists(folder.resolve("repositories"))) {
            say("using the repositories in %s", folder);
            return;
        }
        Files.createDirectories(folder.resolve("home/.ddev"));
        Path made = folder.resolve("made");
        sh(folder, "git -c init.defaultBranch=main init -q made");
        for (int i = 0; i < 60; i++) {
            Path file = made.resolve("web/part" + i % 6 + "/page" + i + ".php");
            Files.createDirectories(file.getParent());
            Files.writeString(file, "<?php // page " + i + "\n");
        }
        sh(made, commit("first"));
        for (int i = 0; i < 10; i++) {
            Files.writeString(made.resolve("web/part0/page0.php"), "<?php // change " + i + "\n");
            sh(made, commit("change " + i));
        }
        StringBuilder registry = new StringBuilder();
        for (int i = 0; i < repositories; i++) {
            String name = String.format(Locale.ROOT, "project%03d", i);
            registry.append(name).append(":\n    approot: ").append(repository(made, name)).append('\n');
        }
        Files.writeString(folder.resolve("home/.ddev/project_list.yaml"), registry.toString());
    }

    private Path repository(Path made, String name) throws IOException, InterruptedException {
        Path remote = folder.resolve("remotes/" + name + ".git");
        Path clone = folder.resolve("repositories/" + name);
        sh(folder, "git clone -q --bare made '" + remote + "' && git clone -q '" + remote + "' '" + clone + "'");
        Files.createDirectories(clone.resolve(".ddev"));
        Files.writeString(clone.resolve(".ddev/config.yaml"), "name: " + name + "\ntype: php\ndocroot: web\n");
        sh(clone, commit("ddev"));
        for (int i = 1; i < 5; i++) {
            Files.writeString(clone.resolve("branch" + i), "branch " + i + "\n");
            sh(clone, "git checkout -q -b branch" + i + " && " + commit("branch " + i));
        }
        sh(clone, "git checkout -q main && git push -q -u origin --all");
        return clone;
    }

    private static String commit(String message) {
        return "git add . && git -c user.name=Ada -c user.email=ada@example.org commit -q -m '" + message + "'";
    }

    private void compare(int rounds) throws IOException, InterruptedException {
        Map<String, List<String>> sides = new LinkedHashMap<>();
        sides.put("shell line", List.of("sh", "-c", PEER));
        sides.put("ddevbak", List.of(program.toString(), "git-check", "--all"));
        if (onPath("mgitstatus").isPresent()) {
            sides.put("multi-git-status", List.of("mgitstatus", ".", "2"));
        } else {
            say("multi-git-status: mgitstatus is not on PATH, so it is left out");
        }
        Map<String, List<Double>> times = new LinkedHashMap<>();
        for (int round = -1; round < rounds; round++) {
            for (Map.Entry<String, List<String>> side : sides.entrySet()) {
                double seconds = seconds(side.getValue());
                if (round >= 0) {
                    times.computeIfAbsent(side.getKey(), unused -> new ArrayList<>())
                            .add(seconds);
                }
            }
        }
        times.forEach((side, all) -> say("%-16s median %.2f s of %s", side, median(all), all));
        double ratio = median(times.get("ddevbak")) / median(times.get("shell line"));
        say("ratio to the shell line %.2f (goal: at most %.1f)", ratio, GOAL);
    }

    /** Runs it once more with a git that notes each start. */
    private void count(int repositories) throws IOException, InterruptedException {
        Path git = onPath("git").orElseThrow();
        Path counting = Files.createDirectories(folder.resolve("counting")).resolve("git");
        Path notes = folder.resolve("notes");
        Files.deleteIfExists(notes);
        Files.writeString(counting, "#!/bin/sh\necho . >> '" + notes + "'\nexec '" + git + "' \"$@\"\n");
        Files.setPosixFilePermissions(counting, PosixFilePermissions.fromString("rwx------"));
        ProcessBuilder builder = builder(List.of(program.toString(), "git-check", "--all"));
        builder.environment().merge("PATH", counting.getParent() + ":", (path, first) -> first + path);
        builder.start().waitFor();
        long starts;
        try (Stream<String> lines = Files.lines(notes)) {
            starts = lines.count();
        }
        say("%.2f git processes a repository (goal: at most %d)", (double) starts / repositories, PROCESSES);
    }

    private double seconds(List<String> command) throws IOException, InterruptedException {
        long begin = System.nanoTime();
        int code = builder(command).start().waitFor();
        double seconds = Math.round((System.nanoTime() - begin) / 1e7) / 100.0;
        // Clean repositories: anything else would be another measurement.
        if (code != 0) {
            throw new IllegalStateException(command.get(0) + " ended with exit code " + code);
        }
        return seconds;
    }

    private ProcessBuilder builder(List<String> command) {
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.resolve("repositories").toFile())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().put("HOME", folder.resolve("home").toString());
        builder.environment().keySet().removeIf(name -> name.startsWith("XDG_") || name.startsWith("DDEV"));
        return builder;
    }

    private static void sh(Path folder, String line) throws IOException, InterruptedException {
        int code = new ProcessBuilder("sh", "-c", line)
                .directory(folder.toFile())
                .inheritIO()
                .start()
                .waitFor();
        if (code != 0) {
            throw new IllegalStateException(line + " ended with exit code " + code);
        }
    }

    private static Optional<Path> onPath(String name) {
        return Stream.of(Optional.ofNullable(System.getenv("PATH")).orElse("").split(":", -1))
                .map(part -> Path.of(part, name))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static double median(List<Double> times) {
        List<Double> sorted = new ArrayList<>(times);
        Collections.sort(sorted);
        return sorted.get(sorted.size() / 2);
    }

    private static void say(String format, Object... values) {
        System.out.printf(Locale.ROOT, format + "%n", values);
    }
}

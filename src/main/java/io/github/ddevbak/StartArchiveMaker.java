package io.github.ddevbak;

import io.github.ddevbak.process.Invocation;
import io.github.ddevbak.process.ProcessRunner;
import io.github.ddevbak.store.FileTree;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Makes a {@link StartArchive}: runs a few short commands on a throw-away home, has Java note the classes they need, and
 * has it write those down. What is visible is whole: it is written in a folder of its own, and moved.
 */
final class StartArchiveMaker {
    private static final String WORK = "making-";
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    /** Longer than any making takes: what is older was left by one that was killed. */
    private static final Duration STALE = Duration.ofHours(1);

    /**
     * A command that is run for its classes.
     *
     * @param noted whether they are taken, or it is run for what it leaves to those after it
     */
    private record Rehearsal(boolean noted, List<String> words) {}

    private static final List<Rehearsal> SHORT = List.of(
            new Rehearsal(false, List.of("demo", "--keep", "demo")),
            new Rehearsal(false, List.of("verify", "--dest", "demo/backups")),
            new Rehearsal(true, List.of("git-check", "--project-dir", "site")),
            new Rehearsal(true, List.of("files-manifest", "--project-dir", "site")),
            new Rehearsal(true, List.of("list")),
            new Rehearsal(true, List.of("list", "--dest", "demo/backups")),
            new Rehearsal(true, List.of("list", "--dest", "demo/backups")));

    private static final List<Rehearsal> LONG = List.of(
            new Rehearsal(true, List.of("git-check", "--rescue", "--project-dir", "site")),
            new Rehearsal(true, List.of("demo", "--keep", "demo")));

    private final StartArchive archive;
    private final ProcessRunner runner;
    private final Map<String, String> environment;

    /** @param environment our own, of which only what is not about ddevbak, ddev and the user's folders is kept */
    StartArchiveMaker(StartArchive archive, ProcessRunner runner, Map<String, String> environment) {
        this.archive = archive;
        this.runner = runner;
        this.environment = Map.copyOf(environment);
    }

    /** @throws IOException where it cannot be made; an earlier one is then untouched */
    void make(Instant now) throws IOException {
        tidy(now);
        Path work = Files.createTempDirectory(archive.folder(), WORK);
        try {
            Path home = Files.createDirectory(work.resolve("home"));
            site(home);
            Path classes = Files.write(work.resolve("classes"), classes(work, home));
            Path made = work.resolve("archive");
            // G1 alone writes down objects as well; Java 17 reads them with it alone, too. From 24 on, Java can write
            // classes down linked, which saves a fifth of a start on 25.
            java(
                    home,
                    "-XX:+UseG1GC",
                    "-XX:+IgnoreUnrecognizedVMOptions",
                    "-XX:+AOTClassLinking",
                    "-Xshare:dump",
                    "-XX:SharedClassListFile=" + classes,
                    "-XX:SharedArchiveFile=" + made);
            try (FileChannel open = FileChannel.open(made, StandardOpenOption.READ)) {
                open.force(true);
            }
            Files.move(made, archive.file(), StandardCopyOption.ATOMIC_MOVE);
        } finally {
            FileTree.delete(work);
        }
    }

    /** Removes what killed makers left, and archives of programs that are gone. */
    private void tidy(Instant now) throws IOException {
        List<Path> known;
        try (Stream<Path> files = Files.list(archive.folder())) {
            known = files.toList();
        }
        for (Path file : known) {
            String name = String.valueOf(file.getFileName());
            if (name.startsWith(WORK)
                    && Files.getLastModifiedTime(file).compareTo(FileTime.from(now.minus(STALE))) < 0) {
                FileTree.delete(file);
            } else if (name.endsWith(".jsa") && programIsGone(StartArchive.note(file))) {
                Files.deleteIfExists(file);
                Files.deleteIfExists(StartArchive.note(file));
            }
        }
    }

    private static boolean programIsGone(Path note) throws IOException {
        List<String> lines = Files.exists(note) ? Files.readAllLines(note) : List.of();
        return !lines.isEmpty() && Files.notExists(Path.of(lines.get(0)));
    }

    /** A project with a change that no remote has, and a user file; without git it is none, and fewer classes are noted. */
    private void site(Path home) throws IOException {
        Path ddev = Files.createDirectories(home.resolve("site/.ddev"));
        Files.writeString(ddev.resolve("config.yaml"), "name: site\ntype: drupal10\ndocroot: web\n");
        Path files = Files.createDirectories(home.resolve("site/web/sites/default/files"));
        Files.writeString(files.resolve("picture.txt"), "picture\n");
        Path site = home.resolve("site");
        runner.run(call(site, List.of("git", "init", "-q")));
        runner.run(call(site, List.of("git", "add", ".")));
        List<String> someone = List.of("git", "-c", "user.name=site", "-c", "user.email=site@localhost");
        List<String> commit = new ArrayList<>(someone);
        commit.addAll(List.of("commit", "-q", "-m", "site"));
        runner.run(call(site, commit));
    }

    private Set<String> classes(Path work, Path home) throws IOException {
        Set<String> classes = new LinkedHashSet<>();
        for (Rehearsal rehearsal : archive.ofShortCommands() ? SHORT : LONG) {
            Path noted = work.resolve("noted");
            List<String> arguments = new ArrayList<>();
            if (rehearsal.noted()) {
                arguments.add("-XX:DumpLoadedClassList=" + noted);
            }
            arguments.addAll(List.of("-jar", archive.program().toString()));
            arguments.addAll(rehearsal.words());
            java(home, arguments.toArray(String[]::new));
            classes.addAll(ClassList.read(noted));
            Files.deleteIfExists(noted);
        }
        return classes;
    }

    private void java(Path home, String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                archive.java().toString(),
                "-Xlog:disable",
                "-Xlog:all=off:stderr",
                "-Xmx128m",
                "-Dfile.encoding=UTF-8",
                "-Dddevbak.program=" + archive.program(),
                "-cp",
                archive.program().toString()));
        command.addAll(List.of(arguments));
        runner.run(call(home, command));
    }

    private Invocation call(Path folder, List<String> command) {
        Map<String, String> changed = new HashMap<>();
        environment.keySet().stream()
                .filter(name -> name.startsWith("XDG_") || name.startsWith("DDEV") || name.startsWith("GIT_"))
                .forEach(name -> changed.put(name, ""));
        changed.put("HOME", folder.toString());
        return Invocation.of(command).in(folder).with(changed).within(PATIENCE);
    }
}

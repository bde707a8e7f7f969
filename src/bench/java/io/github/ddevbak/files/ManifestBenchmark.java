package io.github.ddevbak.files;

import static io.github.ddevbak.files.Timing.say;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

/**
 * Times {@code ddevbak files-manifest}, the program as it is installed, its start included, against the peers that the
 * goals name; each in turn with its peer.
 *
 * <pre>
 * mvn -DskipTests package
 * javac -d target/bench src/bench/java/io/github/ddevbak/files/*.java
 * java -cp target/bench io.github.ddevbak.files.ManifestBenchmark PROGRAM FOLDER first|large|unchanged|memory [ROUNDS]
 * </pre>
 *
 * <p>PROGRAM is {@code target/ddevbak}. FOLDER is made, and removed at the end. {@code first} hashes 20,000 small files,
 * {@code large} 4 GB in eight files (5 GB of room), both without a cache, against {@code find | xargs -P2 openssl}: goal
 * 1.0. {@code unchanged} looks at 200,000 files that the cache knows, against {@code find -printf} of the same facts:
 * goal 1.2, and beside it the least a Java program can do and what ours takes where there is no file; one file in thirty
 * is read all the same, as always. {@code memory} tells the peak for 1,000,000 files, in
 * 2,000 folders and in one: goal 128 MiB.
 */
public final class ManifestBenchmark {
    private static final String UPLOADS = "web/sites/default/files";

    private final Path program;
    private final Path folder;
    private final Path project;
    private final int rounds;

    private ManifestBenchmark(Path program, Path folder, int rounds) {
        this.program = program.toAbsolutePath();
        this.folder = folder.toAbsolutePath();
        this.project = this.folder.resolve("project");
        this.rounds = rounds;
    }

    public static void main(String[] args) throws IOException, InterruptedException {
        int rounds = args.length > 3 ? Integer.parseInt(args[3]) : 5;
        ManifestBenchmark benchmark = new ManifestBenchmark(Path.of(args[0]), Path.of(args[1]), rounds);
        try {
            switch (args[2]) {
                case "first" -> benchmark.first(20_000, 8_000, 40);
                case "large" -> benchmark.first(8, 512L << 20, 1);
                case "unchanged" -> benchmark.unchanged();
                case "memory" -> benchmark.memory();
                default -> throw new IllegalArgumentException(args[2]);
            }
        } finally {
            remove(benchmark.folder);
        }
    }

    private void first(int files, long bytes, int folders) throws IOException, InterruptedException {
        make(files, bytes, folders);
        Timing.Runner peer = new Timing.Runner(
                "find | xargs -P2 openssl",
                project,
                "sh",
                "-c",
                "find " + UPLOADS + " -type f -print0 | xargs -0 -n64 -P2 openssl dgst -sha256 -r");
        peer.run();
        Timing.compare(rounds, 1.0, ours("rm -rf state; "), peer);
    }

    private void unchanged() throws IOException, InterruptedException {
        make(200_000, 100, 400);
        Thread.sleep(3_000);
        Timing.Runner peer = new Timing.Runner(
                "find -printf", project, "find", UPLOADS, "-printf", "%p %s %T@ %C@ %i %D %m %y\\n");
        ours("").run();
        Timing.awaitArchive(folder.resolve(".cache"));
        peer.run();
        Timing.compare(rounds, 1.2, ours(""), peer, bare(), noFiles());
    }

    /** What bounds us from below: an otherwise empty Java program that asks for the facts. */
    private Timing.Runner bare() {
        return new Timing.Runner(
                "the facts alone, by Java",
                project,
                Path.of(System.getProperty("java.home"), "bin/java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                Path.of(System.getProperty("java.class.path").split(":", 2)[0]).toAbsolutePath().toString(),
                BareWalk.class.getName(),
                UPLOADS);
    }

    /** And the start of the program, with its end. */
    private Timing.Runner noFiles() throws IOException {
        Files.createDirectories(folder.resolve("empty/.ddev"));
        Files.createDirectories(folder.resolve("empty").resolve(UPLOADS));
        Files.writeString(folder.resolve("empty/.ddev/config.yaml"), "name: empty\ntype: drupal10\ndocroot: web\n");
        return ours("", "empty");
    }

    private void memory() throws IOException, InterruptedException {
        for (int folders : new int[] {2_000, 1}) {
            make(1_000_000, 10, folders);
            Thread.sleep(3_000);
            for (String state : new String[] {"without a cache", "with one"}) {
                say("1,000,000 files in %d folders, %s: peak %s", folders, state, peak());
            }
            remove(folder);
        }
    }

    private String peak() throws IOException, InterruptedException {
        return Timing.peak(new ProcessBuilder(
                "env",
                "HOME=" + folder,
                "XDG_STATE_HOME=" + folder.resolve("state"),
                program.toString(),
                "--project-dir",
                project.toString(),
                "files-manifest"));
    }

    private Timing.Runner ours(String before) {
        return ours(before, "project");
    }

    private Timing.Runner ours(String before, String where) {
        return new Timing.Runner(
                "ddevbak files-manifest of " + where,
                folder,
                "sh",
                "-c",
                before + "export HOME=\"$PWD\" XDG_STATE_HOME=\"$PWD/state\"; exec \"$0\" --project-dir " + where
                        + " files-manifest",
                program.toString());
    }

    private void make(int files, long bytes, int folders) throws IOException {
        Files.createDirectories(project.resolve(".ddev"));
        Files.writeString(project.resolve(".ddev/config.yaml"), "name: bench\ntype: drupal10\ndocroot: web\n");
        Random random = new Random(20261122);
        byte[] content = new byte[(int) Math.min(bytes, 1 << 20)];
        for (int i = 0; i < files; i++) {
            Path place = project.resolve(UPLOADS + "/2026-" + i % folders);
            Files.createDirectories(place);
            random.nextBytes(content);
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(place.resolve("image-" + i + ".jpg")))) {
                for (long left = bytes; left > 0; left -= content.length) {
                    out.write(content, 0, (int) Math.min(left, content.length));
                }
            }
        }
        say("%d files of %d bytes in %d folders", files, bytes, folders);
    }

    /** By the system's own command: the program may still be making its start archive there. */
    private static void remove(Path folder) throws IOException, InterruptedException {
        int code = new ProcessBuilder("rm", "-rf", folder.toString()).inheritIO().start().waitFor();
        if (code != 0) {
            throw new IOException("not removed: " + folder);
        }
    }
}

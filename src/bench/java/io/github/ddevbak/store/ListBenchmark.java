package io.github.ddevbak.store;

import io.github.ddevbak.files.Timing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Times {@code ddevbak list}, the program as it is installed, its start included, of 10,000 sets of 40 projects, against
 * {@code find | xargs cat} of what each set says of itself; and the same where nothing is remembered of them.
 *
 * <pre>
 * mvn -DskipTests package
 * javac -d target/bench -cp target/classes:target/test-classes $(find src/bench -name '*.java')
 * java -cp target/bench:target/classes io.github.ddevbak.store.ListBenchmark PROGRAM FOLDER [ROUNDS]
 * </pre>
 *
 * <p>PROGRAM is {@code target/ddevbak}. FOLDER needs room for 100 MB, is made by this and kept for the next time. Every
 * second set was verified. The goal is less than a second, and 1.0 of the peer.
 */
public final class ListBenchmark {
    private static final int PROJECTS = 40;
    private static final int SETS = 250;

    private ListBenchmark() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        Path program = Path.of(args[0]).toAbsolutePath();
        Path folder = Files.createDirectories(Path.of(args[1]).toAbsolutePath());
        int rounds = args.length > 2 ? Integer.parseInt(args[2]) : 7;
        Path sets = folder.resolve("sets");
        if (!Files.exists(sets)) {
            SampleSets.make(sets, PROJECTS, SETS);
        }
        String state = Files.createDirectories(folder.resolve("home")).toString();
        String list = "exec env HOME=" + state + " XDG_STATE_HOME=" + state + " " + program + " list --dest " + sets;
        Timing.Runner ours = new Timing.Runner("ddevbak list", folder, "sh", "-c", list);
        Timing.Runner peer = new Timing.Runner(
                "find | xargs cat",
                folder,
                "sh",
                "-c",
                "find " + sets + " -name set.json -print0 | xargs -0 cat");
        Timing.Runner json = new Timing.Runner("ddevbak list --json", folder, "sh", "-c", list + " --json");
        Timing.Runner anew = new Timing.Runner(
                "ddevbak list, no index", folder, "sh", "-c", "rm -rf " + state + "/ddevbak/catalogue; " + list);
        new Timing.Runner("first", folder, "sh", "-c", list).run();
        Timing.compare(rounds, 1.0, ours, peer, json, anew);
    }
}

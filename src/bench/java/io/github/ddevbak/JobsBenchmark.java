package io.github.ddevbak;

import io.github.ddevbak.cli.Program;
import io.github.ddevbak.cli.Shell;
import io.github.ddevbak.demo.Faults;
import io.github.ddevbak.demo.RecordedWorld;
import io.github.ddevbak.process.Cancellation;
import io.github.ddevbak.process.Invocation;
import io.github.ddevbak.process.ProcessRunner;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Times {@code all} over six running projects against a shell loop that makes the same ddev calls one after another, in
 * turn, by the number of jobs. A simulated ddev takes as long as the recorded v1.25.3 did on small databases; the loop
 * sleeps as long for each call.
 *
 * <pre>
 * javac -d target/bench -cp target/classes:target/test-classes $(find src/bench -name '*.java')
 * java -cp target/bench:target/classes:target/test-classes io.github.ddevbak.JobsBenchmark FOLDER [ROUNDS]
 * </pre>
 *
 * <p>The goals: the usual number of jobs takes at most 0.6 of the loop; with one job, what is not ddev's is at most 5 %.
 */
public final class JobsBenchmark {
    private static final List<String> PROJECTS = List.of("blog", "big", "one", "two", "three", "four");

    /** Seconds of each call, as recorded; the other programs are taken as they are. */
    private static final Map<String, Double> SECONDS = Map.of(
            "--version", 0.15, "version", 0.5, "list", 0.5, "describe", 0.55, "exec", 0.45, "export-db", 0.8, "snapshot",
            2.0);

    private JobsBenchmark() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        Path folder = Files.createDirectories(Path.of(args[0]).toAbsolutePath());
        int rounds = args.length > 1 ? Integer.parseInt(args[1]) : 3;
        for (int round = 0; round < rounds; round++) {
            for (int jobs : List.of(1, 2, 3, 4)) {
                Queue<Double> calls = new ConcurrentLinkedQueue<>();
                double ours = all(folder.resolve(round + "-" + jobs), jobs, calls);
                double sum = calls.stream().mapToDouble(Double::doubleValue).sum();
                double loop = loop(calls);
                say(
                        "jobs %d: %.2f s; the loop %.2f s, ratio %.3f; %d calls, which take %.2f s; without them %+.1f %%",
                        jobs, ours, loop, ours / loop, calls.size(), sum, (ours - sum) / sum * 100);
            }
        }
    }

    private static double all(Path folder, int jobs, Queue<Double> calls) {
        RecordedWorld world = new RecordedWorld(folder.resolve("home"), PROJECTS.toArray(String[]::new));
        ProcessRunner ddev = world.ddev(Faults.NONE);
        ProcessRunner slow = call -> {
            double seconds = seconds(call);
            if (seconds > 0) {
                calls.add(seconds);
                sleep(seconds);
            }
            return ddev.run(call);
        };
        Clock clock = Clock.systemUTC();
        PrintStream nowhere = new PrintStream(PrintStream.nullOutputStream());
        Shell shell = new Shell(
                InputStream.nullInputStream(),
                nowhere,
                nowhere,
                false,
                false,
                0,
                clock,
                Map.of("HOME", world.home().toString()),
                world.home(),
                world.home());
        String[] words = {
            "all", "--only", "database", "--jobs", "" + jobs, "--dest", folder.resolve("backups").toString()
        };
        long begun = System.nanoTime();
        int exit = new Program(shell, new Wiring(shell, slow, new Cancellation(), clock, false), clock).run(words);
        double seconds = (System.nanoTime() - begun) / 1e9;
        if (exit != 0) {
            throw new IllegalStateException("all ended with " + exit);
        }
        return seconds;
    }

    private static double loop(Queue<Double> calls) throws IOException, InterruptedException {
        List<String> words = new ArrayList<>(List.of("sh", "-c", "for t; do sleep $t; done", "sh"));
        calls.forEach(seconds -> words.add(seconds.toString()));
        long begun = System.nanoTime();
        new ProcessBuilder(words).inheritIO().start().waitFor();
        return (System.nanoTime() - begun) / 1e9;
    }

    private static double seconds(Invocation call) {
        return call.command().get(0).equals("ddev") ? SECONDS.getOrDefault(call.command().get(1), 0.0) : 0;
    }

    private static void sleep(double seconds) {
        try {
            Thread.sleep((long) (seconds * 1000));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void say(String form, Object... values) {
        System.out.println(String.format(Locale.ROOT, form, values));
    }
}

package io.github.ddevbak.files;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Times programs in turn, by the wall and by the processor time of the program and its children. */
public final class Timing {
    private static final int NANOS = 1_000_000_000;

    private Timing() {}

    /** One program: what it is called, and how often it took how long. */
    public static final class Runner {
        private final String name;
        private final List<String> command;
        private final Path directory;
        private final List<Double> wall = new ArrayList<>();
        private final List<Double> processor = new ArrayList<>();

        public Runner(String name, Path directory, String... command) {
            this.name = name;
            this.directory = directory;
            this.command = List.of(command);
        }

        public void run() throws IOException, InterruptedException {
            double before = children();
            long start = System.nanoTime();
            Process process = new ProcessBuilder(command)
                    .directory(directory.toFile())
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            int exit = process.waitFor();
            wall.add((System.nanoTime() - start) / (double) NANOS);
            processor.add(children() - before);
            if (exit != 0) {
                throw new IOException(command + " ended with " + exit);
            }
        }

        private double median(List<Double> times) {
            List<Double> sorted = new ArrayList<>(times);
            Collections.sort(sorted);
            return sorted.get(sorted.size() / 2);
        }

        void tell() {
            say("%-28s median %.3f s, processor %.3f s (mean) of %s", name, median(wall), mean(processor), rounded(wall));
        }

        private static List<String> rounded(List<Double> times) {
            return times.stream().map(t -> String.format(Locale.ROOT, "%.2f", t)).toList();
        }
    }

    /** Runs the programs in turn, and tells the ratio of the first two. */
    public static void compare(int rounds, double goal, Runner ours, Runner... peers) throws IOException, InterruptedException {
        for (int round = 0; round < rounds; round++) {
            ours.run();
            for (Runner peer : peers) {
                peer.run();
            }
        }
        ours.tell();
        for (Runner peer : peers) {
            peer.tell();
        }
        ratio(goal, ours, peers[0]);
    }

    /** Waits for the archive of classes that the first run has made in the background. */
    public static void awaitArchive(Path cache) throws IOException, InterruptedException {
        for (int tenths = 0; tenths < 1200; tenths++) {
            if (Files.exists(cache.resolve("ddevbak"))) {
                try (Stream<Path> files = Files.list(cache.resolve("ddevbak"))) {
                    if (files.anyMatch(file -> file.toString().endsWith(".jsa"))) {
                        return;
                    }
                }
            }
            Thread.sleep(100);
        }
        say("no archive of classes was made in two minutes: what follows is without one");
    }

    /** Tells the ratio of two that were run in turn. */
    public static void ratio(double goal, Runner ours, Runner peer) {
        say(
                "%s / %s: time ratio %.3f (goal %.1f), processor ratio %.3f",
                ours.name,
                peer.name,
                ours.median(ours.wall) / peer.median(peer.wall),
                goal,
                mean(ours.processor) / mean(peer.processor));
    }

    /** The kernel tells processor time in hundredths of a second: of a short program the mean of many runs says more. */
    private static double mean(List<Double> times) {
        return times.stream().mapToDouble(time -> time).average().orElse(Double.NaN);
    }

    public static void say(String form, Object... values) {
        System.out.println(String.format(Locale.ROOT, form, values));
    }

    /** Asks the kernel for a program's peak of memory just before it ends: the last it says while it is still there. */
    public static String peak(ProcessBuilder program) throws IOException, InterruptedException {
        Process process = program.redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        Path status = Path.of("/proc/" + process.pid() + "/status");
        String peak = "unknown here";
        while (process.isAlive()) {
            try (Stream<String> lines = Files.lines(status)) {
                peak = lines.filter(line -> line.startsWith("VmHWM")).findFirst().orElse(peak);
            } catch (IOException | UncheckedIOException ended) {
                break;
            }
            Thread.sleep(20);
        }
        return process.waitFor() == 0 ? peak : "failed";
    }

    /** Seconds of processor that children took which have ended; 0 where there is no /proc. */
    private static double children() throws IOException {
        Path stat = Path.of("/proc/self/stat");
        if (!Files.exists(stat)) {
            return 0;
        }
        String line = Files.readString(stat);
        String[] words = line.substring(line.lastIndexOf(')') + 2).split(" ");
        // cutime and cstime of proc(5), in the kernel's hundredths of a second
        return (Long.parseLong(words[13]) + Long.parseLong(words[14])) / 100.0;
    }
}

package io.github.ddevbak.files;

import io.github.ddevbak.project.PartState;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * Compares two states of very many made-up files, of which a third was moved, and says time and memory.
 *
 * <pre>
 * mvn package
 * javac -d target/bench -cp target/classes src/bench/java/io/github/ddevbak/files/ManifestComparisonBenchmark.java
 * java -Xmx64m -XX:+UseSerialGC -cp target/bench:target/classes \
 *     io.github.ddevbak.files.ManifestComparisonBenchmark FOLDER [FILES] [shuffled]
 * </pre>
 *
 * <p>FOLDER needs 400 MB for a million files. The goal: at most 128 MiB of memory for the whole JVM, whatever the order
 * of the manifest. The files themselves are not made: what is measured is the comparison.
 */
public final class ManifestComparisonBenchmark {
    private ManifestComparisonBenchmark() {}

    public static void main(String[] args) throws IOException {
        Path folder = Path.of(args[0]);
        int files = args.length > 1 ? Integer.parseInt(args[1]) : 1_000_000;
        Path manifest = folder.resolve("benchmark.jsonl");
        write(manifest, files, args.length > 2);
        long begin = System.nanoTime();
        try (Differences differences = new ManifestComparison(folder, List.of("up"), () -> false)
                .with(ManifestSource.of(manifest), (dirs, lines) -> present(lines, files))) {
            differences.each(difference -> {});
            System.out.printf(
                    Locale.ROOT,
                    "%,d names, %,d moved, %,d same: %.1f s, %s%n",
                    differences.totals().recorded(),
                    differences.count(Drift.MOVED),
                    differences.totals().same(),
                    (System.nanoTime() - begin) / 1e9,
                    peak());
        }
        Files.delete(manifest);
    }

    private static void write(Path manifest, int files, boolean shuffled) throws IOException {
        List<Integer> order = new ArrayList<>();
        if (shuffled) {
            for (int i = 0; i < files; i++) {
                order.add(i);
            }
            Collections.shuffle(order, new Random(1));
        }
        try (Writer out = Files.newBufferedWriter(manifest)) {
            for (int i = 0; i < files; i++) {
                line(out, "up", shuffled ? order.get(i) : i);
            }
        }
    }

    private static FilesReport present(OutputStream lines, int files) throws IOException {
        Writer out = new BufferedWriter(new OutputStreamWriter(lines, StandardCharsets.UTF_8), 1 << 16);
        for (int i = 0; i < files; i++) {
            line(out, i % 3 == 0 ? "up/moved" : "up", i);
        }
        out.flush();
        return new FilesReport(PartState.OK, List.of(), files, files, List.of("up"));
    }

    private static void line(Writer out, String folder, int number) throws IOException {
        out.write(String.format(
                Locale.ROOT,
                "{\"path\":\"%s/%03d/an-image-of-something-%07d.jpg\",\"type\":\"file\",\"size\":%d,"
                        + "\"mtime\":\"1795390064604797377\",\"mode\":\"0644\",\"sha256\":\"%064x\"}%n",
                folder,
                number / 1000,
                number,
                number,
                number + 1L));
    }

    /** The most memory that the JVM had at any time, as Linux says. */
    private static String peak() throws IOException {
        Path status = Path.of("/proc/self/status");
        return Files.exists(status)
                ? Files.readAllLines(status).stream()
                        .filter(line -> line.startsWith("VmHWM"))
                        .findFirst()
                        .orElse("")
                : "memory unknown";
    }
}

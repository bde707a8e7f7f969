package io.github.ddevbak.database;

import io.github.ddevbak.project.DumpFormat;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/**
 * Times the way of a dump through {@link DumpWriter}, in each format, against {@code gzip -6}, which is what
 * {@code ddev export-db} waits for, on a made-up dump of 300 MB.
 *
 * <pre>
 * mvn package
 * javac -d target/bench -cp target/classes src/bench/java/io/github/ddevbak/database/DumpPipelineBenchmark.java
 * java -cp target/bench:target/classes io.github.ddevbak.database.DumpPipelineBenchmark FOLDER [ROUNDS] [MEGABYTES]
 * </pre>
 *
 * <p>FOLDER needs room for the dump and a third of it. Both sides read the dump from a file in the page cache, run as
 * programs of their own, and are timed from start to end, in turn. The goals on two cores: gzip in at most 0.6 of its time
 * and at most 1 % larger, zstd in at most 0.5 of gzip's time; at most 128 MiB of memory for the whole JVM.
 */
public final class DumpPipelineBenchmark {
    private static final int WORDS = 9000;

    private static final int PHRASES = 300;

    private DumpPipelineBenchmark() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        if (args.length == 3 && args[0].equals("--write")) {
            write(DumpFormat.valueOf(args[1]), Path.of(args[2]));
            return;
        }
        Path folder = Path.of(args[0]);
        int rounds = args.length > 1 ? Integer.parseInt(args[1]) : 5;
        long megabytes = args.length > 2 ? Long.parseLong(args[2]) : 300;
        Path dump = folder.resolve("benchmark.sql");
        generate(dump, megabytes * 1_000_000);
        compare(folder, dump, rounds);
        Files.delete(dump);
    }

    private static void compare(Path folder, Path dump, int rounds) throws IOException, InterruptedException {
        Path gzipped = folder.resolve("benchmark-gzip.gz");
        List<Double> gzip = new ArrayList<>();
        Map<DumpFormat, List<Double>> ours = new EnumMap<>(DumpFormat.class);
        for (int round = 0; round < rounds; round++) {
            gzip.add(seconds(dump, List.of("sh", "-c", "exec gzip -6 > \"$0\"", gzipped.toString())));
            for (DumpFormat format : DumpFormat.values()) {
                Files.deleteIfExists(written(folder, format));
                ours.computeIfAbsent(format, one -> new ArrayList<>())
                        .add(seconds(dump, child(format, written(folder, format))));
            }
        }
        long size = Files.size(gzipped);
        say("dump %d bytes, %.2f : 1 by gzip -6", Files.size(dump), (double) Files.size(dump) / size);
        say("gzip -6      median %.2f s of %s", median(gzip), gzip);
        for (DumpFormat format : DumpFormat.values()) {
            List<Double> times = ours.get(format);
            double weight = (double) Files.size(written(folder, format)) / size;
            say("ddevbak %-4s median %.2f s of %s", format.word(), median(times), times);
            say("             time ratio %.3f, size ratio %.4f", median(times) / median(gzip), weight);
            Files.delete(written(folder, format));
        }
        Files.delete(gzipped);
    }

    private static Path written(Path folder, DumpFormat format) {
        return folder.resolve("benchmark-ddevbak" + format.suffix());
    }

    private static List<String> child(DumpFormat format, Path target) {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String classPath = System.getProperty("java.class.path");
        return List.of(
                java,
                "-Xmx96m",
                "-XX:+UseSerialGC",
                "-cp",
                classPath,
                DumpPipelineBenchmark.class.getName(),
                "--write",
                format.name(),
                target.toString());
    }

    private static double seconds(Path input, List<String> command) throws IOException, InterruptedException {
        long start = System.nanoTime();
        int exit = new ProcessBuilder(command)
                .redirectInput(input.toFile())
                .redirectOutput(ProcessBuilder.Redirect.INHERIT)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start()
                .waitFor();
        if (exit != 0) {
            throw new IOException(command + " ended with " + exit);
        }
        return Math.round((System.nanoTime() - start) / 1e7) / 100.0;
    }

    private static double median(List<Double> times) {
        List<Double> sorted = new ArrayList<>(times);
        Collections.sort(sorted);
        return sorted.get(sorted.size() / 2);
    }

    private static void write(DumpFormat format, Path target) throws IOException {
        byte[] buffer = new byte[64 * 1024];
        InputStream in = System.in;
        int threads = Runtime.getRuntime().availableProcessors();
        try (DumpWriter writer = new DumpWriter(target, format, DumpDialect.MYSQL, threads)) {
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                writer.write(buffer, 0, count);
            }
            DumpFacts facts = writer.finish();
            if (facts.objection().isPresent()) {
                throw new IOException("the benchmark's own dump is refused: " + facts.objection().get());
            }
            say("%d tables, %d rows, %s, %s", facts.counts().tables(), facts.rows(), processorTime(), peakMemory());
        }
    }

    /** Tells on a busy machine what the wall time cannot: how much work there is, and how much of it is not shared out. */
    private static String processorTime() {
        long all = ProcessHandle.current().info().totalCpuDuration().orElseThrow().toMillis();
        long caller = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() / 1_000_000;
        return String.format(Locale.ROOT, "processor %.1f s, of it the caller %.1f s", all / 1e3, caller / 1e3);
    }

    private static String peakMemory() throws IOException {
        Path status = Path.of("/proc/self/status");
        if (!Files.exists(status)) {
            return "peak memory unknown here";
        }
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith("VmHWM"))
                .findFirst()
                .orElse("peak memory unknown");
    }

    private static void say(String form, Object... values) {
        System.out.println(String.format(Locale.ROOT, form, values));
    }

    /** Writes a dump such as a Drupal site has, of about so many bytes; the same at each call. */
    public static void generate(Path target, long bytes) throws IOException {
        Random random = new Random(20261122);
        List<String> words = new ArrayList<>();
        for (int i = 0; i < WORDS; i++) {
            StringBuilder word = new StringBuilder();
            for (int letters = 2 + random.nextInt(8); letters > 0; letters--) {
                word.append("etaoinshrdlucmfwypvbgkjqxz".charAt((int) (26 * Math.pow(random.nextDouble(), 2))));
            }
            words.add(word.toString());
        }
        for (int i = 0; i < PHRASES; i++) {
            words.add(prose(random, words.subList(0, WORDS), 9));
        }
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(target), 1 << 16)) {
            long written = put(out, "-- MariaDB dump 10.19  Distrib 10.11.16-MariaDB, for debian-linux-gnu (x86_64)\n");
            for (int table = 0; written < bytes; table++) {
                written += table(out, random, words, table, Math.min(bytes - written, 30_000_000));
            }
            put(out, "\n-- Dump completed on 2026-11-22 16:31:05\n");
        }
    }

    private static long table(OutputStream out, Random random, List<String> words, int table, long bytes)
            throws IOException {
        String name = "`node_" + table + "`";
        long written = put(out, "\nDROP TABLE IF EXISTS " + name + ";\nCREATE TABLE " + name
                + " (\n  `id` int(11) NOT NULL,\n  `body` longtext\n) ENGINE=InnoDB;\nLOCK TABLES " + name + " WRITE;\n");
        int id = 0;
        while (written < bytes) {
            written += put(out, "INSERT INTO " + name + " VALUES\n");
            for (int row = 0; row < 300; row++) {
                written += put(out, row(random, words, table, ++id) + (row == 299 ? ";\n" : ",\n"));
            }
        }
        return written + put(out, "UNLOCK TABLES;\n");
    }

    private static String row(Random random, List<String> words, int table, int id) {
        return switch (table % 3) {
            case 0 -> "(" + id + ",'article','en','<p>" + prose(random, words, 80 + random.nextInt(120))
                    + "</p>\\r\\n<a href=\\\"/node/" + random.nextInt(9999) + "\\\">it\\'s here</a>','full_html',NULL)";
            case 1 -> "(" + id + ",'a:3:{s:4:\\\"name\\\";s:8:\\\"" + prose(random, words, 1) + "\\\";s:6:\\\"weight\\\";i:"
                    + random.nextInt(100) + ";s:5:\\\"token\\\";s:32:\\\"" + Long.toHexString(random.nextLong())
                    + Long.toHexString(random.nextLong()) + "\\\";}'," + (1_700_000_000 + random.nextInt(9_000_000)) + ",-1,0)";
            default -> "(" + id + "," + random.nextInt(5000) + ",'" + prose(random, words, 3) + "'," + random.nextInt(2) + ",'und',"
                    + random.nextInt(90) + ",'node/" + random.nextInt(70000) + "',1,NULL)";
        };
    }

    private static String prose(Random random, List<String> words, int count) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            int rank = (int) (Math.min(words.size(), WORDS) * Math.pow(random.nextDouble(), 4));
            if (count > 1 && words.size() > WORDS && random.nextInt(6) == 0) {
                rank = WORDS + (int) (PHRASES * Math.pow(random.nextDouble(), 2));
            }
            text.append(i == 0 ? "" : " ").append(words.get(rank));
        }
        return text.toString();
    }

    private static long put(OutputStream out, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.write(bytes);
        return bytes.length;
    }
}

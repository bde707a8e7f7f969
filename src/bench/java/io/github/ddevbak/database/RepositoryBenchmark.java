package io.github.ddevbak.database;

import io.github.ddevbak.files.Timing;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;

/**
 * Weighs what daily dumps of one database add to a restic repository, by the form they are stored in: as ddevbak packs
 * them, plain, and packed by {@code gzip --rsyncable}. Each day 1 % of the rows change: once scattered over the whole
 * table, and once in thirty stretches of it, as what is written last mostly lies together.
 *
 * <pre>
 * javac -d target/bench -cp target/classes:target/test-classes $(find src/bench -name '*.java')
 * java -cp target/bench:target/classes io.github.ddevbak.database.RepositoryBenchmark FOLDER [MEGABYTES] [DAYS]
 * </pre>
 *
 * <p>FOLDER needs room for 8 GB, and is emptied of what this makes. Needs restic and GNU gzip.
 */
public final class RepositoryBenchmark {
    private static final int ROW = 200;
    private static final int STRETCHES = 30;
    private static final int STATEMENT = 4000;

    private RepositoryBenchmark() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        Path folder = Files.createDirectories(Path.of(args[0]).toAbsolutePath());
        int megabytes = args.length > 1 ? Integer.parseInt(args[1]) : 300;
        int days = args.length > 2 ? Integer.parseInt(args[2]) : 14;
        Files.writeString(folder.resolve("password"), "benchmark");
        for (boolean scattered : List.of(false, true)) {
            measure(folder, megabytes * 1_000_000 / ROW, days, scattered);
        }
    }

    private static void measure(Path folder, int rows, int days, boolean scattered)
            throws IOException, InterruptedException {
        Timing.say("%d dumps of %,d rows, 1 %% changed a day, %s", days, rows, scattered ? "scattered" : "in stretches");
        List<Form> forms = List.of(
                new Form("ddevbak's gzip", folder.resolve("ours"), (dump, file) -> ours(Compression.GZIP, dump, file)),
                new Form("ddevbak's zstd", folder.resolve("zstd"), (dump, file) -> ours(Compression.ZSTD, dump, file)),
                new Form("plain", folder.resolve("plain"), Files::copy),
                new Form("gzip --rsyncable", folder.resolve("rsyncable"), RepositoryBenchmark::rsyncable));
        for (Form form : forms) {
            form.begin(folder);
        }
        int[] versions = new int[rows];
        Random random = new Random(6);
        Path dump = folder.resolve("dump.sql");
        for (int day = 0; day < days; day++) {
            if (day > 0) {
                change(versions, random, scattered);
            }
            write(dump, versions);
            for (Form form : forms) {
                form.day(dump, folder);
            }
        }
        for (Form form : forms) {
            form.tell();
        }
        Files.delete(dump);
    }

    /** How a dump becomes a file of a set. */
    @FunctionalInterface
    private interface Packing {
        void pack(Path dump, Path file) throws IOException;
    }

    /** One form, with a repository of its own. */
    private static final class Form {
        private final String name;
        private final Path home;
        private final Packing packing;
        private final List<Long> sizes = new ArrayList<>();
        private long packed;
        private long file;
        private long nanos;

        Form(String name, Path home, Packing packing) {
            this.name = name;
            this.home = home;
            this.packing = packing;
        }

        void begin(Path folder) throws IOException {
            empty(home);
            Files.createDirectories(home.resolve("set"));
            restic(folder, "init", "--quiet");
        }

        void day(Path dump, Path folder) throws IOException {
            Path stored = home.resolve("set/db");
            Files.deleteIfExists(stored);
            long begun = System.nanoTime();
            packing.pack(dump, stored);
            packed += System.nanoTime() - begun;
            file = Files.size(stored);
            begun = System.nanoTime();
            restic(folder, "backup", "--quiet", ".");
            nanos += System.nanoTime() - begun;
            sizes.add(size(home.resolve("repository")));
        }

        void tell() throws IOException {
            long first = sizes.get(0);
            long last = sizes.get(sizes.size() - 1);
            Timing.say(
                    "  %-17s file %4d MB, repository %4d MB after the first day, %5d MB after day %d (%3d MB a day);"
                            + " packing %3d s, restic %3d s",
                    name,
                    file / 1_000_000,
                    first / 1_000_000,
                    last / 1_000_000,
                    sizes.size(),
                    (last - first) / Math.max(1, sizes.size() - 1) / 1_000_000,
                    Duration.ofNanos(packed).toSeconds(),
                    Duration.ofNanos(nanos).toSeconds());
            empty(home);
        }

        private void restic(Path folder, String... words) throws IOException {
            List<String> command = new ArrayList<>(List.of("restic"));
            command.addAll(Arrays.asList(words));
            ProcessBuilder builder = new ProcessBuilder(command)
                    .directory(home.resolve("set").toFile())
                    .inheritIO();
            builder.environment()
                    .putAll(Map.of(
                            "RESTIC_REPOSITORY", home.resolve("repository").toString(),
                            "RESTIC_PASSWORD_FILE", folder.resolve("password").toString(),
                            "RESTIC_CACHE_DIR", home.resolve("cache").toString()));
            done(builder);
        }
    }

    private static void ours(Compression compression, Path dump, Path file) throws IOException {
        try (InputStream in = Files.newInputStream(dump);
                OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16);
                DumpSink packed = compression.packed(out, Runtime.getRuntime().availableProcessors())) {
            byte[] buffer = new byte[1 << 17];
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                packed.write(buffer, 0, count);
            }
            packed.finish();
        }
    }

    private static void rsyncable(Path dump, Path file) throws IOException {
        done(new ProcessBuilder("gzip", "-6", "-n", "--rsyncable", "-c", dump.toString())
                .redirectOutput(file.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT));
    }

    private static void done(ProcessBuilder builder) throws IOException {
        int code = builder.start().onExit().join().exitValue();
        if (code != 0) {
            throw new IOException(builder.command() + " ended with " + code);
        }
    }

    private static void change(int[] versions, Random random, boolean scattered) {
        int changes = versions.length / 100;
        if (scattered) {
            for (int i = 0; i < changes; i++) {
                versions[random.nextInt(versions.length)]++;
            }
            return;
        }
        int length = changes / STRETCHES;
        for (int i = 0; i < STRETCHES; i++) {
            int from = random.nextInt(versions.length - length);
            for (int row = from; row < from + length; row++) {
                versions[row]++;
            }
        }
    }

    /** One table in statements of some thousand rows, as the dump tools write it. */
    private static void write(Path dump, int[] versions) throws IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(dump), 1 << 20)) {
            for (int row = 0; row < versions.length; row++) {
                out.write((row % STATEMENT == 0 ? "INSERT INTO `node` VALUES\n" : "").getBytes(StandardCharsets.UTF_8));
                out.write(row(row, versions[row]));
                out.write(row % STATEMENT == STATEMENT - 1 || row == versions.length - 1 ? ';' : ',');
                out.write('\n');
            }
        }
    }

    /** Words, numbers and a hash; a changed row is not as long as it was. */
    private static byte[] row(int row, int version) {
        Random random = new Random(row * 1_000_003L + version);
        StringBuilder text = new StringBuilder("(").append(row).append(",'");
        while (text.length() < ROW - 60 + random.nextInt(20)) {
            text.append(Integer.toString(random.nextInt(3000) * 7919, 36)).append(' ');
        }
        text.append("',").append(random.nextInt(100_000)).append(",'").append(Long.toHexString(random.nextLong()));
        return text.append(Long.toHexString(random.nextLong()))
                .append("')")
                .toString()
                .getBytes(StandardCharsets.UTF_8);
    }

    private static long size(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).mapToLong(RepositoryBenchmark::length).sum();
        }
    }

    private static long length(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void empty(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> all = Files.walk(folder)) {
                for (Path one : all.sorted((a, b) -> b.compareTo(a)).toList()) {
                    Files.delete(one);
                }
            }
        }
    }
}

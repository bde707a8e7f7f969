package io.github.ddevbak.database;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Random;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** Bytes to compress, and Java's own gzip to compare with. */
final class Noise {
    private Noise() {}

    /** Text with many repetitions, some of them far apart. */
    static byte[] text(int length, long seed) {
        Random random = new Random(seed);
        byte[] bytes = new byte[length];
        for (int at = 0; at < length; at++) {
            boolean repeat = at > 50_000 && random.nextInt(100) != 0;
            bytes[at] = repeat ? bytes[at - 30_000] : (byte) ('a' + random.nextInt(20));
        }
        return bytes;
    }

    static byte[] incompressible(int length, long seed) {
        byte[] bytes = new byte[length];
        new Random(seed).nextBytes(bytes);
        return bytes;
    }

    static byte[] compressed(byte[] plain, int threads, int chunk) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ParallelBlocks gzip = new ParallelBlocks(out, threads, new Packing.Gzip())) {
            for (int at = 0; at < plain.length; at += chunk) {
                gzip.write(plain, at, Math.min(chunk, plain.length - at));
            }
            gzip.finish();
        }
        return out.toByteArray();
    }

    static byte[] inflated(byte[] gzip) throws IOException {
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(gzip))) {
            return in.readAllBytes();
        }
    }

    static byte[] byJava(byte[] plain) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(plain);
        }
        return out.toByteArray();
    }

    static byte[] members(byte[] gzip) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        GzipMembers.read(new ByteArrayInputStream(gzip), out::write);
        return out.toByteArray();
    }

    static boolean compressorsRun() {
        return Thread.getAllStackTraces().keySet().stream()
                .anyMatch(thread -> thread.getName().equals("dump-compressor"));
    }
}

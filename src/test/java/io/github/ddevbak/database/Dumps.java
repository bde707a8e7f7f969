package io.github.ddevbak.database;

import io.github.ddevbak.project.DumpFormat;
import io.github.ddevbak.project.SchemaCounts;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;

/** Dumps for tests: real ones of hostile databases, recorded ones, and short ones around a statement. */
final class Dumps {
    static final String MYSQL_HEAD = "-- MySQL dump 10.13  Distrib 8.0.36, for Linux (x86_64)\n--\n\n";
    static final String MYSQL_TRAILER = "\n-- Dump completed on 2026-11-22 17:02:28\n";
    static final String POSTGRES_HEAD = "--\n-- PostgreSQL database dump\n--\n\n";
    static final String POSTGRES_TRAILER = "--\n-- PostgreSQL database dump complete\n--\n\n";

    private Dumps() {}

    static byte[] resource(String path) {
        try (InputStream in = Dumps.class.getResourceAsStream("/" + path)) {
            if (in == null) {
                throw new IllegalArgumentException("no test resource " + path);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** The statements as a whole dump would hold them, inspected. */
    static DumpInspector mysql(String statements) {
        return inspected(DumpDialect.MYSQL, bytes(MYSQL_HEAD + statements + MYSQL_TRAILER));
    }

    /** The statements as a whole dump would hold them, inspected. */
    static DumpInspector postgres(String statements) {
        return inspected(DumpDialect.POSTGRES, bytes(POSTGRES_HEAD + statements + POSTGRES_TRAILER));
    }

    static DumpInspector inspected(DumpDialect dialect, byte[] dump) {
        DumpInspector inspector = new DumpInspector(dialect);
        inspector.inspect(dump, 0, dump.length);
        return inspector;
    }

    static DumpInspector inspectedInChunks(DumpDialect dialect, byte[] dump, long seed) {
        DumpInspector inspector = new DumpInspector(dialect);
        Random random = new Random(seed);
        int most = 1 + random.nextInt(seed % 2 == 0 ? 5 : 3000);
        int at = 0;
        while (at < dump.length) {
            int count = Math.min(random.nextInt(most + 1), dump.length - at);
            inspector.inspect(dump, at, count);
            at += count;
        }
        return inspector;
    }

    static String seen(DumpInspector inspector) {
        return inspector.counts() + " " + inspector.rows() + " " + inspector.objection();
    }

    /** Some bytes replaced by others that occur in the dump. */
    static byte[] damaged(byte[] dump, long seed) {
        Random random = new Random(seed);
        byte[] damaged = dump.clone();
        for (int i = 0; i < 40; i++) {
            damaged[random.nextInt(dump.length)] = dump[random.nextInt(dump.length)];
        }
        return damaged;
    }

    static DumpFacts written(Path target, DumpDialect dialect, byte[] dump) throws IOException {
        try (DumpWriter writer =
                new DumpWriter(target, DumpFormat.ofFile(target.toString()).orElseThrow(), dialect, 2)) {
            writer.write(dump);
            return writer.finish();
        }
    }

    static byte[] gzip(byte[] plain) throws IOException {
        Path file = Files.createTempFile("dump", ".gz");
        Files.delete(file);
        try {
            written(file, DumpDialect.MYSQL, plain);
            return Files.readAllBytes(file);
        } finally {
            Files.deleteIfExists(file);
        }
    }

    static DumpFacts facts(SchemaCounts counts, Optional<String> objection) {
        return new DumpFacts(counts, 0, 0, "", 0, "", objection);
    }

    static byte[] joined(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }
}

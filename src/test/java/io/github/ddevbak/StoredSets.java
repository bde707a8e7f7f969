package io.github.ddevbak;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.ddevbak.database.DumpDialect;
import io.github.ddevbak.database.DumpReader;
import io.github.ddevbak.database.SnapshotFile;
import io.github.ddevbak.database.SnapshotProof;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What lies in a destination, read back without the program's own reading of sets. */
record StoredSets(Path destination) {

    /** Every folder that would be taken for a set of the project. */
    List<Path> of(String project) throws IOException {
        Path folder = destination.resolve("projects").resolve(project);
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(entry -> Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS))
                    .sorted()
                    .toList();
        }
    }

    /** What is wrong with the sets of the project; empty where each is whole. */
    List<String> objections(String project) throws IOException {
        List<String> objections = new ArrayList<>();
        for (Path set : of(project)) {
            if (set.getFileName().toString().contains("partial")) {
                objections.add("a partial set is left: " + set);
                continue;
            }
            Set<String> listed = new TreeSet<>();
            for (String line : Files.readAllLines(set.resolve("MANIFEST.sha256"), UTF_8)) {
                String file = line.substring(66);
                listed.add(file);
                if (!line.startsWith(sha256(set.resolve(file)))) {
                    objections.add("another sum: " + file);
                }
            }
            Set<String> there = files(set);
            there.remove("MANIFEST.sha256");
            if (!there.equals(listed)) {
                objections.add("listed " + listed + ", there " + there);
            }
            objections.addAll(artefacts(set, there));
        }
        return objections;
    }

    private static List<String> artefacts(Path set, Set<String> files) throws IOException {
        List<String> objections = new ArrayList<>();
        for (String file : files) {
            Path path = set.resolve(file);
            if (file.matches(".*\\.sql(\\.gz|\\.zst)?") && !file.endsWith("/globals.sql")) {
                DumpReader.read(path, DumpDialect.MYSQL).objection().ifPresent(objections::add);
            } else if (file.startsWith("database/snapshot/")) {
                SnapshotFile snapshot =
                        SnapshotFile.parse(path.getFileName().toString()).orElseThrow();
                SnapshotProof.read(path, snapshot.server()).objection().ifPresent(objections::add);
            }
        }
        return objections;
    }

    /** What is wrong with snapshots of ours that lie where ddev keeps them; empty where each is whole. */
    List<String> snapshotObjections(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        List<String> objections = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                String name = file.getFileName().toString();
                if (name.startsWith("ddevbak-")) {
                    SnapshotFile snapshot = SnapshotFile.parse(name).orElseThrow();
                    SnapshotProof.read(file, snapshot.server()).objection().ifPresent(objections::add);
                }
            }
        }
        return objections;
    }

    /** The relative paths of all files of a set. */
    static Set<String> files(Path set) throws IOException {
        try (Stream<Path> all = Files.walk(set)) {
            Set<String> files = new TreeSet<>();
            all.filter(Files::isRegularFile)
                    .forEach(file -> files.add(set.relativize(file).toString()));
            return files;
        }
    }

    private static String sha256(Path file) throws IOException {
        try {
            byte[] sum = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
            return HexFormat.of().formatHex(sum);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}

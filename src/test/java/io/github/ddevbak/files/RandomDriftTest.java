package io.github.ddevbak.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RandomDriftTest {
    @TempDir
    Path folder;

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {71, 72, 73, 74, 75, 76, 77, 78, 79, 80})
    void exactlyWhatWasChangedIsToldHoweverTheManifestIsSorted(long seed) throws IOException {
        Random random = new Random(seed);
        Tree tree = new Tree(Files.createDirectory(folder.resolve("project")));
        RandomDrift drift = new RandomDrift(random, tree.root());
        drift.makeTree(20 + random.nextInt(60));
        tree.written(folder.resolve("set"), "up");
        drift.drift();
        Path manifest = folder.resolve("set/MANIFEST.sha256");

        assertThat(tree.verified(manifest, "up").lines()).isEqualTo(drift.expected());

        shuffle(manifest, random);
        shuffle(folder.resolve("set/manifest.jsonl"), random);
        assertThat(tree.verified(manifest, "up").lines()).isEqualTo(drift.expected());
    }

    private static void shuffle(Path file, Random random) throws IOException {
        List<String> lines = new ArrayList<>(
                List.of(Files.readString(file, StandardCharsets.ISO_8859_1).split("\n")));
        Collections.shuffle(lines, random);
        Files.writeString(file, String.join("\n", lines) + "\n", StandardCharsets.ISO_8859_1);
    }
}

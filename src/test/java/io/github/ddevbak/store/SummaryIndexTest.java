package io.github.ddevbak.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ddevbak.project.Finding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SummaryIndexTest {
    @TempDir
    Path folder;

    private Destination destination = new Destination(Path.of("/"));

    @BeforeEach
    void sealTwoSets() throws IOException {
        destination = new Destination(folder.resolve("sets"));
        destination.prepare();
        SampleRecords.sealed(destination, SampleRecords.NOW, "");
        SampleRecords.sealed(destination, SampleRecords.NOW.plusSeconds(60), "");
    }

    private Summaries listed() {
        return destination.summaries(List.of(SampleRecords.SHOP), folder.resolve("state"), true);
    }

    private Path index() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("state/catalogue"))) {
            return files.findFirst().orElseThrow();
        }
    }

    @Test
    void whatIsRememberedIsWhatWasRead() {
        assertThat(listed()).isEqualTo(listed());
        assertThat(listed().sets()).extracting(SetSummary::id).containsExactly("20261122T163205Z", "20261122T163105Z");
    }

    @Test
    void aSetThatWasSpoiledSinceIsNotListedFromMemory() throws IOException {
        Path record = listed().sets().get(0).folder().resolve("set.json");
        String text = Files.readString(record).replace("\"recoverable\"", "recoverable");
        Files.delete(record);
        Files.writeString(record, text);

        assertThat(listed().sets()).extracting(SetSummary::id).containsExactly("20261122T163105Z");
        assertThat(listed().broken()).extracting(Finding::code).containsExactly("store.broken-set");
    }

    @Test
    void aNoteThatCameSinceIsTold() {
        SetSummary newest = listed().sets().get(0);
        StoredSet set = destination.set(newest.project(), newest.id()).orElseThrow();
        SetNotes.keep(set, SetNote.of(set, NoteKind.DRILLED, SampleRecords.NOW, true, 41_000, Map.of()));

        assertThat(listed().sets().get(0).learnt())
                .containsExactly(new Learnt(NoteKind.DRILLED, SampleRecords.NOW, true, 41_000));
    }

    @Test
    void anIndexThatIsDamagedCutShortOrCannotBeWrittenIsAsIfThereWereNone() throws IOException {
        Summaries right = listed();
        byte[] whole = Files.readAllBytes(index());
        for (int at = 0; at < whole.length; at += 7) {
            byte[] damaged = whole.clone();
            damaged[at] ^= 4;
            Files.write(index(), damaged);
            assertThat(listed()).isEqualTo(right);
        }
        Files.write(index(), Arrays.copyOf(whole, 5));
        assertThat(listed()).isEqualTo(right);
        assertThat(destination.summaries(
                        List.of(SampleRecords.SHOP), destination.folder().resolve("runs/none.json/x"), true))
                .isEqualTo(right);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void whateverBecomesOfTheSetsAndTheIndexTheListIsThatOfTheFolders(long seed) throws IOException {
        Random random = new Random(seed);
        for (int step = 0; step < 60; step++) {
            int kind = random.nextInt(9);
            change(kind, step, random);

            Summaries anew = destination.summaries(
                    List.of(SampleRecords.SHOP), folder.resolve("anew-" + seed + "-" + step), true);
            assertThat(listed())
                    .as("seed %d, step %d, change %d", seed, step, kind)
                    .isEqualTo(anew);
        }
    }

    private void change(int kind, int step, Random random) throws IOException {
        List<Path> sets = folders();
        Path set = sets.get(random.nextInt(sets.size()));
        switch (kind) {
            case 0 -> SampleRecords.sealed(destination, SampleRecords.NOW.plusSeconds(random.nextInt(200)), "");
            case 1 -> Files.move(set, set.resolveSibling("20251122T16310" + random.nextInt(10) + "Z-" + step));
            case 2 -> Files.writeString(set.resolve("MANIFEST.sha256"), "");
            case 3 -> inPlace(set.resolve("set.json"), "\"mistake\"", "\"nothing\"");
            case 4 -> inPlace(set.resolve("set.json"), "\"recoverable\"", "recoverable");
            case 5 -> {
                Path elsewhere = Files.move(set, folder.resolve("elsewhere-" + step));
                Files.createSymbolicLink(set, elsewhere);
            }
            case 6 -> note(set, random.nextBoolean());
            case 7 -> spoil(random);
            default -> FileTree.delete(sets.size() > 1 ? set : folder.resolve("state"));
        }
        if (folders().isEmpty()) {
            SampleRecords.sealed(destination, SampleRecords.NOW, "");
        }
    }

    private List<Path> folders() {
        return destination.folders().getOrDefault(SampleRecords.SHOP, List.of()).stream()
                .map(SealedFolder::folder)
                .toList();
    }

    /** In the very file, and as if nobody had been there. */
    private static void inPlace(Path file, String before, String after) throws IOException {
        FileTime modified = Files.getLastModifiedTime(file);
        Files.writeString(file, Files.readString(file).replace(before, after));
        Files.setLastModifiedTime(file, modified);
    }

    private void note(Path set, boolean good) {
        destination.sets(SampleRecords.SHOP).stream()
                .filter(one -> one.folder().equals(set))
                .forEach(one ->
                        SetNotes.keep(one, SetNote.of(one, NoteKind.VERIFIED, SampleRecords.NOW, good, 1, Map.of())));
    }

    private void spoil(Random random) throws IOException {
        if (Files.isDirectory(folder.resolve("state/catalogue"))) {
            byte[] content = Files.readAllBytes(index());
            content[random.nextInt(content.length)] ^= (byte) (1 << random.nextInt(8));
            Files.write(index(), Arrays.copyOf(content, random.nextInt(3) == 0 ? content.length / 2 : content.length));
        }
    }
}

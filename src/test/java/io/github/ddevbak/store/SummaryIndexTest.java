package io.github.ddevbak.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ddevbak.project.Finding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
}

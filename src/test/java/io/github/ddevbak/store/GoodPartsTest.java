package io.github.ddevbak.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ddevbak.project.Part;
import io.github.ddevbak.project.PartState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GoodPartsTest {
    @TempDir
    Path folder;

    private StoredSet set(String id, PartState database) throws IOException {
        SetRecord record = SampleRecords.set(
                id,
                List.of(SampleRecords.part(Part.DATABASE, database), SampleRecords.part(Part.CODE, PartState.OK)),
                List.of());
        return new StoredSet(SampleRecords.SHOP, id, Files.createDirectories(folder.resolve(id)), record);
    }

    @ParameterizedTest
    @CsvSource({"OK,true", "AT_RISK,true", "NONE,true", "SKIPPED,false", "FAILED,false", "SUSPECT,false"})
    void aPartIsGoodWhereItWasAskedForAndProved(PartState state, boolean good) throws IOException {
        assertThat(GoodParts.good(set("20261122T163105Z", state), Part.DATABASE))
                .isEqualTo(good);
    }

    @Test
    void aSuspectPartIsGoodOnceAPersonAcceptedIt() throws IOException {
        StoredSet set = set("20261122T163105Z", PartState.SUSPECT);
        SetNotes.keep(set, SetNote.of(set, NoteKind.ACCEPTED, SampleRecords.NOW, true, 0, Map.of()));
        assertThat(GoodParts.good(set, Part.DATABASE)).isTrue();
    }

    @Test
    void theNewestGoodSetIsFoundForEachPartOnItsOwn() throws IOException {
        List<StoredSet> sets =
                List.of(set("20261123T000000Z", PartState.FAILED), set("20261122T000000Z", PartState.OK));
        assertThat(GoodParts.newest(sets, Part.DATABASE)).contains(sets.get(1));
        assertThat(GoodParts.newest(sets, Part.CODE)).contains(sets.get(0));
        assertThat(GoodParts.newest(sets, Part.FILES)).isEmpty();
    }
}

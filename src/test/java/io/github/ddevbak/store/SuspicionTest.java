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

class SuspicionTest {
    @TempDir
    Path folder;

    private StoredSet set(String id, PartState database) throws IOException {
        SetRecord record = SampleRecords.set(
                id,
                List.of(SampleRecords.part(Part.DATABASE, database), SampleRecords.part(Part.CODE, PartState.OK)),
                List.of());
        return new StoredSet(SampleRecords.SHOP, id, Files.createDirectories(folder.resolve(id)), record);
    }

    @Test
    void aSuspectSetIsUnacceptedUntilAPersonAcceptsIt() throws IOException {
        StoredSet suspect = set("20261123T000000Z", PartState.SUSPECT);
        List<StoredSet> sets = List.of(suspect, set("20261122T000000Z", PartState.OK));
        assertThat(Suspicion.unaccepted(sets)).contains(suspect);

        SetNotes.keep(suspect, SetNote.of(suspect, NoteKind.ACCEPTED, SampleRecords.NOW, true, 0, Map.of()));
        assertThat(Suspicion.unaccepted(sets)).isEmpty();
    }

    @Test
    void aLaterSetWithoutTheDatabaseOrWithAFailedOneDoesNotEndTheSuspicion() throws IOException {
        StoredSet suspect = set("20261123T000000Z", PartState.SUSPECT);
        assertThat(Suspicion.unaccepted(List.of(
                        set("20261125T000000Z", PartState.SKIPPED),
                        set("20261124T000000Z", PartState.FAILED),
                        suspect,
                        set("20261122T000000Z", PartState.OK))))
                .contains(suspect);
    }

    @Test
    void aLaterGoodDatabaseEndsTheSuspicion() throws IOException {
        assertThat(Suspicion.unaccepted(
                        List.of(set("20261124T000000Z", PartState.OK), set("20261123T000000Z", PartState.SUSPECT))))
                .isEmpty();
    }

    @Test
    void whereNothingIsSuspectThereIsNothingToAccept() throws IOException {
        assertThat(Suspicion.unaccepted(List.of())).isEmpty();
        assertThat(Suspicion.unaccepted(List.of(set("20261122T000000Z", PartState.AT_RISK))))
                .isEmpty();
    }
}

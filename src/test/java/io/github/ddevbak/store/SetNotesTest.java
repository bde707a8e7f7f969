package io.github.ddevbak.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.ddevbak.project.Part;
import io.github.ddevbak.project.PartState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SetNotesTest {
    private static final String ID = "20261122T163105Z";

    @TempDir
    Path dest;

    private StoredSet set;

    @BeforeEach
    void makeSet() throws IOException {
        Path folder = Files.createDirectories(dest.resolve("projects/shop").resolve(ID));
        SetRecord record = SampleRecords.set(ID, List.of(SampleRecords.part(Part.CONFIG, PartState.OK)), List.of());
        set = new StoredSet(SampleRecords.SHOP, ID, folder, record);
    }

    private SetNote note(NoteKind kind, boolean good) {
        return SetNote.of(set, kind, SampleRecords.NOW, good, 41_000, Map.of("bytes", 12L));
    }

    @Test
    void aNoteIsReadBackAsItWasKept() {
        SetNotes.keep(set, note(NoteKind.VERIFIED, true));
        assertThat(SetNotes.of(set, NoteKind.VERIFIED)).contains(note(NoteKind.VERIFIED, true));
        assertThat(SetNotes.of(set, NoteKind.DRILLED)).isEmpty();
    }

    @Test
    void aNewerNoteTakesThePlaceOfTheOlderOfItsKind() {
        SetNotes.keep(set, note(NoteKind.DRILLED, true));
        SetNotes.keep(set, note(NoteKind.DRILLED, false));
        assertThat(SetNotes.of(set, NoteKind.DRILLED).orElseThrow().good()).isFalse();
    }

    @Test
    void aNoteLiesBesideTheSetAndNotInIt() throws IOException {
        SetNotes.keep(set, note(NoteKind.VERIFIED, true));
        assertThat(set.folder()).isEmptyDirectory();
        assertThat(Files.readString(dest.resolve("projects/shop/" + ID + ".verified.json")))
                .contains("\"schema\": \"ddevbak/note/1\"");
    }

    @Test
    void aDamagedNoteOrOneOfAnotherSetIsNone() throws IOException {
        Path file = dest.resolve("projects/shop/" + ID + ".verified.json");
        SetNotes.keep(set, note(NoteKind.VERIFIED, true));
        Files.writeString(file, Files.readString(file).replace(ID, "20251122T163105Z"));
        assertThat(SetNotes.of(set, NoteKind.VERIFIED)).isEmpty();
        Files.writeString(file, "{");
        assertThat(SetNotes.of(set, NoteKind.VERIFIED)).isEmpty();
    }

    @Test
    void aNoteThatCannotBeWrittenIsToldWithTheSet() throws IOException {
        Files.createDirectory(dest.resolve("projects/shop/" + ID + ".verified.json"));
        Files.writeString(dest.resolve("projects/shop/" + ID + ".verified.json/x"), "in the way");
        assertThatThrownBy(() -> SetNotes.keep(set, note(NoteKind.VERIFIED, true)))
                .isInstanceOf(DestinationException.class)
                .hasMessageContaining(ID)
                .hasMessageContaining("shop");
    }

    @Test
    void everyKindOfNoteGoesWithItsSetAndNoneOfAnother() throws IOException {
        Destination destination = new Destination(dest);
        StoredSet other = SampleRecords.sealed(destination, SampleRecords.NOW.plusSeconds(60), "");
        for (NoteKind kind : NoteKind.values()) {
            SetNotes.keep(set, note(kind, true));
            SetNotes.keep(other, SetNote.of(other, kind, SampleRecords.NOW, true, 1, Map.of()));
        }

        destination.remove(set, List.of(other));

        try (Stream<Path> left = Files.list(set.folder().resolveSibling(""))) {
            assertThat(left.map(file -> file.getFileName().toString()))
                    .allMatch(name -> name.startsWith(other.id()) || name.equals("latest"))
                    .hasSize(NoteKind.values().length + 2);
        }
    }
}

package io.github.ddevbak.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ddevbak.project.ProjectName;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SetNameTest {
    List<StoredSet> newestFirst = List.of();

    @BeforeEach
    void makeFourSets() {
        newestFirst = Stream.of(
                        "20261123T080000Z-before-restore", "20261123T080000Z", "20261122T163105Z", "20251122T163105Z")
                .map(id -> new StoredSet(
                        new ProjectName("shop"),
                        id,
                        Path.of("/sets", id),
                        new SetRecord(
                                SetRecord.SCHEMA,
                                "shop",
                                id,
                                "",
                                Instant.EPOCH,
                                "/shop",
                                "php",
                                "",
                                "running",
                                Map.of(),
                                List.of(),
                                List.of(),
                                "recoverable",
                                "mistake",
                                1)))
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "latest, 20261123T080000Z-before-restore, 4",
        "20261123T080000Z, 20261123T080000Z, 1",
        "20261123T080000Z-b, 20261123T080000Z-before-restore, 1",
        "20261122, 20261122T163105Z, 1",
        "2026-11-22, 20261122T163105Z, 1",
        "2026-11-23, 20261123T080000Z-before-restore, 2",
        "2025, 20251122T163105Z, 1",
        "20261122T16, 20261122T163105Z, 1"
    })
    void aSetIsFoundByEverythingThatItMayBeCalled(String text, String first, int count) {
        SetName name = new SetName(text);

        assertThat(name.possible()).isTrue();
        assertThat(name.among(newestFirst))
                .hasSize(count)
                .first()
                .extracting(StoredSet::id)
                .isEqualTo(first);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2024", "2026-11-21", "20261122T163105Z-x", "20261122T163105ZZ"})
    void aNameThatNoSetHasFindsNone(String text) {
        assertThat(new SetName(text).among(newestFirst)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "202", "sums", "./latest", "latest/", "MANIFEST.sha256", "../2026", "2026-11-22x", "2026*"})
    void whatCannotBeASetIsTakenForAFile(String text) {
        assertThat(new SetName(text).possible()).isFalse();
    }
}

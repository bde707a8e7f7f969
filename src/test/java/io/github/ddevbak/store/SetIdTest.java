package io.github.ddevbak.store;

import static io.github.ddevbak.store.SampleRecords.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SetIdTest {
    @Test
    void theStampIsInUtcWhateverTheZoneHere() {
        assertThat(SetId.of(NOW, "", 1).text()).isEqualTo("20261122T163105Z");
    }

    @Test
    void theSecondOfOneSecondGetsItsNumberBehindTheLabel() {
        assertThat(SetId.of(NOW, "", 2).text()).isEqualTo("20261122T163105Z-2");
        assertThat(SetId.of(NOW, "before-restore", 2).text()).isEqualTo("20261122T163105Z-before-restore-2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UPPER", "a b", "../x", "a/b", "ü", "a\n"})
    void aLabelThatCouldNotBeAFolderNameIsRefused(String label) {
        assertThatThrownBy(() -> SetId.of(NOW, label, 1)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "latest",
                "20261122T163105Z.partial",
                "20261122T163105",
                "x20261122T163105Z",
                "20261122T163105Z-A",
                "20261122T163105Z/..",
                "20261122T163105Z\n"
            })
    void otherNamesAreNotTakenForSets(String name) {
        assertThat(SetId.parse(name)).isEmpty();
    }

    @Test
    void theTenthOfOneSecondIsNewerThanTheSecond() {
        List<String> byAge = Stream.of(
                        "20261122T163105Z-10", "20261122T163106Z", "20261122T163105Z-2", "20261122T163105Z")
                .map(name -> SetId.parse(name).orElseThrow())
                .sorted()
                .map(SetId::text)
                .toList();

        assertThat(byAge)
                .containsExactly("20261122T163105Z", "20261122T163105Z-2", "20261122T163105Z-10", "20261122T163106Z");
    }
}

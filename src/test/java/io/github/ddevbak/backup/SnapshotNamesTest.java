package io.github.ddevbak.backup;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SnapshotNamesTest {
    @ParameterizedTest
    @ValueSource(
            strings = {"seed", "initializer", "", "-x", "a b", "ddevbak-20261128T081944Z", "ddevbak-20261128T081944Z-2"
            })
    void whatMeansSomethingElseIsNoNameForAUser(String name) {
        assertThat(SnapshotNames.objection(name)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"before-upgrade", "ddevbak-mine", "ddevbak-20261128T081944Z-kept", "shop_20261128081944"})
    void everyOtherIsAndIsNeverTakenForOurs(String name) {
        assertThat(SnapshotNames.objection(name)).isEmpty();
        assertThat(SnapshotNames.taken(name)).isEmpty();
    }
}

package io.github.ddevbak.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ddevbak.project.Part;
import io.github.ddevbak.project.PartState;
import io.github.ddevbak.store.PartRecord;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PartWordsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "24 | 0 | '24 files, 203 kB, in the set'",
                "24 | 24 | '24 files, 203 kB, in the set (unchanged)'",
                "24 | 20 | '24 files, 203 kB, in the set (20 unchanged)'",
                "3 | 0 | '24 files, 203 kB, 3 of them in the set'"
            })
    void userFilesAreToldToBeInTheSet(long copied, long linked, String words) {
        PartRecord files = new PartRecord(
                Part.FILES,
                PartState.OK,
                List.of(),
                Map.of("files", 24L, "bytes", 203_000L, "copied", Map.of("files", copied, "linked", linked)),
                0);

        assertThat(PartWords.of(files)).isEqualTo(words);
    }
}

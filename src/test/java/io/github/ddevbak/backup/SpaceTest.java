package io.github.ddevbak.backup;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ddevbak.project.Finding;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class SpaceTest {
    private static final Path WHERE = Path.of("/backups");

    @Test
    void aFifthOfTheSizeMustStayFree() {
        assertThat(Space.objection("shop", 1000, 1200, WHERE)).isEmpty();
        assertThat(Space.objection("shop", 1000, 1199, WHERE)).isPresent();
    }

    @Test
    void theRefusalSaysHowMuchIsNeededAndWhereAndWhatToDo() {
        assertThat(Space.objection("shop", 5_000_000, 1_000_000, WHERE)).hasValueSatisfying(finding -> {
            assertThat(finding.sentence()).contains("'shop'", "5.0 MB", "1.0 MB", "/backups");
            assertThat(finding.hint()).contains("--dest");
        });
    }

    @Test
    void nothingToWriteAlwaysFits() {
        assertThat(Space.objection("shop", 0, 0, WHERE)).isEmpty();
    }

    @Test
    void userFilesThatDoNotFitCanBeLeftOut() {
        assertThat(Space.objectionToFiles("shop", 1000, 1200, Path.of("/dest"))).isEmpty();
        assertThat(Space.objectionToFiles("shop", 1000, 1199, Path.of("/dest")).orElseThrow())
                .returns("store.no-room", Finding::code)
                .returns(
                        "the user files of 'shop' need about 1.0 kB and /dest has 1.2 kB free: they were not copied, to"
                                + " leave a fifth of their size free.",
                        Finding::sentence)
                .satisfies(finding -> assertThat(finding.hint()).contains("--copy-files never"));
    }
}

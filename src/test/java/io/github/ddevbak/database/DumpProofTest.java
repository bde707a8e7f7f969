package io.github.ddevbak.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ddevbak.project.SchemaCounts;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DumpProofTest {
    private static final SchemaCounts THREE = new SchemaCounts(3, 0, 0, 0, 0, 0, 0);
    private static final SchemaCounts FOUR = new SchemaCounts(4, 0, 0, 0, 0, 0, 0);

    @Test
    void aWholeDumpThatHoldsWhatTheServerCountsIsProved() {
        assertThat(DumpProof.objection(Dumps.facts(THREE, Optional.empty()), THREE, THREE))
                .isEmpty();
    }

    @Test
    void aTableMadeWhileDumpingMayBeInOrOut() {
        assertThat(DumpProof.objection(Dumps.facts(THREE, Optional.empty()), THREE, FOUR))
                .isEmpty();
        assertThat(DumpProof.objection(Dumps.facts(FOUR, Optional.empty()), THREE, FOUR))
                .isEmpty();
    }

    @Test
    void aDumpThatLacksATableIsNotProved() {
        assertThat(DumpProof.objection(Dumps.facts(THREE, Optional.empty()), FOUR, FOUR))
                .hasValue("it does not hold what the server counts: tables 3, not 4");
    }

    @Test
    void aDumpThatIsNotWholeIsNotProvedWhateverItHolds() {
        assertThat(DumpProof.objection(Dumps.facts(THREE, Optional.of("it is empty")), THREE, THREE))
                .hasValue("it is empty");
    }
}

package io.github.ddevbak.project;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SchemaCountsTest {
    private static final SchemaCounts TWO_TABLES = new SchemaCounts(2, 0, 0, 0, 0, 0, 0);
    private static final SchemaCounts THREE_TABLES_ONE_VIEW = new SchemaCounts(3, 0, 1, 0, 0, 0, 0);

    @Test
    void countsBetweenTheTwoAreInside() {
        assertThat(TWO_TABLES.outside(TWO_TABLES, THREE_TABLES_ONE_VIEW)).isEmpty();
        assertThat(TWO_TABLES.outside(THREE_TABLES_ONE_VIEW, TWO_TABLES)).isEmpty();
    }

    @Test
    void aKindThatIsMissingIsNamedWithBothNumbers() {
        assertThat(TWO_TABLES.outside(THREE_TABLES_ONE_VIEW, THREE_TABLES_ONE_VIEW))
                .contains("tables 2, not 3, views 0, not 1");
    }

    @Test
    void moreThanTheServerHasIsOutsideToo() {
        assertThat(THREE_TABLES_ONE_VIEW.outside(TWO_TABLES, TWO_TABLES)).isPresent();
    }
}

package io.github.ddevbak.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StatusParserTest {
    private static final String OID = "1".repeat(40);

    @Test
    void everyKindOfLineIsRead() {
        String modes = " N... 100644 100644 100644 ";
        Status status = StatusParser.parse(String.join(
                "\0",
                "# branch.oid " + OID,
                "# branch.head main",
                "# something.newer 1",
                "1 M." + modes + OID + " " + OID + " staged file",
                "1 .D" + modes + OID + " " + OID + " gone",
                "2 R." + modes + OID + " " + OID + " R100 to",
                "? from, which is no untracked file",
                "1 .M SC.U 160000 160000 160000 " + OID + " " + OID + " lib",
                "u UU N... 100644 100644 100644 100644 " + OID + " " + OID + " " + OID + " clash",
                "? new\nline/",
                "! .env",
                "x of a later git",
                ""));

        assertThat(status.head()).contains(OID);
        assertThat(status.staged()).containsExactly("staged file", "to");
        assertThat(status.unstaged()).containsExactly("gone");
        assertThat(status.dirtySubmodules()).containsExactly("lib");
        assertThat(status.conflicted()).containsExactly("clash");
        assertThat(status.untracked()).containsExactly("new\nline/");
        assertThat(status.ignored()).containsExactly(".env");
        assertThat(status.changes().stream().filter(Status.Change::deleted).map(Status.Change::path))
                .containsExactly("gone");
    }

    @Test
    void aRepositoryWithoutACommitHasNoHead() {
        assertThat(StatusParser.parse("# branch.oid (initial)\0# branch.head main\0")
                        .head())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1",
                "1 M. N... 100644",
                "1 M N... 1 2 3 4 5 path",
                "2 R.",
                "u UU N...",
                "?",
                "! ",
                "1 M.  1 2 3 4 5 path"
            })
    void aLineThatIsNotWholeIsRefused(String line) {
        assertThatThrownBy(() -> StatusParser.parse(line)).isInstanceOf(UnansweredException.class);
    }
}

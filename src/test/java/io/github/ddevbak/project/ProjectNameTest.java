package io.github.ddevbak.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProjectNameTest {

    @ParameterizedTest
    @ValueSource(strings = {"shop", "my-site.v2", "A_1", "0"})
    void aNameThatDdevGivesIsTaken(String text) {
        assertThat(ProjectName.parse(text))
                .hasValueSatisfying(name -> assertThat(name.text()).isEqualTo(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "..", "../x", "a/b", "a..b", "-x", "a b", "a\nb", "a\u001b[2J", "ü", "a\\b"})
    void aNameThatCouldLeaveItsFolderOrItsLineIsRefused(String text) {
        assertThat(ProjectName.parse(text)).isEmpty();
        assertThatThrownBy(() -> new ProjectName(text)).isInstanceOf(IllegalArgumentException.class);
    }
}

package io.github.ddevbak.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.ddevbak.project.Project;
import io.github.ddevbak.project.ProjectStatus;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class SelectionTest {
    private static final Project SHOP = Sample.project("shop", ProjectStatus.RUNNING);
    private static final Project BLOG = Sample.project("blog", ProjectStatus.STOPPED);
    private static final List<Project> BOTH = List.of(SHOP, BLOG);
    private static final Path ELSEWHERE = Path.of("/elsewhere");

    @Test
    void noNameMeansTheProjectAroundTheWorkingDirectory() {
        assertThat(new Selection(List.of(), false, List.of(), List.of()).from(BOTH, Path.of("/projects/shop/web")))
                .containsExactly(SHOP);
    }

    @Test
    void noNameOutsideEveryProjectIsAnErrorThatSaysWhatToDo() {
        assertThatThrownBy(() -> new Selection(List.of(), false, List.of(), List.of()).from(BOTH, ELSEWHERE))
                .isInstanceOf(UnknownProjectException.class)
                .hasMessageContaining("--all");
    }

    @Test
    void everythingMeansEveryProjectByName() {
        assertThat(new Selection(List.of(), true, List.of(), List.of()).from(BOTH, ELSEWHERE))
                .containsExactly(BLOG, SHOP);
    }

    @Test
    void aGlobMeansAllThatMatch() {
        assertThat(new Selection(List.of("s*"), false, List.of(), List.of()).from(BOTH, ELSEWHERE))
                .containsExactly(SHOP);
    }

    @Test
    void aGlobThatMatchesNothingIsAnError() {
        assertThatThrownBy(() -> new Selection(List.of("x*"), false, List.of(), List.of()).from(BOTH, ELSEWHERE))
                .isInstanceOf(UnknownProjectException.class);
    }

    @Test
    void anUnknownNameListsNearMatches() {
        assertThatThrownBy(() -> new Selection(List.of("shpo"), false, List.of(), List.of()).from(BOTH, ELSEWHERE))
                .hasMessageContaining("'shpo'")
                .hasMessageContaining("did you mean shop?");
    }

    @Test
    void aHostileNameIsShownNotObeyed() {
        assertThatThrownBy(
                        () -> new Selection(List.of("\u001b[2Jx\n"), false, List.of(), List.of()).from(BOTH, ELSEWHERE))
                .hasMessageContaining("\\u001b[2Jx\\n");
    }

    @Test
    void anExcludedProjectIsLeftOut() {
        assertThat(new Selection(List.of(), true, List.of(), List.of("b*")).from(BOTH, ELSEWHERE))
                .containsExactly(SHOP);
    }

    @Test
    void aProjectNamedTwiceIsTakenOnce() {
        assertThat(new Selection(List.of("shop", "sh*"), false, List.of(), List.of()).from(BOTH, ELSEWHERE))
                .containsExactly(SHOP);
    }

    @Test
    void aFolderMeansTheProjectThere() {
        assertThat(new Selection(List.of(), false, List.of(Path.of("/projects/blog")), List.of()).from(BOTH, ELSEWHERE))
                .containsExactly(BLOG);
    }
}

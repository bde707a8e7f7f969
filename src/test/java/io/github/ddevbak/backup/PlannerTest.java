package io.github.ddevbak.backup;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ddevbak.project.Part;
import io.github.ddevbak.project.Project;
import io.github.ddevbak.project.ProjectStatus;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PlannerTest {
    private static final Wish EVERYTHING = new Wish(Part.USUAL, true, true, Set.of());

    @Test
    void whatStartingWouldChangeIsLookedAtBeforeTheDatabase() {
        Plan plan = Planner.plan(List.of(Sample.project("shop", ProjectStatus.RUNNING)), EVERYTHING);

        assertThat(plan.projects().get(0).steps())
                .extracting(Step::part)
                .containsExactly(Part.CODE, Part.CONFIG, Part.FILES, Part.DATABASE);
    }

    @Test
    void aRunningProjectIsNeitherStartedNorPutBack() {
        assertThat(words(Sample.project("shop", ProjectStatus.RUNNING)))
                .isEqualTo("dump every database, take a snapshot");
    }

    @ParameterizedTest
    @EnumSource(names = {"STOPPED", "PAUSED", "UNHEALTHY", "STARTING", "OTHER"})
    void aProjectThatDoesNotRunIsStartedAndPutBack(ProjectStatus status) {
        assertThat(words(Sample.project("blog", status)))
                .startsWith("start it (it is " + status.word() + ")")
                .endsWith("put it back as found");
    }

    @ParameterizedTest
    @EnumSource(names = {"DIRECTORY_MISSING", "CONFIG_MISSING"})
    void aProjectWhoseFolderOrConfigurationIsGoneIsNotTouched(ProjectStatus status) {
        assertThat(words(Sample.project("gone", status))).startsWith("do not touch the database");
    }

    @Test
    void aProjectWithoutADatabaseSaysSo() {
        assertThat(words(Sample.withoutDatabase("site"))).startsWith("no database to save");
    }

    @Test
    void onlyThePartsAskedForArePlanned() {
        Wish code = new Wish(Set.of(Part.CODE), true, true, Set.of());

        assertThat(Planner.plan(List.of(Sample.project("shop", ProjectStatus.RUNNING)), code)
                        .projects()
                        .get(0)
                        .steps())
                .extracting(Step::part)
                .containsExactly(Part.CODE);
    }

    private static String words(Project project) {
        List<Step> steps =
                Planner.plan(List.of(project), EVERYTHING).projects().get(0).steps();
        return steps.get(steps.size() - 1).words();
    }
}

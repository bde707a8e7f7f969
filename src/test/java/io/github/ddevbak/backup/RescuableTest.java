package io.github.ddevbak.backup;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ddevbak.git.Rescued;
import io.github.ddevbak.project.Finding;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A loss stays one unless everything that it needs is in the set. */
class RescuableTest {
    private static final Finding COMMITS = Finding.loss("code.unpushed-branch", "Branch main has 1 commit.", "");
    private static final Finding FILES = Finding.loss("code.untracked", "1 untracked path: a.", "");
    private static final Finding BELOW =
            Finding.loss("code.submodule-unpushed", "Submodule lib: Branch main has 1 commit.", "");

    private static Rescued at(String place) {
        return new Rescued(
                place,
                "",
                false,
                false,
                Path.of("/").resolve(place),
                "",
                "",
                Map.of(),
                List.of(),
                true,
                false,
                1,
                List.of(),
                false,
                false,
                0,
                0,
                List.of(),
                List.of());
    }

    @Test
    void whereNothingWasLeftOutTheLossIsInTheSet() {
        Rescuable rescuable = new Rescuable(Map.of(), List.of(at("")), List.of());

        assertThat(rescuable.inSet(COMMITS)).isTrue();
        assertThat(rescuable.inSet(FILES)).isTrue();
    }

    @Test
    void whatWasLeftOutKeepsOnlyLossesOfItsKind() {
        Rescuable rescuable = new Rescuable(
                Map.of(), List.of(at("")), List.of(new Rescued.LeftOut(Rescued.Kind.FILES, "a.zip (1 GB)")));

        assertThat(rescuable.inSet(COMMITS)).isTrue();
        assertThat(rescuable.inSet(FILES)).isFalse();
    }

    @Test
    void aLossThatNoRescueKnowsStaysOne() {
        Finding unknown = Finding.loss("code.remote-unreachable", "Remote origin does not answer.", "");

        assertThat(new Rescuable(Map.of(), List.of(at("")), List.of()).inSet(unknown))
                .isFalse();
    }

    @Test
    void aRepositoryBelowIsInTheSetOnlyWhereItWasLookedAt() {
        Map<Finding, Set<Path>> about = Map.of(BELOW, Set.of(Path.of("/lib")));

        assertThat(new Rescuable(about, List.of(at("")), List.of()).inSet(BELOW))
                .isFalse();
        assertThat(new Rescuable(about, List.of(at(""), at("main")), List.of()).inSet(BELOW))
                .isFalse();
        assertThat(new Rescuable(about, List.of(at(""), at("lib")), List.of()).inSet(BELOW))
                .isTrue();
    }

    @Test
    void ofSeveralRepositoriesBelowEachHasToBeInTheSet() {
        Finding dirty = Finding.loss("code.submodule-dirty", "2 submodules not as recorded: lib, web.", "");
        Map<Finding, Set<Path>> about = Map.of(dirty, Set.of(Path.of("/lib"), Path.of("/web")));

        assertThat(new Rescuable(about, List.of(at(""), at("lib")), List.of()).inSet(dirty))
                .isFalse();
        assertThat(new Rescuable(about, List.of(at(""), at("lib"), at("web")), List.of()).inSet(dirty))
                .isTrue();
    }
}

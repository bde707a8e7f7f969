package io.github.ddevbak.notice;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ddevbak.settings.NoticeWhen;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OccasionTest {
    private static final Map<String, String> GOOD = Map.of("exit code", "0", "shop", "recoverable");

    private static Outcome ended(int exitCode, Map<String, String> projects) {
        return new Outcome("all", exitCode, "20261122T163105Z", "", List.of(), projects, "{}");
    }

    private static Occasion after(String before, int now) {
        Optional<Map<String, String>> then = before.equals("none")
                ? Optional.empty()
                : Optional.of(Map.of("exit code", before, "shop", "recoverable"));
        return Occasion.of(ended(now, Map.of("shop", "recoverable")), then);
    }

    @ParameterizedTest(name = "after {0} came {1}: {2}")
    @CsvSource({
        "none, 0, ALWAYS CHANGE",
        "none, 3, ALWAYS CHANGE FAILURE",
        "0, 0, ALWAYS",
        "0, 1, ALWAYS CHANGE FAILURE",
        "1, 1, ALWAYS FAILURE",
        "1, 0, ALWAYS CHANGE",
        "3, 3, ALWAYS FAILURE",
        "3, 1, ALWAYS CHANGE FAILURE",
        "0, 5, ALWAYS CHANGE FAILURE",
        "0, 10, ALWAYS CHANGE FAILURE",
        "0, 75, ALWAYS CHANGE FAILURE",
        "75, 75, ALWAYS",
        "75, 0, ALWAYS CHANGE",
        "0, 130, ALWAYS CHANGE FAILURE"
    })
    void whoIsToldIsSaidByTheExitCodesOfThisRunAndTheOneBefore(String before, int now, String told) {
        Set<NoticeWhen> expected =
                Set.of(Stream.of(told.split(" ")).map(NoticeWhen::valueOf).toArray(NoticeWhen[]::new));

        Occasion occasion = after(before, now);

        assertThat(NoticeWhen.values())
                .allSatisfy(
                        when -> assertThat(occasion.is(when)).as(when.word()).isEqualTo(expected.contains(when)));
    }

    @Test
    void aProjectThatStandsOtherwiseIsAChangeThoughTheExitCodeIsTheSame() {
        Occasion occasion = Occasion.of(ended(0, Map.of("shop", "at-risk")), Optional.of(GOOD));

        assertThat(occasion.changed()).isTrue();
        assertThat(occasion.changes()).containsExactly("changed: shop was recoverable; is at-risk");
    }

    @Test
    void aProjectThatCameOrWentIsAChange() {
        Occasion occasion = Occasion.of(ended(0, Map.of("blog", "recoverable")), Optional.of(GOOD));

        assertThat(occasion.changes())
                .containsExactlyInAnyOrder(
                        "changed: blog was not there; is recoverable", "changed: shop was recoverable; is not there");
    }

    @Test
    void aRunThatCouldNotBeginLeavesTheProjectsAsTheyStood() {
        Occasion lost = Occasion.of(Outcome.notBegun("all", 10, "gone", "{}"), Optional.of(GOOD));

        assertThat(lost.changes()).containsExactly("changed: exit code was 0; is 10");
        assertThat(Occasion.of(ended(0, Map.of("shop", "recoverable")), Optional.of(lost.now()))
                        .changes())
                .containsExactly("changed: exit code was 10; is 0");
    }
}

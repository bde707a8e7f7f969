package io.github.ddevbak.upkeep;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ddevbak.project.Part;
import io.github.ddevbak.project.PartState;
import io.github.ddevbak.settings.KeepPolicy;
import io.github.ddevbak.store.SetFiles;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds of every history and every policy; {@code -Dddevbak.histories=10000} for the long form. */
class RetentionLawsTest {
    static LongStream seeds() {
        return LongStream.range(0, Integer.getInteger("ddevbak.histories", 300));
    }

    private static Set<String> kept(Collection<RetentionSet> sets, List<SetFiles> files, KeepPolicy policy) {
        return Retention.decide(sets, files, policy, Optional.empty(), RetentionHistories.NOW).stream()
                .filter(RetentionDecision::keep)
                .map(decision -> decision.id().text())
                .collect(Collectors.toSet());
    }

    private static Set<String> kept(Collection<RetentionSet> sets, KeepPolicy policy) {
        return kept(sets, List.of(), policy);
    }

    private static Optional<String> newest(List<RetentionSet> sets, Predicate<RetentionSet> wanted) {
        return sets.stream()
                .filter(wanted)
                .max(Comparator.comparing(RetentionSet::id))
                .map(set -> set.id().text());
    }

    private static List<RetentionSet> only(List<RetentionSet> sets, Set<String> ids) {
        return sets.stream().filter(set -> ids.contains(set.id().text())).toList();
    }

    private static boolean foundBad(RetentionSet set) {
        return set.verified().equals(Optional.of(false)) || set.drilled().equals(Optional.of(false));
    }

    private static boolean copied(RetentionSet set, Part part) {
        PartState state = set.parts().get(part);
        return state == PartState.OK
                || state == PartState.AT_RISK
                || state == PartState.NONE
                || (state == PartState.SUSPECT && set.accepted());
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void theNewestGoodCopyOfEveryPartStaysAndTheOneThatABetterOneReplacesMayBeBad(long seed) {
        RetentionHistories histories = new RetentionHistories(seed);
        List<RetentionSet> sets = histories.history();
        KeepPolicy policy = histories.limited(histories.policy(), 0);

        Set<String> kept = kept(sets, histories.files(sets), policy);

        for (Part part : Part.values()) {
            Optional<String> good = newest(sets, set -> copied(set, part) && !foundBad(set));
            Optional<String> any = newest(sets, set -> copied(set, part));
            good.or(() -> any).ifPresent(id -> assertThat(kept).as(part.word()).contains(id));
            Optional<String> saved = newest(sets, set -> set.parts().get(part) == PartState.OK && !foundBad(set));
            saved.ifPresent(id -> assertThat(kept).as("saved " + part.word()).contains(id));
        }
        newest(sets, set -> set.dumps().contains("other") && !foundBad(set))
                .ifPresent(id -> assertThat(kept).contains(id));
        assertThat(kept).contains(newest(sets, set -> true).orElseThrow());
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void theNewestVerifiedAndTheNewestDrilledStay(long seed) {
        RetentionHistories histories = new RetentionHistories(seed);
        List<RetentionSet> sets = histories.history();

        Set<String> kept = kept(sets, histories.files(sets), histories.limited(histories.policy(), 0));

        newest(sets, set -> set.verified().orElse(false) && !foundBad(set))
                .ifPresent(id -> assertThat(kept).contains(id));
        newest(sets, set -> set.drilled().orElse(false) && !foundBad(set))
                .ifPresent(id -> assertThat(kept).contains(id));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void nothingGoesWhileAProjectIsSuspect(long seed) {
        RetentionHistories histories = new RetentionHistories(seed);
        List<RetentionSet> sets = histories.history();

        assertThat(Retention.decide(
                        sets,
                        histories.files(sets),
                        histories.limited(histories.policy(), 0),
                        Optional.of(Part.DATABASE),
                        RetentionHistories.NOW))
                .hasSameSizeAs(sets)
                .allMatch(RetentionDecision::keep);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void pruningTwiceRemovesNothingMore(long seed) {
        RetentionHistories histories = new RetentionHistories(seed);
        List<RetentionSet> sets = histories.history();
        List<SetFiles> files = histories.files(sets);
        KeepPolicy policy = histories.policy();
        KeepPolicy limited = histories.limited(policy, histories.size());

        Set<String> once = kept(sets, policy);
        Set<String> onceLimited = kept(sets, files, limited);

        assertThat(kept(only(sets, once), policy)).isEqualTo(once);
        assertThat(kept(only(sets, onceLimited), files, limited)).isEqualTo(onceLimited);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void aPolicyThatKeepsMoreRemovesNothingThatTheSmallerOneKeeps(long seed) {
        RetentionHistories histories = new RetentionHistories(seed);
        List<RetentionSet> sets = histories.history();
        List<SetFiles> files = histories.files(sets);
        KeepPolicy policy = histories.policy();
        long most = histories.size();

        assertThat(kept(sets, histories.wider(policy))).containsAll(kept(sets, policy));
        assertThat(kept(sets, files, histories.limited(policy, most + histories.size())))
                .containsAll(kept(sets, files, histories.limited(policy, most)));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void everyDecisionHasAReasonAndTheOrderOfTheSetsDoesNotMatter(long seed) {
        RetentionHistories histories = new RetentionHistories(seed);
        List<RetentionSet> sets = new ArrayList<>(histories.history());
        KeepPolicy policy = histories.limited(histories.policy(), histories.size());
        List<SetFiles> files = histories.files(sets);
        List<RetentionDecision> decided =
                Retention.decide(sets, files, policy, Optional.empty(), RetentionHistories.NOW);

        Collections.shuffle(sets, new Random(seed));

        assertThat(Retention.decide(sets, files, policy, Optional.empty(), RetentionHistories.NOW))
                .isEqualTo(decided)
                .hasSameSizeAs(sets);
        assertThat(decided)
                .allSatisfy(decision -> assertThat(decision.reasons()).isNotEmpty());
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void whatIsLeftFitsOrEveryOlderSetHasAReasonToStay(long seed) {
        RetentionHistories histories = new RetentionHistories(seed);
        List<RetentionSet> sets = histories.history();
        List<SetFiles> files = histories.files(sets);
        long most = histories.size();
        KeepPolicy policy = histories.limited(KeepPolicy.NONE, most);

        Set<String> kept = kept(sets, files, policy);

        if (Retention.bytes(files, kept) > most) {
            assertThat(kept).isEqualTo(kept(sets, files, histories.limited(KeepPolicy.NONE, 0)));
        }
    }
}

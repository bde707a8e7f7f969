package io.github.ddevbak.upkeep;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ddevbak.project.Part;
import io.github.ddevbak.project.PartState;
import io.github.ddevbak.settings.KeepPolicy;
import io.github.ddevbak.store.SetId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RetentionTest {
    private static final Instant NOW = Instant.parse("2026-11-22T20:00:00Z");

    private static KeepPolicy last(int last) {
        return new KeepPolicy(last, 0, 0, 0, 0, 0, Optional.empty(), List.of(), 0, Optional.empty());
    }

    private static KeepPolicy daily(int daily) {
        return new KeepPolicy(0, 0, daily, 0, 0, 0, Optional.empty(), List.of(), 0, Optional.empty());
    }

    private static KeepPolicy weekly(int weekly) {
        return new KeepPolicy(0, 0, 0, weekly, 0, 0, Optional.empty(), List.of(), 0, Optional.empty());
    }

    private static RetentionSet set(String id, PartState database) {
        return new RetentionSet(
                SetId.parse(id).orElseThrow(),
                Map.of(Part.DATABASE, database, Part.CODE, PartState.OK),
                Set.of(),
                false,
                Optional.empty(),
                Optional.empty());
    }

    private static RetentionSet ok(String id) {
        return set(id, PartState.OK);
    }

    private static RetentionSet verified(String id, boolean good) {
        RetentionSet set = ok(id);
        return new RetentionSet(set.id(), set.parts(), Set.of(), false, Optional.of(good), Optional.empty());
    }

    private static Map<String, List<String>> reasons(KeepPolicy policy, boolean keep, RetentionSet... sets) {
        return Retention.decide(List.of(sets), List.of(), policy, Optional.empty(), NOW).stream()
                .filter(decision -> decision.keep() == keep)
                .collect(Collectors.toMap(decision -> decision.id().text(), RetentionDecision::reasons));
    }

    private static Set<String> removed(KeepPolicy policy, RetentionSet... sets) {
        return reasons(policy, false, sets).keySet();
    }

    @Test
    void theNewestSetOfEachDayInUtcIsKept() {
        assertThat(removed(
                        daily(2),
                        ok("20261122T100000Z"),
                        ok("20261122T000000Z"),
                        ok("20261121T235959Z"),
                        ok("20261121T000000Z"),
                        ok("20261120T000000Z")))
                .containsExactlyInAnyOrder("20261122T000000Z", "20261121T000000Z", "20261120T000000Z");
    }

    @Test
    void weeksAreThoseOfIso() {
        assertThat(reasons(weekly(2), true, ok("20260104T120000Z"), ok("20251229T000000Z"), ok("20251228T235959Z")))
                .containsEntry(
                        "20260104T120000Z", List.of("newest", "newest good copy of database, code", "weekly 2026-W01"))
                .containsEntry("20251228T235959Z", List.of("weekly 2025-W52"))
                .doesNotContainKey("20251229T000000Z");
    }

    @Test
    void aSetThatIsNotWholeTakesThePlaceOfNoWholeOne() {
        assertThat(removed(
                        last(2),
                        set("20261122T000000Z", PartState.FAILED),
                        ok("20261121T000000Z"),
                        ok("20261120T000000Z"),
                        ok("20261119T000000Z"),
                        set("20261118T000000Z", PartState.FAILED)))
                .containsExactlyInAnyOrder("20261119T000000Z", "20261118T000000Z");
    }

    @Test
    void aSetThatVerifyFoundBadStaysOnlyWhereThereIsNoOther() {
        assertThat(removed(last(1), ok("20261122T000000Z"), verified("20261121T000000Z", false)))
                .containsExactly("20261121T000000Z");
        assertThat(reasons(
                        last(1), true, set("20261122T000000Z", PartState.FAILED), verified("20261121T000000Z", false)))
                .extractingByKey("20261121T000000Z")
                .asString()
                .contains("only copy, although a check found it bad, of database");
    }

    @Test
    void theLastCopyOfFilesStaysWhenTheProjectHasNoneAnyMore() {
        assertThat(reasons(
                        last(1),
                        true,
                        set("20261122T000000Z", PartState.NONE),
                        ok("20261121T000000Z"),
                        ok("20261120T000000Z")))
                .containsEntry("20261121T000000Z", List.of("last saved copy of database"))
                .doesNotContainKey("20261120T000000Z");
    }

    @Test
    void aCopyMadeBeforeARestoreCountsApart() {
        assertThat(removed(
                        last(1),
                        ok("20261122T000000Z-before-restore"),
                        ok("20261121T000000Z-before-restore"),
                        ok("20261120T000000Z"),
                        ok("20261119T000000Z")))
                .containsExactlyInAnyOrder("20261121T000000Z-before-restore", "20261119T000000Z");
    }

    @Test
    void aSetFromTheFutureStaysAndStandsForNoOther() {
        assertThat(removed(last(1), ok("20991122T000000Z"), ok("20261121T000000Z"), ok("20261120T000000Z")))
                .containsExactly("20261120T000000Z");
    }

    @Test
    void aSetOfTheCodeAloneDoesNotTakeThePlaceOfAWholeOne() {
        RetentionSet code = new RetentionSet(
                SetId.parse("20261122T100000Z").orElseThrow(),
                Map.of(Part.DATABASE, PartState.SKIPPED, Part.CODE, PartState.OK),
                Set.of(),
                false,
                Optional.empty(),
                Optional.empty());

        assertThat(removed(daily(1), code, ok("20261122T090000Z"), ok("20261122T080000Z")))
                .containsExactly("20261122T080000Z");
    }

    @Test
    void whatVerifyFoundGoodLastStays() {
        assertThat(reasons(
                        last(1),
                        true,
                        Stream.of(
                                        ok("20261122T000000Z"),
                                        verified("20261101T000000Z", true),
                                        verified("20261001T000000Z", true))
                                .toArray(RetentionSet[]::new)))
                .containsEntry("20261101T000000Z", List.of("newest verified"))
                .doesNotContainKey("20261001T000000Z");
    }
}

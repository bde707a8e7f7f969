package io.github.ddevbak.upkeep;

import io.github.ddevbak.store.SetId;
import java.util.List;

/**
 * What is to become of one set, and why.
 *
 * @param reasons at least one
 */
public record RetentionDecision(SetId id, boolean keep, List<String> reasons) {
    public RetentionDecision {
        reasons = List.copyOf(reasons);
        if (reasons.isEmpty()) {
            throw new IllegalArgumentException("nothing is decided without a reason: " + id.text());
        }
    }
}

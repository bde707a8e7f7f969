package io.github.ddevbak.report;

import io.github.ddevbak.settings.KeepPolicy;
import io.github.ddevbak.upkeep.PruneItem;
import io.github.ddevbak.upkeep.PrunePlan;
import io.github.ddevbak.upkeep.PruneResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Tells what was or would be removed, and why, project by project. Pure. */
public final class PruneText {
    private static final int USUAL = 80;
    private static final int VERB = 9;

    private final Ink ink;
    private final boolean kept;
    private final int columns;

    /**
     * @param kept whether what stays is told too
     * @param columns of the terminal; 0 where there is none
     */
    public PruneText(Ink ink, boolean kept, int columns) {
        this.ink = ink;
        this.kept = kept;
        this.columns = columns == 0 ? USUAL : columns;
    }

    /** What would be done. */
    public List<String> plan(PruneResult result) {
        List<String> lines = new ArrayList<>();
        for (PrunePlan plan : result.plans()) {
            add(lines, plan, "remove", Set.copyOf(plan.going()));
        }
        List<PruneItem> going =
                result.plans().stream().flatMap(plan -> plan.going().stream()).toList();
        long frees = result.plans().stream().mapToLong(PrunePlan::frees).sum();
        lines.add(
                going.isEmpty()
                        ? "Nothing would be removed: " + staying(result, going) + "."
                        : "Would remove " + counted(going) + ", " + Sizes.bytes(frees) + "; " + staying(result, going)
                                + ". Nothing was removed (--dry-run).");
        return lines;
    }

    /** What was done. */
    public List<String> done(PruneResult result) {
        List<String> lines = new ArrayList<>();
        for (PrunePlan plan : result.plans()) {
            add(lines, plan, "removed", Set.copyOf(result.removed()));
        }
        List<PruneItem> removed = result.removed();
        lines.add(
                removed.isEmpty()
                        ? "Nothing was removed: " + staying(result, removed) + "."
                        : "Removed " + counted(removed) + ", " + Sizes.bytes(result.freed()) + " freed; "
                                + staying(result, removed) + ".");
        return lines;
    }

    private void add(List<String> lines, PrunePlan plan, String verb, Set<PruneItem> gone) {
        List<PruneItem> told = plan.items().stream()
                .filter(item -> kept || gone.contains(item))
                .toList();
        if (told.isEmpty()) {
            return;
        }
        lines.add(ink.strong(name(plan)) + plan.policy().map(PruneText::rules).orElse(""));
        for (PruneItem item : told) {
            boolean goes = gone.contains(item);
            String word = goes ? verb : "keep";
            String first =
                    "  " + (goes ? ink.warn(word) : word) + " ".repeat(VERB - word.length()) + item.name() + "  ";
            String others = " ".repeat(2 + VERB + 2);
            lines.addAll(Layout.wrapped(
                    String.join(", ", item.decision().reasons()), first, others, columns + (goes ? dye() : 0)));
        }
    }

    /** Characters of a colour take no room on the terminal; only the first line has them, so others may break earlier. */
    private int dye() {
        return ink.warn("").length();
    }

    private static String name(PrunePlan plan) {
        return plan.global() ? "ddev's global configuration" : plan.project().text();
    }

    private static String rules(KeepPolicy policy) {
        List<String> words = new ArrayList<>();
        policy.rules()
                .forEach((name, value) ->
                        words.add(name + " " + (value instanceof Long bytes ? Sizes.bytes(bytes) : value)));
        return "  keeping " + String.join(", ", words);
    }

    private static String counted(List<PruneItem> items) {
        long sets = items.stream().filter(item -> item.set().isPresent()).count();
        long snapshots = items.size() - sets;
        String ofSets = sets + (sets == 1 ? " set" : " sets");
        String ofSnapshots = snapshots + (snapshots == 1 ? " snapshot" : " snapshots");
        return snapshots == 0 ? ofSets : sets == 0 ? ofSnapshots : ofSets + " and " + ofSnapshots;
    }

    private static String staying(PruneResult result, List<PruneItem> gone) {
        Set<PruneItem> without = Set.copyOf(gone);
        List<PruneItem> staying = result.plans().stream()
                .flatMap(plan -> plan.items().stream())
                .filter(item -> !without.contains(item))
                .toList();
        return counted(staying) + (staying.size() == 1 ? " stays" : " stay");
    }
}

package io.github.ddevbak.backup;

import io.github.ddevbak.project.Finding;
import io.github.ddevbak.project.Part;
import io.github.ddevbak.project.PartState;
import io.github.ddevbak.store.PartRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** Judges a project from the outcomes of its parts and from what is known to be elsewhere. Pure. */
public final class Judge {
    private static final Set<String> NO_OTHER_COPY = Set.of(
            "code.no-repository",
            "code.bare-repository",
            "code.no-work-tree",
            "code.no-commit",
            "code.no-remote",
            "code.remote-missing",
            "files.no-copy");

    private Judge() {}

    /**
     * Judges one project.
     *
     * @param outcomes one for each part
     * @param older the parts of which an earlier set holds a good copy
     * @param destinationElsewhere whether the sets lie on another disk than the project
     */
    public static Judgement judge(List<PartRecord> outcomes, Set<Part> older, boolean destinationElsewhere) {
        return judge(outcomes, older, part -> destinationElsewhere);
    }

    /**
     * The same where copies are known part by part.
     *
     * @param copyElsewhere of which parts a set that holds a good copy of it is where the loss of the disk leaves it
     */
    public static Judgement judge(List<PartRecord> outcomes, Set<Part> older, Predicate<Part> copyElsewhere) {
        Verdict verdict = Verdict.RECOVERABLE;
        for (PartRecord outcome : outcomes) {
            verdict = verdict.worse(verdict(outcome, older.contains(outcome.part())));
        }
        return judged(verdict, outcomes, copyElsewhere);
    }

    /** The same verdict, and what is outlived now that copies are known. */
    public static Judgement elsewhere(Judgement before, List<PartRecord> outcomes, Predicate<Part> copyElsewhere) {
        return judged(before.verdict(), outcomes, copyElsewhere);
    }

    private static Judgement judged(Verdict verdict, List<PartRecord> outcomes, Predicate<Part> copyElsewhere) {
        List<String> onlyHere = new ArrayList<>();
        for (PartRecord outcome : outcomes) {
            if (!elsewhere(outcome, copyElsewhere.test(outcome.part()))) {
                onlyHere.add(outcome.part().word());
            }
        }
        boolean whole = verdict == Verdict.RECOVERABLE;
        Survives survives = !whole ? Survives.NOTHING : onlyHere.isEmpty() ? Survives.DISK : Survives.MISTAKE;
        return new Judgement(verdict, survives, onlyHere);
    }

    private static Verdict verdict(PartRecord outcome, boolean older) {
        return switch (outcome.state()) {
            case OK, NONE, SKIPPED -> Verdict.RECOVERABLE;
            case SUSPECT -> Verdict.AT_RISK;
            case AT_RISK ->
                outcome.findings().stream()
                                .filter(Finding::counts)
                                .map(Finding::code)
                                .anyMatch(NO_OTHER_COPY::contains)
                        ? Verdict.NOT_RECOVERABLE
                        : Verdict.AT_RISK;
            case FAILED ->
                older ? Verdict.AT_RISK : outcome.part() == Part.CODE ? Verdict.UNKNOWN : Verdict.NOT_RECOVERABLE;
        };
    }

    /** Whether a person decided to live with a part that has no copy elsewhere. */
    private static boolean acceptedHereOnly(PartRecord outcome) {
        return outcome.findings().stream()
                .filter(finding -> !finding.counts())
                .map(Finding::code)
                .anyMatch(code -> NO_OTHER_COPY.contains(code) || code.equals("code.remote-on-this-disk"));
    }

    private static boolean elsewhere(PartRecord outcome, boolean destinationElsewhere) {
        if (outcome.state() == PartState.NONE || outcome.state() == PartState.SKIPPED) {
            return true;
        }
        return switch (outcome.part()) {
            case CODE ->
                outcome.state() == PartState.OK
                        && (codeElsewhere(outcome.facts(), destinationElsewhere) || acceptedHereOnly(outcome));
            case FILES -> filesElsewhere(outcome, destinationElsewhere) || acceptedHereOnly(outcome);
            case DATABASE, CONFIG, VOLUMES -> destinationElsewhere && outcome.state() == PartState.OK;
        };
    }

    /** Either an upstream brings all of them back, or the set does, and it is on another disk. */
    private static boolean filesElsewhere(PartRecord files, boolean destinationElsewhere) {
        boolean upstream =
                files.facts().containsKey("upstream") && !files.facts().containsKey("uncovered");
        boolean copied = files.state() == PartState.OK && files.facts().containsKey("copied");
        return upstream || (copied && destinationElsewhere);
    }

    /** What is in the set only is where the set is; a bundle without a remote's commits needs the remote. */
    private static boolean codeElsewhere(Map<String, Object> facts, boolean destinationElsewhere) {
        boolean offDisk = Boolean.TRUE.equals(facts.get("offDisk"));
        return facts.containsKey("rescued")
                ? destinationElsewhere && (offDisk || Boolean.TRUE.equals(facts.get("selfContained")))
                : offDisk;
    }
}

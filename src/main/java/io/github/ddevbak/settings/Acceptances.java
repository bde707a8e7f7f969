package io.github.ddevbak.settings;

import io.github.ddevbak.project.Finding;
import io.github.ddevbak.project.Part;
import io.github.ddevbak.project.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a person decided to live with, laid over what was found. Pure. */
public final class Acceptances {
    /** The code of what is said of an acceptance that matches nothing now. */
    public static final String UNUSED = "settings.accept-unused";

    private Acceptances() {}

    /**
     * The findings of a part, each warning and loss that is accepted marked with the reason, and what is to be said of
     * the acceptances themselves: one that matches nothing now, and one that only an error matches.
     */
    public static List<Finding> laidOver(Part part, List<Finding> findings, List<Acceptance> accept) {
        List<Finding> marked = new ArrayList<>();
        for (Finding finding : findings) {
            marked.add(of(finding, accept)
                    .filter(a -> acceptable(finding))
                    .map(a -> finding.acceptedBecause(a.because()))
                    .orElse(finding));
        }
        for (Acceptance acceptance : accept) {
            if (acceptance.finding().startsWith(part.word() + ".")) {
                said(acceptance, findings).ifPresent(marked::add);
            }
        }
        return marked;
    }

    private static Optional<Acceptance> of(Finding finding, List<Acceptance> accept) {
        return accept.stream().filter(a -> a.finding().equals(finding.code())).findFirst();
    }

    private static boolean acceptable(Finding finding) {
        return finding.severity() == Severity.WARNING || finding.severity() == Severity.LOSS;
    }

    private static Optional<Finding> said(Acceptance acceptance, List<Finding> findings) {
        List<Finding> meant = findings.stream()
                .filter(f -> f.code().equals(acceptance.finding()))
                .toList();
        if (meant.isEmpty()) {
            return Optional.of(new Finding(
                    Severity.INFO,
                    UNUSED,
                    "Nothing was found to accept as " + acceptance.finding() + " (\"" + acceptance.because() + "\")",
                    "If it is over, take it out of .ddev/ddevbak.yaml, so that it hides nothing later."));
        }
        if (meant.stream().anyMatch(f -> f.severity() == Severity.ERROR)) {
            return Optional.of(Finding.warning(
                    "settings.accept-error",
                    acceptance.finding() + " is accepted in .ddev/ddevbak.yaml, and cannot be: it could not be looked"
                            + " at, so nobody knows what would be lost",
                    "Mend what it tells, and take it out of .ddev/ddevbak.yaml."));
        }
        return Optional.empty();
    }
}

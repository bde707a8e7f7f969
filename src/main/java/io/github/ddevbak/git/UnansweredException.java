package io.github.ddevbak.git;

import io.github.ddevbak.project.Finding;
import io.github.ddevbak.project.Severity;

/** A question git did not answer, so that nothing can be said about the repository; carries the finding that says why. */
final class UnansweredException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Finding finding;

    UnansweredException(Finding finding) {
        super(finding.sentence());
        this.finding = finding;
    }

    /** For an answer that is not in the form that git documents. */
    static UnansweredException notUnderstood(String answer) {
        return new UnansweredException(Finding.error(
                "code.unreadable",
                "Git answered something that is not understood: " + answer,
                "report it together with the output of git --version"));
    }

    /** Whether the same question may be answered now; git that is missing, silent or stopped stays so. */
    boolean maySucceed() {
        return finding.severity() == Severity.ERROR && finding.code().equals("code.unreadable");
    }

    Finding finding() {
        return finding;
    }
}

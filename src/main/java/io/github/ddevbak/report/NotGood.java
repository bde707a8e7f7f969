package io.github.ddevbak.report;

import io.github.ddevbak.project.Finding;
import io.github.ddevbak.project.Severity;

/** Which findings are told however little was asked for: those that an exit code other than 0 comes of. Pure. */
final class NotGood {
    private NotGood() {}

    static boolean is(Finding finding) {
        return finding.counts()
                && (finding.severity().compareTo(Severity.LOSS) >= 0
                        || finding.code().startsWith("usage."));
    }
}

package io.github.ddevbak.git;

import io.github.ddevbak.project.Finding;
import io.github.ddevbak.project.Severity;
import java.util.List;

/** Reads a report the short way. */
final class Told {
    private Told() {}

    /** Such as {@code loss code.stash}. */
    static List<String> codes(GitReport report) {
        return report.findings().stream()
                .map(finding -> finding.severity().word() + " " + finding.code())
                .toList();
    }

    /** Codes of losses and errors. */
    static List<String> bad(GitReport report) {
        return report.findings().stream()
                .filter(finding -> finding.severity().compareTo(Severity.LOSS) >= 0)
                .map(Finding::code)
                .toList();
    }

    static String sentence(GitReport report, String code) {
        return finding(report, code).sentence();
    }

    static String hint(GitReport report, String code) {
        return finding(report, code).hint();
    }

    static Finding finding(GitReport report, String code) {
        return report.findings().stream()
                .filter(finding -> finding.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + code + " in " + report.findings()));
    }
}

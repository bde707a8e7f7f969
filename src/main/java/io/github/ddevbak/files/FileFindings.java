package io.github.ddevbak.files;

import io.github.ddevbak.project.Finding;
import io.github.ddevbak.project.Severity;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Findings about single files: the first of each kind by name, the rest as a number, however large the tree. */
final class FileFindings {
    /** Findings of one code that are told one by one. */
    static final int TOLD = 10;

    private final List<Finding> told = new ArrayList<>();
    private final Map<String, Integer> counts = new LinkedHashMap<>();

    void add(Finding finding) {
        if (counts.merge(finding.code(), 1, Integer::sum) <= TOLD) {
            told.add(finding);
        }
    }

    boolean any(Severity severity) {
        return told.stream().anyMatch(finding -> finding.severity() == severity);
    }

    List<Finding> list() {
        List<Finding> all = new ArrayList<>();
        Map<String, Finding> last = new LinkedHashMap<>();
        told.forEach(finding -> last.put(finding.code(), finding));
        for (Finding finding : told) {
            all.add(finding);
            int more = counts.getOrDefault(finding.code(), 0) - TOLD;
            if (more > 0 && finding.equals(last.get(finding.code()))) {
                all.add(new Finding(
                        finding.severity(), finding.code(), "The same is true of " + more + " more.", finding.hint()));
            }
        }
        return all;
    }
}

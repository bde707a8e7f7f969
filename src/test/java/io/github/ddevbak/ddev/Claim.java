package io.github.ddevbak.ddev;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Short ways to say what ddev lists, and to read what discovery made of it. */
final class Claim {
    private Claim() {}

    static Listed of(String name, String status, Path approot) {
        return new Listed(name, status, approot.toString(), "php", "");
    }

    static Optional<Answer<DdevList>> list(Listed... entries) {
        return Optional.of(new Answer.Said<>(new DdevList(List.of(entries), 0), List.of()));
    }

    /** Project, severity and code of each finding. */
    static List<String> codes(Discovered found) {
        return found.findings().stream()
                .map(finding -> finding.project() + " " + finding.finding().severity() + " "
                        + finding.finding().code())
                .toList();
    }
}

package io.github.ddevbak.recovery;

import io.github.ddevbak.git.GitRestore;
import io.github.ddevbak.project.Finding;
import io.github.ddevbak.project.Part;
import io.github.ddevbak.project.Printable;
import io.github.ddevbak.project.Severity;
import io.github.ddevbak.store.Facts;
import io.github.ddevbak.store.GoodParts;
import io.github.ddevbak.store.PartRecord;
import io.github.ddevbak.store.StoredSet;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Clones a project's code into a folder to be thrown away and applies what the set has of it. */
final class CodeDrill {
    private final GitRestore git;
    private final Clock clock;

    CodeDrill(GitRestore git, Clock clock) {
        this.git = git;
        this.clock = clock;
    }

    void drill(StoredSet set, Path into, DrillLog log) {
        Optional<PartRecord> part = set.record().parts().stream()
                .filter(one -> one.part() == Part.CODE && GoodParts.good(set, Part.CODE))
                .findFirst();
        if (part.isEmpty()) {
            log.tell(Finding.info("drill.no-code", "the code was not drilled: the set has no good copy of it"));
            return;
        }
        Facts facts = Facts.of(part.orElseThrow());
        if (outside(set, facts)) {
            log.tell(Finding.info(
                    "drill.code-outside",
                    "the code was not drilled: some of it lies outside the project's folder, and a drill writes"
                            + " nowhere else"));
            return;
        }
        Instant begin = clock.instant();
        List<Finding> findings = new CodeRestore(git).restore(set, into, true);
        boolean whole = true;
        for (Finding finding : findings) {
            boolean unreachable = finding.code().equals("code.not-cloned");
            if (finding.severity().compareTo(Severity.LOSS) >= 0 && !unreachable) {
                log.bad(finding);
                whole = false;
            } else {
                log.tell(finding);
                whole &= !unreachable;
            }
        }
        String wanted = facts.text("head");
        String there = whole ? git.head(into) : wanted;
        if (!there.equals(wanted)) {
            log.bad(Finding.error(
                    "drill.code-differs",
                    "the code of '" + set.project() + "' comes back at commit " + Printable.text(there) + ", not at "
                            + Printable.text(wanted) + " as set " + set.id() + " recorded",
                    "See what 'git log' of the remote says; the commit may have been rewound away."));
            whole = false;
        }
        log.step("code", Duration.between(begin, clock.instant()), whole ? "at commit " + short7(wanted) : "not whole");
    }

    private static String short7(String commit) {
        return Printable.text(commit.substring(0, Math.min(10, commit.length())));
    }

    /** A repository above the project, or a linked work tree elsewhere, would be put to its real place. */
    private static boolean outside(StoredSet set, Facts facts) {
        Path approot = Path.of(set.record().approot());
        boolean above = !facts.text("toplevel").isEmpty()
                && !Path.of(facts.text("toplevel")).startsWith(approot);
        return above
                || facts.maps("rescued").stream()
                        .anyMatch(one -> one.truth("linked")
                                || !Path.of(one.text("toplevel")).startsWith(approot));
    }
}

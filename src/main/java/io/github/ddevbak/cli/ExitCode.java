package io.github.ddevbak.cli;

import io.github.ddevbak.backup.ProjectResult;
import io.github.ddevbak.backup.RunResult;
import io.github.ddevbak.backup.Verdict;
import io.github.ddevbak.project.Finding;
import io.github.ddevbak.project.PartState;
import io.github.ddevbak.project.Severity;
import io.github.ddevbak.recovery.DrillResult;
import io.github.ddevbak.recovery.RestoreResult;
import io.github.ddevbak.upkeep.PruneResult;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The exit codes, a published contract; declared in the order in which they win. */
public enum ExitCode {
    INTERRUPTED(130),
    USAGE(2),
    ENVIRONMENT(10),
    LOCKED(11),
    CREDENTIALS(12),
    INCOMPLETE(1),
    SET_NOT_GOOD(4),
    LOSS(3),
    STALE(5),
    LATER(75),
    OK(0);

    private static final Set<String> ENVIRONMENT_CODES =
            Set.of("docker-down", "ddev-missing", "ddev-refuses-root", "unwritable");

    private static final Map<String, ExitCode> REMOTE = Map.of(
            "copy.cancelled", INTERRUPTED,
            "copy.restic-missing", ENVIRONMENT,
            "copy.restic-old", ENVIRONMENT,
            "copy.no-repository", ENVIRONMENT,
            "copy.locked", LOCKED,
            "copy.wrong-password", CREDENTIALS,
            "copy.damaged", SET_NOT_GOOD,
            "copy.bad-set", SET_NOT_GOOD);

    private final int number;

    ExitCode(int number) {
        this.number = number;
    }

    public int number() {
        return number;
    }

    /** The code of a run: the first in the order above that applies. */
    public static ExitCode of(RunResult result) {
        List<Finding> findings = Stream.concat(
                        result.findings().stream().map(f -> f.finding()),
                        result.projects().stream()
                                .flatMap(p -> p.parts().stream())
                                .flatMap(p -> p.findings().stream()))
                .toList();
        if (result.cancelled()) {
            return INTERRUPTED;
        }
        Optional<ExitCode> unusable = unusable(findings);
        if (unusable.isPresent()) {
            return unusable.get();
        }
        boolean failed = result.projects().stream()
                .anyMatch(p -> p.judgement().verdict() == Verdict.UNKNOWN
                        || p.parts().stream().anyMatch(part -> part.state() == PartState.FAILED));
        if (failed || findings.stream().anyMatch(f -> f.severity() == Severity.ERROR)) {
            return INCOMPLETE;
        }
        return result.projects().stream().anyMatch(ExitCode::loses) ? LOSS : OK;
    }

    /** The code of a restore. */
    public static ExitCode of(RestoreResult result) {
        List<Finding> findings = result.all();
        if (result.cancelled()) {
            return INTERRUPTED;
        }
        if (findings.stream().anyMatch(f -> ENVIRONMENT_CODES.contains(kind(f)))) {
            return ENVIRONMENT;
        }
        if (findings.stream().anyMatch(f -> f.severity() == Severity.ERROR)) {
            return INCOMPLETE;
        }
        return findings.stream().anyMatch(f -> f.severity() == Severity.LOSS) ? LOSS : OK;
    }

    /** The code of a drill: what it found of the set outweighs that it could not be finished otherwise. */
    static ExitCode of(DrillResult result) {
        if (result.cancelled()) {
            return INTERRUPTED;
        }
        if (result.findings().stream().anyMatch(f -> ENVIRONMENT_CODES.contains(kind(f)))) {
            return ENVIRONMENT;
        }
        return !result.bad().isEmpty() ? SET_NOT_GOOD : result.finished() ? OK : INCOMPLETE;
    }

    /** That of a prune; a project that is frozen looks emptied, which is a loss. */
    public static ExitCode of(PruneResult result) {
        if (result.cancelled()) {
            return INTERRUPTED;
        }
        List<Finding> findings = result.findings();
        if (unusable(findings).isPresent()) {
            return unusable(findings).get();
        }
        if (findings.stream().anyMatch(f -> f.severity() == Severity.ERROR)) {
            return INCOMPLETE;
        }
        return findings.stream().anyMatch(f -> f.code().equals("prune.frozen")) ? LOSS : OK;
    }

    /** That of work on repositories off the machine. */
    public static ExitCode ofRemote(List<Finding> findings, boolean cancelled) {
        if (cancelled) {
            return INTERRUPTED;
        }
        return findings.stream()
                .filter(finding -> finding.severity() == Severity.ERROR)
                .map(finding -> REMOTE.getOrDefault(finding.code(), INCOMPLETE))
                .reduce(OK, ExitCode::or);
    }

    /** The one that wins. */
    ExitCode or(ExitCode other) {
        return compareTo(other) <= 0 ? this : other;
    }

    private static Optional<ExitCode> unusable(List<Finding> findings) {
        if (findings.stream().anyMatch(f -> f.code().startsWith("usage."))) {
            return Optional.of(USAGE);
        }
        return findings.stream().anyMatch(f -> ENVIRONMENT_CODES.contains(kind(f)))
                ? Optional.of(ENVIRONMENT)
                : Optional.empty();
    }

    /** By the parts asked for: a part that was left out may make the verdict worse, not this command's code. */
    private static boolean loses(ProjectResult result) {
        return result.parts().stream().anyMatch(p -> p.state() == PartState.AT_RISK || p.state() == PartState.SUSPECT);
    }

    private static String kind(Finding finding) {
        return finding.code().substring(finding.code().indexOf('.') + 1);
    }
}

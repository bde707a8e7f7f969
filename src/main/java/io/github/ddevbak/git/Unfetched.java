package io.github.ddevbak.git;

import io.github.ddevbak.process.Invocation;
import io.github.ddevbak.project.Finding;
import io.github.ddevbak.project.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Remotes that git has never heard of: what they have is unknown and counts as nothing. */
final class Unfetched {
    private Unfetched() {}

    /** Only info where another remote has everything. */
    static List<Finding> findings(Repository repository, History history) {
        boolean all = history.unpushed().commits().isEmpty();
        if (history.remotes().isEmpty() || (all && history.remotes().size() == 1)) {
            return List.of();
        }
        Optional<RefFiles> refs = RefFiles.read(repository);
        List<Finding> findings = new ArrayList<>();
        for (Remote remote : history.remotes()) {
            if (remote.place() != Remote.Place.MISSING && refs.isPresent() && unheard(repository, refs.get(), remote)) {
                findings.add(new Finding(
                        all ? Severity.INFO : Severity.WARNING,
                        "code.remote-never-fetched",
                        "Nothing was ever fetched from remote " + remote.name()
                                + ", so what it has counts as missing there.",
                        "git fetch " + Invocation.quoted(remote.name())));
            }
        }
        return findings;
    }

    private static boolean unheard(Repository repository, RefFiles refs, Remote remote) {
        String own = RefFiles.REMOTES + remote.name() + "/";
        List<String> rules = repository.config().values("remote", remote.name(), "fetch");
        boolean usual = !rules.isEmpty() && rules.stream().allMatch(rule -> rule.contains(":" + own));
        return usual && refs.below(own).isEmpty();
    }
}

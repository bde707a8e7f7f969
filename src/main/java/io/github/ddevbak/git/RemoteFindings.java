package io.github.ddevbak.git;

import io.github.ddevbak.project.Finding;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the remotes are worth as proof: pure, facts in, findings out. */
final class RemoteFindings {
    private static final String ADD = "add a remote on another machine: git remote add NAME URL && git push --all NAME";

    private RemoteFindings() {}

    static List<Finding> of(History history, Layout layout, Optional<AsOf> asOf, Instant now) {
        List<Finding> findings = new ArrayList<>();
        for (Remote missing : history.at(Remote.Place.MISSING)) {
            findings.add(missing(missing, history));
        }
        onThisDisk(history).ifPresent(findings::add);
        if (layout.shallow()) {
            findings.add(Finding.warning(
                    "code.shallow",
                    "A shallow clone: the older history is only on the remote.",
                    "git fetch --unshallow"));
        }
        if (history.provable()) {
            asOf.map(known -> Finding.info(
                            "code.as-of-last-fetch", "What remotes have is known as of " + known.words(now) + "."))
                    .ifPresent(findings::add);
        }
        if (layout.inside()) {
            findings.add(Finding.info(
                    "code.inside-repository",
                    "The project is the folder " + layout.prefix() + " of the repository " + layout.toplevel()
                            + ", whose branches, tags and stashes are told here too."));
        }
        return findings;
    }

    private static Finding missing(Remote remote, History history) {
        String sentence = "Remote " + remote.name() + " points to " + remote.url() + ", where no repository is.";
        return history.provable()
                ? Finding.warning("code.remote-missing", sentence, "git remote set-url or git remote remove")
                : Finding.loss("code.remote-missing", sentence, "bring the folder back, or " + ADD);
    }

    private static Optional<Finding> onThisDisk(History history) {
        List<Remote> here = history.at(Remote.Place.THIS_MACHINE);
        if (here.isEmpty() || history.offDisk()) {
            return Optional.empty();
        }
        String names = String.join(
                ", ",
                here.stream()
                        .map(remote -> remote.name() + " (" + remote.url() + ")")
                        .toList());
        String sentence = history.at(Remote.Place.ELSEWHERE).isEmpty()
                ? "Every remote is on this very machine and is lost with its disk: " + names + "."
                : Words.count(history.onlyHere(), "commit") + " only on remotes of this very machine: " + names + ".";
        return Optional.of(Finding.warning("code.remote-on-this-disk", sentence, ADD));
    }
}

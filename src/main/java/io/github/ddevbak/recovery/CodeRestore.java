package io.github.ddevbak.recovery;

import io.github.ddevbak.files.SafeWriter;
import io.github.ddevbak.files.Unarchive;
import io.github.ddevbak.git.GitRestore;
import io.github.ddevbak.project.Finding;
import io.github.ddevbak.project.Part;
import io.github.ddevbak.project.Printable;
import io.github.ddevbak.store.Facts;
import io.github.ddevbak.store.StoredSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Brings code back: from the recorded remotes where the folder is gone, then what no remote had from the set. */
final class CodeRestore {
    private final GitRestore git;

    CodeRestore(GitRestore git) {
        this.git = git;
    }

    /** One repository on its way back. */
    private record Repository(StoredSet set, Facts facts, Path top, boolean fresh, List<Finding> findings) {
        Path artefact(String name) {
            return set.folder().resolve(facts.text("folder")).resolve(name);
        }

        String prefix() {
            return "refs/ddevbak/" + set.id();
        }

        String shown() {
            return Printable.text(top.toString());
        }

        void lost(String what, String why, String hint) {
            findings.add(
                    Finding.loss("code.not-restored", what + " was not put back into " + shown() + ": " + why, hint));
        }
    }

    /**
     * Puts the code of the set into a folder.
     *
     * @param fresh whether there is nothing in it yet
     */
    List<Finding> restore(StoredSet set, Path approot, boolean fresh) {
        List<Finding> findings = new ArrayList<>();
        Facts facts = set.record().parts().stream()
                .filter(part -> part.part() == Part.CODE)
                .map(Facts::of)
                .findFirst()
                .orElseThrow();
        Path recorded = Path.of(set.record().approot());
        Path top = moved(
                Path.of(facts.text("toplevel").isEmpty() ? recorded.toString() : facts.text("toplevel")),
                recorded,
                approot);
        List<Facts> rescued = facts.maps("rescued");
        boolean own = rescued.stream().anyMatch(one -> one.text("place").isEmpty() && !one.truth("linked"));
        boolean whole = rescued.stream().anyMatch(one -> one.text("place").isEmpty() && whole(one));
        if (fresh && (!facts.map("remotes").texts().isEmpty() || own)) {
            Optional<String> trouble = begun(facts, top, whole, rescued, findings);
            if (trouble.isPresent()) {
                findings.add(Finding.error(
                        "code.not-cloned",
                        "the code of '" + set.project() + "' could not be brought to " + Printable.text(top.toString())
                                + ": " + trouble.orElseThrow(),
                        "Clone it by hand as RESTORE.md in the set says, then run this again."));
                return findings;
            }
        } else if (fresh) {
            findings.add(Finding.error(
                    "code.not-cloned",
                    "the code of '" + set.project() + "' is neither in the set nor on a known remote",
                    "Look for another copy of " + Printable.text(recorded.toString()) + "."));
            return findings;
        }
        for (Facts one : rescued) {
            if (one.truth("linked")
                    && !recorded.equals(approot)
                    && !Path.of(one.text("toplevel")).startsWith(recorded)) {
                findings.add(notMoved(set, one));
                continue;
            }
            Path place = one.text("place").isEmpty() ? top : moved(Path.of(one.text("toplevel")), recorded, approot);
            if (!one.text("place").isEmpty() && !one.truth("linked")) {
                nested(one, place, findings);
            }
            rescued(new Repository(set, one, place, fresh, findings), top);
        }
        return findings;
    }

    /** A linked work tree beside the project has no place where the project is elsewhere now. */
    private static Finding notMoved(StoredSet set, Facts linked) {
        return Finding.loss(
                "code.not-restored",
                "what was in the linked work tree " + Printable.text(linked.text("toplevel"))
                        + " was not put back: it lay outside the project, which is in another folder now",
                "Its commits and changes are in "
                        + Printable.text(
                                set.folder().resolve(linked.text("folder")).toString())
                        + "; RESTORE.md in the set says how to put them where you want them.");
    }

    /** Where a folder of the project is now. */
    private static Path moved(Path recorded, Path approotThen, Path approotNow) {
        if (recorded.equals(approotThen) || approotThen.equals(approotNow)) {
            return recorded.equals(approotThen) ? approotNow : recorded;
        }
        if (recorded.startsWith(approotThen)) {
            return approotNow.resolve(approotThen.relativize(recorded));
        }
        throw new RestoreRefusedException("the project was a folder of the larger repository "
                + Printable.text(recorded.toString())
                + ", which cannot be put elsewhere. Clone it by hand as RESTORE.md"
                + " in the set says, then restore without --code.");
    }

    private static boolean whole(Facts one) {
        return one.truth("bundle") && one.truth("selfContained");
    }

    private Optional<String> begun(Facts facts, Path top, boolean whole, List<Facts> rescued, List<Finding> findings) {
        Map<String, String> remotes = facts.map("remotes").texts();
        try {
            Files.createDirectories(top);
        } catch (IOException refused) {
            return Optional.of("the folder cannot be made: " + Printable.text(String.valueOf(refused)));
        }
        String first = remotes.containsKey("origin")
                ? "origin"
                : remotes.keySet().stream().findFirst().orElse("");
        boolean cloned = !remotes.isEmpty() && !whole;
        boolean sha256 = rescued.stream().anyMatch(one -> one.text("base").length() == 64);
        // Git clones into no folder that the repository around it has filled.
        boolean fetched = cloned && facts.truth("within");
        boolean needed = cloned || whole || rescued.stream().anyMatch(one -> one.truth("patch"));
        if (!needed) {
            return Optional.empty();
        }
        Optional<String> trouble =
                cloned && !fetched ? git.clone(first, remotes.getOrDefault(first, ""), top) : git.init(top, sha256);
        if (trouble.isPresent()) {
            return trouble;
        }
        remotes.forEach((name, url) -> {
            if (!cloned || fetched || !name.equals(first)) {
                git.addRemote(top, name, url);
                Optional<String> unfetched = cloned ? git.fetch(top, name) : Optional.empty();
                unfetched.ifPresent(why -> findings.add(Finding.warning(
                        "code.remote-not-fetched",
                        "remote '" + Printable.text(name) + "' did not answer: " + why,
                        "Run 'git fetch " + Printable.text(name) + "' later.")));
            }
        });
        boolean ours = rescued.stream()
                .anyMatch(
                        one -> one.text("place").isEmpty() && !one.text("base").isEmpty());
        if (cloned && !fetched && !ours && !facts.text("branch").isEmpty()) {
            git.checkout(top, facts.text("branch"), "")
                    .ifPresent(why -> findings.add(Finding.warning(
                            "code.branch-not-checked-out",
                            "branch '" + Printable.text(facts.text("branch")) + "' could not be checked out: " + why,
                            "Check out what you need; the commit was " + facts.text("head") + ".")));
        }
        return Optional.empty();
    }

    /** A submodule or a repository within the project, where it is not there. */
    private void nested(Facts one, Path place, List<Finding> findings) {
        boolean missing = !Files.isDirectory(place) || !git.isTop(place);
        boolean repository = one.truth("bundle") || one.truth("patch") || one.truth("staged");
        if (missing && repository) {
            begun(one, place, whole(one), List.of(one), findings)
                    .ifPresent(why -> findings.add(Finding.loss(
                            "code.not-restored",
                            "the repository " + Printable.text(place.toString()) + " was not brought back: " + why,
                            "Clone it by hand as RESTORE.md in the set says.")));
        }
    }

    private void rescued(Repository one, Path main) {
        if (one.facts().truth("linked") && !linked(one, main)) {
            return;
        }
        if (one.facts().truth("bundle")
                || one.facts().truth("patch")
                || one.facts().truth("staged")) {
            if (!Files.isDirectory(one.top()) || !git.isTop(one.top())) {
                one.lost(
                        "what no remote has",
                        "it is no git repository",
                        "Clone it first as RESTORE.md in the set says, then run this again.");
                return;
            }
            commits(one);
            changes(one);
        }
        files(one);
        List<Facts> stashes = new ArrayList<>(one.facts().maps("stashes"));
        Collections.reverse(stashes);
        for (Facts stash : stashes) {
            git.stash(one.top(), stash.text("commit"), stash.text("message"))
                    .ifPresent(why -> one.lost("a stash", why, "Its commit is " + stash.text("commit") + "."));
        }
    }

    /** Whether the linked work tree is there again, for what belongs into it. */
    private boolean linked(Repository one, Path main) {
        if (!one.fresh() || Files.exists(one.top())) {
            return Files.isDirectory(one.top());
        }
        Optional<String> trouble = git.worktree(
                main, one.top(), one.facts().text("branch"), one.facts().text("base"));
        trouble.ifPresent(why -> one.lost("the linked work tree", why, "Follow RESTORE.md in the set."));
        return trouble.isEmpty();
    }

    private void commits(Repository one) {
        if (one.facts().truth("bundle")) {
            Optional<String> trouble = git.fetchBundle(one.top(), one.artefact("unpushed.bundle"), one.prefix());
            if (trouble.isPresent()) {
                one.lost(
                        "what no remote has",
                        trouble.orElseThrow(),
                        "Fetch from the remotes, then run this again; the bundle is "
                                + Printable.text(one.artefact("unpushed.bundle").toString()) + ".");
                return;
            }
            if (one.fresh() && !git.head(one.top()).isEmpty()) {
                git.detach(one.top());
            }
            named(one, "/heads/", "refs/heads/", "branch");
            named(one, "/tags/", "refs/tags/", "tag");
            named(one, "/other/ref/", "refs/", "ref");
        }
        String base = one.facts().text("base");
        String branch = one.facts().text("branch");
        if (one.fresh() && !base.isEmpty() && one.facts().truth("within")) {
            // Its files came with the repository around it, and then with the patches of this one.
            git.checkoutOver(one.top(), branch, base)
                    .ifPresent(why -> one.lost("the commit that was checked out", why, "It is " + base + "."));
        } else if (one.fresh() && !base.isEmpty() && !git.head(one.top()).equals(base)) {
            boolean there = !branch.isEmpty()
                    && base.equals(git.refs(one.top(), "refs/heads/").get(branch));
            git.checkout(one.top(), there ? branch : "", base)
                    .ifPresent(why -> one.lost("the commit that was checked out", why, "It is " + base + "."));
        } else if (one.fresh() && !branch.isEmpty()) {
            git.checkout(one.top(), branch, "");
        }
    }

    /** Gives each its own name back where nobody has it; one that has other commits is the user's, and stays. */
    private void named(Repository one, String in, String as, String what) {
        Map<String, String> now = git.refs(one.top(), as);
        git.refs(one.top(), one.prefix() + in).forEach((name, object) -> {
            String there = now.getOrDefault(name, "");
            if (there.isEmpty() || one.fresh()) {
                (one.fresh() ? git.setRef(one.top(), as + name, object) : git.makeRef(one.top(), as + name, object))
                        .ifPresent(why -> one.lost(what + " '" + name + "'", why, "It is " + object + "."));
            } else if (!there.equals(object)) {
                one.findings()
                        .add(Finding.info(
                                "code.kept-beside",
                                what + " '" + Printable.text(name) + "' in " + one.shown()
                                        + " is at another commit and was left alone; the set's is "
                                        + Printable.text(one.prefix() + in + name)));
            }
        });
    }

    private void changes(Repository one) {
        boolean patch = one.facts().truth("patch");
        boolean staged = one.facts().truth("staged");
        String base = one.facts().text("base");
        if ((patch || staged) && !git.head(one.top()).equals(base)) {
            one.lost(
                    "uncommitted work",
                    "another commit than " + base + " is checked out",
                    "Check that one out and apply "
                            + Printable.text(one.artefact("worktree.patch").toString()) + ".");
            return;
        }
        Optional<String> trouble =
                staged ? git.apply(one.top(), one.artefact("staged.patch"), "--cached") : Optional.empty();
        if (trouble.isEmpty() && patch) {
            trouble = staged
                    ? git.apply(one.top(), one.artefact("worktree.patch"))
                    : git.apply(one.top(), one.artefact("worktree.patch"), "--index");
        }
        trouble.ifPresent(why -> one.lost(
                "uncommitted work",
                "the patch does not fit what is there: " + why,
                "Commit or stash what is there, then apply "
                        + Printable.text(one.artefact("worktree.patch").toString()) + "."));
    }

    private static void files(Repository one) {
        if (one.facts().number("files") == 0) {
            return;
        }
        Path archive = one.artefact("untracked.tar.gz");
        try {
            Files.createDirectories(one.top());
            Optional<String> refused = Unarchive.objection(archive, Long.MAX_VALUE);
            if (refused.isPresent()) {
                one.findings()
                        .add(Finding.error(
                                "code.archive-refused",
                                "the archive " + Printable.text(archive.toString()) + " is refused: "
                                        + refused.orElseThrow(),
                                "Nothing of it was unpacked. Take another set."));
                return;
            }
            Unarchive.unpack(archive, new SafeWriter(one.top()));
        } catch (IOException why) {
            one.lost(
                    "files that git does not have",
                    Printable.text(String.valueOf(why.getMessage())),
                    "They are in " + Printable.text(archive.toString()) + ".");
        }
    }
}

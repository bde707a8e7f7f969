package io.github.ddevbak.store;

import static io.github.ddevbak.store.GuideText.ofSet;

import io.github.ddevbak.project.ShellWord;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** The part of {@code RESTORE.md} that puts code back: from the remotes, then what no remote had from the set. */
final class CodeGuide {
    private static final String APPLY = "git apply --binary --whitespace=nowarn ";

    private final SetRecord set;
    private final PartRecord part;
    private final Facts facts;
    private final GuideText text;

    CodeGuide(SetRecord set, PartRecord part, GuideText text) {
        this.set = set;
        this.part = part;
        this.facts = Facts.of(part);
        this.text = text;
    }

    void write() {
        text.heading("Code");
        List<Facts> rescued = facts.maps("rescued");
        Map<String, String> remotes = facts.map("remotes").texts();
        boolean whole = rescued.stream().anyMatch(one -> one.text("place").isEmpty() && whole(one));
        if (!remotes.isEmpty() && !whole) {
            cloned(remotes);
        } else if (rescued.isEmpty()) {
            text.paragraph("This set does not hold the code, and no remote was known that has it ("
                    + part.state().word() + "). Look for another copy of " + GuideText.code(set.approot()) + ".");
        }
        rescued.forEach(this::rescued);
    }

    private void cloned(Map<String, String> remotes) {
        text.paragraph("Only if the project's folder is gone.");
        // The project may be a folder of a larger repository.
        String toplevel = facts.text("toplevel").isEmpty() ? set.approot() : facts.text("toplevel");
        List<String> commands = new ArrayList<>(clone(remotes, toplevel, contentsAreInTheSet()));
        if (!facts.text("branch").isEmpty() && !branchIsInTheSet()) {
            commands.add(GuideText.typed(List.of("git", "checkout", facts.text("branch"), "--")));
        }
        others(remotes)
                .forEach(name -> commands.add(
                        GuideText.typed(List.of("git", "remote", "add", "--", name, remotes.getOrDefault(name, "")))));
        text.commands(commands);
        if (!facts.text("head").isEmpty()) {
            text.paragraph(
                    "When the set was made, the commit checked out was " + GuideText.code(facts.text("head")) + ".");
        }
    }

    /** A branch that no remote has cannot be checked out before it was fetched from the set. */
    private boolean branchIsInTheSet() {
        return facts.maps("rescued").stream()
                .anyMatch(
                        one -> one.text("place").isEmpty() && !one.text("base").isEmpty());
    }

    private boolean contentsAreInTheSet() {
        return facts.maps("rescued").stream()
                .anyMatch(one -> one.text("place").isEmpty() && one.number("contents") > 0);
    }

    /** @param pointers whether files in Git LFS stay pointers: contents that the remote lacks would stop the clone */
    private static List<String> clone(Map<String, String> remotes, String toplevel, boolean pointers) {
        String remote = first(remotes);
        return List.of(
                (pointers ? "GIT_LFS_SKIP_SMUDGE=1 " : "")
                        + GuideText.typed(List.of(
                                "git", "clone", "-o", remote, "--", remotes.getOrDefault(remote, ""), toplevel)),
                "cd -- " + ShellWord.quoted(toplevel));
    }

    private static String first(Map<String, String> remotes) {
        return remotes.containsKey("origin")
                ? "origin"
                : remotes.keySet().iterator().next();
    }

    private static List<String> others(Map<String, String> remotes) {
        String remote = first(remotes);
        return remotes.keySet().stream().filter(name -> !name.equals(remote)).toList();
    }

    private void rescued(Facts one) {
        text.paragraph(introduction(one));
        List<String> commands = new ArrayList<>(entered(one));
        contents(one, commands);
        commits(one, commands);
        checkedOut(one, commands);
        changes(one, commands);
        if (one.number("files") > 0) {
            commands.add("tar xzf " + ofSet(one.text("folder") + "/untracked.tar.gz"));
        }
        stashes(one, commands);
        text.commands(commands);
        operations(one);
        if (one.truth("bundle")) {
            text.paragraph("Commits that were on no branch have names under " + GuideText.code("refs/ddevbak") + "; "
                    + GuideText.code("git for-each-ref refs/ddevbak") + " lists them.");
        }
    }

    /** Git's notes of it are not in the set; what it had made and what it began from is. */
    private void operations(Facts one) {
        for (String operation : one.texts("operations")) {
            text.paragraph(
                    "When the set was made: " + operation + " It is not taken up again by these commands: what it"
                            + " had done so far is checked out, its conflicts are files that were changed, and the branch is"
                            + " where it was before. Compare, and begin it again, or commit what is there.");
        }
    }

    /** Whether the bundle has the whole history, so that no remote need be there. */
    private static boolean whole(Facts one) {
        return one.truth("bundle") && one.truth("selfContained");
    }

    private static String introduction(Facts one) {
        String where = one.text("place").isEmpty() ? "" : " of " + GuideText.code(one.text("place"));
        List<String> what = new ArrayList<>();
        if (one.truth("bundle")) {
            what.add("commits");
        }
        if (one.truth("patch") || one.truth("staged")) {
            what.add("changes that were not committed");
        }
        if (one.number("contents") > 0) {
            what.add(counted(one.number("contents"), "content")
                    + " of files in Git LFS, for which git-lfs has to be set up: " + GuideText.code("git lfs install"));
        }
        if (one.number("files") > 0) {
            what.add(counted(one.number("files"), "file"));
        }
        return "What no remote had" + where + " is in this set (" + String.join(", ", what)
                + "). In a fresh clone, this brings it back; it overwrites what is there.";
    }

    private static String counted(long number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }

    private List<String> entered(Facts one) {
        String toplevel = one.text("toplevel");
        String enter = "cd -- " + ShellWord.quoted(toplevel);
        Map<String, String> remotes = one.map("remotes").texts();
        boolean own = one.text("place").isEmpty();
        if (one.truth("linked")) {
            return List.of(
                    "cd -- "
                            + ShellWord.quoted(
                                    facts.text("toplevel").isEmpty() ? set.approot() : facts.text("toplevel")),
                    GuideText.typed(
                            one.text("branch").isEmpty()
                                    ? List.of("git", "worktree", "add", "-f", "--detach", toplevel, one.text("base"))
                                    : List.of(
                                            "git",
                                            "worktree",
                                            "add",
                                            "-f",
                                            "-B",
                                            one.text("branch"),
                                            toplevel,
                                            one.text("base"))),
                    enter);
        }
        boolean fetched = !remotes.isEmpty() && !whole(one);
        if (fetched && !one.truth("within")) {
            return own ? List.of(enter) : clone(remotes, toplevel, one.number("contents") > 0);
        }
        String folder = GuideText.typed(List.of("mkdir", "-p", "--", toplevel));
        if (one.text("base").isEmpty() && !one.truth("patch")) {
            return List.of(folder, enter);
        }
        List<String> commands = new ArrayList<>(List.of(
                folder, enter, one.text("base").length() == 64 ? "git init -q --object-format=sha256" : "git init -q"));
        remotes.forEach((name, url) -> commands.add(GuideText.typed(List.of("git", "remote", "add", "--", name, url))));
        if (fetched) {
            // Git clones into no folder that the repository around it has filled.
            commands.add(GuideText.typed(List.of("git", "fetch", "-q", "--tags", "--", first(remotes))));
        }
        return commands;
    }

    /** Before anything is checked out: git-lfs looks there first. */
    private static void contents(Facts one, List<String> commands) {
        if (one.number("contents") > 0) {
            String there = "\"$(git rev-parse --git-common-dir)\"/lfs/objects";
            commands.add(
                    "mkdir -p " + there + " && cp -R " + ofSet(one.text("folder") + "/lfs/objects/.") + " " + there);
        }
    }

    /** What is still a pointer comes from there, and what the set does not have from the remote. */
    private static void checkedOut(Facts one, List<String> commands) {
        if (one.number("contents") > 0) {
            commands.add(one.map("remotes").texts().isEmpty() ? "git lfs checkout" : "git lfs pull");
        }
    }

    private void commits(Facts one, List<String> commands) {
        if (one.truth("bundle")) {
            if (!whole(one)) {
                if (!one.truth("within")) {
                    commands.add("git checkout -q --detach");
                }
                others(one.map("remotes").texts())
                        .forEach(name -> commands.add(GuideText.typed(List.of("git", "fetch", "-q", "--", name))));
            }
            commands.add(
                    "git fetch -q --update-head-ok " + ofSet(one.text("folder") + "/unpushed.bundle")
                            + " '+refs/heads/*:refs/heads/*' '+refs/tags/*:refs/tags/*' '+refs/ddevbak/*:refs/ddevbak/*' '+refs/ddevbak/ref/*:refs/*'");
        }
        String base = one.text("base");
        if (!base.isEmpty() && !one.truth("linked")) {
            commands.add(GuideText.typed(
                    one.text("branch").isEmpty()
                            ? List.of("git", "checkout", "-q", "-f", "--detach", base, "--")
                            : List.of("git", "checkout", "-q", "-f", "-B", one.text("branch"), base, "--")));
        }
    }

    private static void changes(Facts one, List<String> commands) {
        String patch = ofSet(one.text("folder") + "/worktree.patch");
        if (one.truth("staged")) {
            commands.add(APPLY + "--cached " + ofSet(one.text("folder") + "/staged.patch"));
            if (one.truth("patch")) {
                commands.add(APPLY + patch);
            }
        } else if (one.truth("patch")) {
            commands.add(APPLY + "--index " + patch);
        }
    }

    /** The oldest first: each that is stored becomes the newest. */
    private static void stashes(Facts one, List<String> commands) {
        List<Facts> stashes = new ArrayList<>(one.maps("stashes"));
        Collections.reverse(stashes);
        stashes.forEach(stash -> commands.add(GuideText.typed(
                List.of("git", "stash", "store", "-q", "-m", stash.text("message"), stash.text("commit")))));
    }
}

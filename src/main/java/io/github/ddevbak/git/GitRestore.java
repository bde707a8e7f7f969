package io.github.ddevbak.git;

import io.github.ddevbak.process.Invocation;
import io.github.ddevbak.process.ProcessResult;
import io.github.ddevbak.process.ProcessRunner;
import io.github.ddevbak.project.Printable;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What git is told to do in the user's own repository to bring code back. It never moves a branch, a tag or a file that
 * holds something else: what does not fit is refused by git itself, or put under {@code refs/ddevbak}.
 */
public final class GitRestore {
    private static final Map<String, String> ENVIRONMENT = Map.of(
            "LC_ALL", "C",
            "GIT_TERMINAL_PROMPT", "0",
            "GIT_ALLOW_PROTOCOL", "file:git:http:https:ssh",
            "GIT_DIR", "",
            "GIT_WORK_TREE", "",
            "GIT_INDEX_FILE", "");

    private final ProcessRunner runner;
    private final Duration timeout;

    /** @param timeout for each call; a clone takes its time */
    public GitRestore(ProcessRunner runner, Duration timeout) {
        this.runner = runner;
        this.timeout = timeout;
    }

    /** Clones into a folder that is not there or empty; why it could not, in git's words. */
    public Optional<String> clone(String remote, String url, Path into) {
        Path parent = into.getParent() == null ? into : into.getParent();
        return trouble(git(parent, "clone", "-q", "-o", remote, "--", url, into.toString()));
    }

    /** Makes a repository with no commit in a folder that is there. */
    public Optional<String> init(Path top, boolean sha256) {
        return trouble(sha256 ? git(top, "init", "-q", "--object-format=sha256") : git(top, "init", "-q"));
    }

    public Optional<String> addRemote(Path top, String name, String url) {
        return trouble(git(top, "remote", "add", "--", name, url));
    }

    public Optional<String> fetch(Path top, String remote) {
        return trouble(git(top, "fetch", "-q", "--", remote));
    }

    /** Whether the folder is the top of a work tree. */
    public boolean isTop(Path folder) {
        ProcessResult said = git(folder, "rev-parse", "--show-prefix");
        return said.ok() && said.stdout().isBlank();
    }

    /** The commit checked out; empty before the first. */
    public String head(Path top) {
        ProcessResult said = git(top, "rev-parse", "-q", "--verify", "HEAD^{commit}");
        return said.ok() ? said.stdout().strip() : "";
    }

    /** Makes a linked work tree in a folder that is not there, on a branch that is moved to the commit, or on none. */
    public Optional<String> worktree(Path top, Path folder, String branch, String commit) {
        return trouble(
                branch.isEmpty()
                        ? git(top, "worktree", "add", "-f", "--detach", "--", folder.toString(), commit)
                        : git(top, "worktree", "add", "-f", "-B", branch, "--", folder.toString(), commit));
    }

    /** Takes everything of a bundle into the repository below the prefix, where no branch of the user's is. */
    public Optional<String> fetchBundle(Path top, Path bundle, String prefix) {
        return trouble(git(
                top,
                "fetch",
                "-q",
                "--no-tags",
                "--no-write-fetch-head",
                "--",
                bundle.toString(),
                "+refs/heads/*:" + prefix + "/heads/*",
                "+refs/tags/*:" + prefix + "/tags/*",
                "+refs/ddevbak/*:" + prefix + "/other/*"));
    }

    /** Refs below a prefix, without it, to the objects they name. */
    public Map<String, String> refs(Path top, String prefix) {
        Map<String, String> refs = new LinkedHashMap<>();
        ProcessResult said = git(top, "for-each-ref", "--format=%(objectname) %(refname)", prefix);
        for (String line : said.stdout().split("\n", -1)) {
            int space = line.indexOf(' ');
            if (space > 0 && line.startsWith(prefix, space + 1)) {
                refs.put(line.substring(space + 1 + prefix.length()), line.substring(0, space));
            }
        }
        return refs;
    }

    /** Makes a ref that must not be there. */
    public Optional<String> makeRef(Path top, String ref, String object) {
        return trouble(git(top, "update-ref", "-m", "ddevbak restore", "--", ref, object, "0".repeat(object.length())));
    }

    /** Leaves the branch that is checked out, so that it can be moved in a clone that nobody has worked in. */
    public Optional<String> detach(Path top) {
        return trouble(git(top, "checkout", "-q", "--detach"));
    }

    /** Sets a ref of a repository that was made just now. */
    public Optional<String> setRef(Path top, String ref, String object) {
        return trouble(git(top, "update-ref", "-m", "ddevbak restore", "--", ref, object));
    }

    /** Checks the branch out where it is, or the commit without one; refused where a file would be overwritten. */
    public Optional<String> checkout(Path top, String branch, String commit) {
        return trouble(
                branch.isEmpty()
                        ? git(top, "checkout", "-q", "--detach", commit, "--")
                        : git(top, "checkout", "-q", branch, "--"));
    }

    /** The same at that commit, over what is there: for a folder that holds nothing but what was restored just now. */
    public Optional<String> checkoutOver(Path top, String branch, String commit) {
        return trouble(
                branch.isEmpty()
                        ? git(top, "checkout", "-q", "-f", "--detach", commit, "--")
                        : git(top, "checkout", "-q", "-f", "-B", branch, commit, "--"));
    }

    /** Applies a patch, after it was seen to fit; to the index only, to the files only, or to both. */
    public Optional<String> apply(Path top, Path patch, String... where) {
        List<String> words = new ArrayList<>(List.of("apply", "--binary", "--whitespace=nowarn"));
        words.addAll(List.of(where));
        List<String> check = new ArrayList<>(words);
        check.add("--check");
        check.add(patch.toString());
        words.add(patch.toString());
        return trouble(git(top, check.toArray(String[]::new)))
                .or(() -> trouble(git(top, words.toArray(String[]::new))));
    }

    /** Puts a commit on top of the stash, unless it is there. */
    public Optional<String> stash(Path top, String commit, String message) {
        ProcessResult there = git(top, "log", "-g", "--format=%H", "refs/stash", "--");
        return there.stdout().lines().anyMatch(commit::equals)
                ? Optional.empty()
                : trouble(git(top, "stash", "store", "-q", "-m", message, commit));
    }

    /** Whether the repository has the object. */
    public boolean has(Path top, String object) {
        return git(top, "cat-file", "-e", object).ok();
    }

    private ProcessResult git(Path folder, String... words) {
        List<String> command = new ArrayList<>(List.of("git"));
        command.addAll(List.of(words));
        return runner.run(Invocation.of(command).in(folder).with(ENVIRONMENT).within(timeout));
    }

    private static Optional<String> trouble(ProcessResult result) {
        if (result.ok()) {
            return Optional.empty();
        }
        String words = result.lastWords();
        return Optional.of(Printable.text(words.isEmpty() ? result.ending().words() : words));
    }
}

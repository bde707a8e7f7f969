package io.github.ddevbak.git;

import io.github.ddevbak.process.ProcessResult;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collection;
import java.util.List;

/**
 * What is said to one remote.
 *
 * @param user the configuration that the user's repository sees
 */
record Network(GitCli git, AskingRepository asking, RemoteAccess access, GitConfig user) {
    /** Some remotes have refs without number, such as one for each pull request: then only the usual kinds are asked. */
    ProcessResult list() {
        ProcessResult all = ask(List.of("ls-remote", "--quiet", AskingRepository.REMOTE), access.patience(), "");
        return all.ok() && all.truncated()
                ? ask(
                        List.of("ls-remote", "--quiet", "--heads", "--tags", AskingRepository.REMOTE),
                        RemoteQuestions.left(access.patience(), all.took()),
                        "")
                : all;
    }

    /**
     * Fetches commits and tags, without the content of files where the remote can do so; each ref by its name.
     *
     * @param used of the remote's time
     */
    ProcessResult fetch(Collection<String> names, Duration used) {
        StringBuilder rules = new StringBuilder();
        int number = 0;
        for (String name : names) {
            rules.append('+')
                    .append(name)
                    .append(':')
                    .append(AskingRepository.FETCHED)
                    .append(number++)
                    .append('\n');
        }
        List<String> question = List.of(
                "fetch",
                "--quiet",
                "--no-tags",
                "--no-write-fetch-head",
                "--no-recurse-submodules",
                "--no-auto-gc",
                "--no-show-forced-updates",
                "--filter=tree:0",
                "--stdin",
                AskingRepository.REMOTE);
        return ask(question, RemoteQuestions.left(access.patience(), used), rules.toString());
    }

    /** Whether a name that a remote sent can stand in a rule. */
    static boolean fetchable(String name) {
        return name.startsWith("refs/")
                && name.chars().noneMatch(c -> c <= ' ' || c == 0xFFFD || ":*?[\\^~".indexOf(c) >= 0);
    }

    private ProcessResult ask(List<String> question, Duration patience, String lines) {
        return git.askRemote(
                asking.folder(),
                question,
                access.environment(user),
                patience,
                new ByteArrayInputStream(lines.getBytes(StandardCharsets.UTF_8)));
    }
}

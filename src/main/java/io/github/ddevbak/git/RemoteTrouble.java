package io.github.ddevbak.git;

import io.github.ddevbak.process.Ending;
import io.github.ddevbak.process.Invocation;
import io.github.ddevbak.process.ProcessResult;
import io.github.ddevbak.project.Finding;
import java.util.List;
import java.util.regex.Pattern;

/** Why a remote did not answer, from what git and ssh print (git 2.30 to 2.51 with LC_ALL=C, OpenSSH 8 to 10). */
final class RemoteTrouble {
    private static final List<String> LOCKED = List.of(
            "terminal prompts disabled",
            "Authentication failed",
            "could not read Username",
            "could not read Password",
            "Permission denied",
            "returned error: 401",
            "returned error: 403");
    private static final List<String> GONE = List.of(
            "does not appear to be a git repository",
            "epository not found",
            "' not found",
            "not found in upstream",
            "returned error: 404",
            "returned error: 410");

    private static final Pattern SAID = Pattern.compile("(ssh|fatal|error|ERROR): ");

    private RemoteTrouble() {}

    /**
     * The finding for a remote that was asked in vain.
     *
     * @param ownSettings whether the repository's own configuration says how to reach it, which is not heeded
     */
    static Finding finding(Remote remote, ProcessResult result, boolean ownSettings) {
        String said = result.stderrTail();
        String fetch = "git fetch " + Invocation.quoted(remote.name());
        String hint;
        String why;
        if (result.ending() instanceof Ending.TimedOut late) {
            why = "gave no answer: " + late.words();
            hint = "try again when it can be reached, or allow more time with --timeout";
        } else if (says(said, "Host key verification failed")) {
            why = "is a host that ssh does not know";
            hint = "look at its key once by hand: " + fetch;
        } else if (says(said, "transport '")) {
            why = "has an address of a kind that is not asked";
            hint = "use https, ssh, git or a path: git remote set-url " + Invocation.quoted(remote.name()) + " URL";
        } else if (LOCKED.stream().anyMatch(text -> says(said, text))) {
            why = "does not let us in without a password, which is never asked for";
            hint = "load the key into ssh-agent or set a credential.helper in ~/.gitconfig, then try: " + fetch;
        } else if (GONE.stream().anyMatch(text -> says(said, text))) {
            why = "has no repository there any more";
            hint = "git remote set-url " + Invocation.quoted(remote.name()) + " URL, or bring it back and push";
        } else {
            why = "did not answer: " + words(result);
            hint = "try: " + fetch;
        }
        String own = ownSettings
                ? "; what this repository's own configuration says of how to reach it is not heeded: put it into"
                        + " ~/.gitconfig"
                : "";
        return Finding.loss(
                "code.remote-unreachable",
                "Remote " + remote.name() + " (" + remote.url() + ") " + why + ".",
                hint + own);
    }

    /** The first line that tells what is wrong, and the next where it goes on there; git adds advice of several lines. */
    private static String words(ProcessResult result) {
        String said = "";
        for (String line : result.stderrTail().lines().map(String::strip).toList()) {
            if (said.endsWith(":")) {
                said += " " + line;
                break;
            }
            said = said.isEmpty() && SAID.matcher(line).lookingAt() ? line : said;
        }
        String text = said.isEmpty() ? result.lastWords() : said;
        return RemoteUrl.withoutCredentials(
                text.isEmpty() ? result.ending().words() : text.replaceFirst("^(fatal|error|ERROR): ", ""));
    }

    private static boolean says(String said, String text) {
        return said.contains(text);
    }
}

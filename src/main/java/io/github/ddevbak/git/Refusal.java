package io.github.ddevbak.git;

import io.github.ddevbak.process.Ending;
import io.github.ddevbak.process.ProcessResult;
import io.github.ddevbak.project.Finding;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Why git did not answer, as a finding with git's own words and advice (git 2.30 to 2.51, LC_ALL=C). */
final class Refusal {
    private Refusal() {}

    /** Git looked, and there is no repository in the folder or around it. */
    static boolean isNoRepository(ProcessResult result) {
        return result.stderrTail().contains("not a git repository (or any");
    }

    /** Git answered, but skipped a ref that it cannot read, such as one emptied by a crash. */
    static boolean leavesOutRefs(ProcessResult result) {
        return brokenRef(result).isPresent();
    }

    static Finding finding(Path folder, List<String> words, ProcessResult result) {
        String question = "git " + words.get(0);
        if (result.ending() instanceof Ending.NotStarted notStarted) {
            return Files.isDirectory(folder)
                    ? gitMissing(notStarted.why())
                    : Finding.error(
                            "code.unreadable",
                            "The folder " + folder + " is not there.",
                            "restore the folder, or take the project off ddev's list: ddev stop --unlist NAME");
        }
        if (!(result.ending() instanceof Ending.Exited)) {
            return Finding.error(
                    "code.no-answer",
                    question + " in " + folder + " gave no answer: "
                            + result.ending().words() + ".",
                    "try again, or allow more time with --timeout");
        }
        if (result.stderrTail().contains("xcrun: error")) {
            return gitMissing(result.lastWords());
        }
        return result.ok() && result.truncated() ? tooLong(folder, question) : unreadable(folder, question, result);
    }

    private static Finding tooLong(Path folder, String question) {
        return Finding.error(
                "code.no-answer",
                question + " in " + folder + " listed more than can be kept.",
                "look for a folder with very many untracked files, and add it to .gitignore");
    }

    private static Finding unreadable(Path folder, String question, ProcessResult result) {
        Optional<String> broken = brokenRef(result);
        if (broken.isPresent()) {
            return Finding.error(
                    "code.unreadable",
                    "Git leaves out what it cannot read in " + folder + ": " + broken.get(),
                    "git fsck shows what is damaged; git reflog may still know the commit");
        }
        String fatal = result.stderrTail()
                .lines()
                .filter(line -> line.startsWith("fatal: "))
                .map(line -> line.substring("fatal: ".length()))
                .collect(Collectors.joining("; "));
        String said = fatal.isEmpty() ? line(result, "error:").orElseGet(result::lastWords) : fatal;
        String ending = said.isEmpty() ? result.ending().words() : RemoteUrl.withoutCredentials(said);
        String hint = line(result, "git config --global --add safe.directory")
                .map(advice -> "if you trust the folder: " + advice)
                .orElse("ask git itself: git status; git fsck");
        return Finding.error("code.unreadable", question + " in " + folder + " failed: " + ending, hint);
    }

    private static Finding gitMissing(String why) {
        return Finding.error(
                "code.git-missing", "Git cannot be started: " + why, "install git 2.30 or newer and put it on PATH");
    }

    private static Optional<String> brokenRef(ProcessResult result) {
        return line(result, "warning: ignoring broken ref")
                .or(() -> result.stderrTail()
                        .lines()
                        .filter(line -> line.contains("does not point to a valid object"))
                        .findFirst());
    }

    private static Optional<String> line(ProcessResult result, String beginning) {
        return result.stderrTail()
                .lines()
                .map(String::strip)
                .filter(line -> line.startsWith(beginning))
                .findFirst();
    }
}

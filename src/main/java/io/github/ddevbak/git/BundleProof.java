package io.github.ddevbak.git;

import io.github.ddevbak.process.Ending;
import io.github.ddevbak.process.ProcessResult;
import io.github.ddevbak.process.ProcessRunner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Has git take a bundle or read a patch, in a repository of ours that is gone afterwards. A bundle that stands on commits
 * of a remote is taken over the project's own repository, which is only read.
 */
public final class BundleProof {
    private final GitCli git;
    private final LayoutQuestion layouts;

    /** The time-out is for each call of git. */
    public BundleProof(ProcessRunner runner, Duration timeout) {
        git = new GitCli(runner, timeout);
        layouts = new LayoutQuestion(git);
    }

    /**
     * What git said.
     *
     * @param objection why it is not whole, in git's words; empty where git took it, or was not asked
     * @param unchecked why git could not be asked; empty where it was
     */
    public record Answer(Optional<String> objection, Optional<String> unchecked) {
        static Answer whole() {
            return new Answer(Optional.empty(), Optional.empty());
        }

        static Answer damaged(String why) {
            return new Answer(Optional.of(why), Optional.empty());
        }

        static Answer unasked(String why) {
            return new Answer(Optional.empty(), Optional.of(why));
        }
    }

    /**
     * Verifies a bundle and unpacks it.
     *
     * @param read what it says of itself
     * @param worktree the project's own, which may have them; it need not be there
     */
    public Answer bundle(Path bundle, BundleReader.Read read, Path worktree) {
        try (TemporaryFolder temporary = TemporaryFolder.make()) {
            Path place = temporary.folder().resolve("proof");
            if (read.prerequisites() == 0) {
                return taken(BorrowingRepository.alone(git, place, read.sha256()), bundle, false);
            }
            Optional<Repository> local = Files.isDirectory(worktree) ? layouts.repository(worktree) : Optional.empty();
            return local.isEmpty()
                    ? Answer.unasked("the repository with the commits it stands on is not there")
                    : taken(BorrowingRepository.over(git, local.get(), place), bundle, true);
        } catch (UnansweredException unanswered) {
            return Answer.unasked(unanswered.finding().sentence());
        } catch (IOException noRoom) {
            return Answer.unasked("no temporary folder can be made: " + noRoom.getMessage());
        }
    }

    private static Answer taken(BorrowingRepository mine, Path bundle, boolean borrowed) {
        String file = bundle.toAbsolutePath().toString();
        for (List<String> words : List.of(List.of("bundle", "verify", file), List.of("bundle", "unbundle", file))) {
            ProcessResult result = mine.ask(words);
            if (!(result.ending() instanceof Ending.Exited)) {
                return Answer.unasked(
                        "git " + words.get(1) + ": " + result.ending().words());
            }
            if (borrowed && lacks(result)) {
                return Answer.unasked("the project's repository no longer has the commits it stands on");
            }
            if (!result.ok()) {
                return Answer.damaged("git refuses it: " + result.lastWords());
            }
        }
        return Answer.whole();
    }

    private static boolean lacks(ProcessResult result) {
        return !result.ok()
                && (result.stderrTail().contains("prerequisite commit")
                        || result.stderrTail().contains("unresolved delta"));
    }

    /** Has git read a patch; it is applied to nothing. */
    public Answer patch(Path patch) {
        try (TemporaryFolder temporary = TemporaryFolder.make()) {
            BorrowingRepository mine =
                    BorrowingRepository.alone(git, temporary.folder().resolve("proof"), false);
            ProcessResult result = mine.ask(
                    List.of("apply", "--numstat", "-z", patch.toAbsolutePath().toString()));
            if (!(result.ending() instanceof Ending.Exited)) {
                return Answer.unasked("git apply: " + result.ending().words());
            }
            return result.ok() ? Answer.whole() : Answer.damaged("git cannot read it: " + result.lastWords());
        } catch (IOException noRoom) {
            return Answer.unasked("no temporary folder can be made: " + noRoom.getMessage());
        }
    }
}

package io.github.ddevbak.git;

import io.github.ddevbak.process.Ending;
import io.github.ddevbak.process.ProcessResult;
import io.github.ddevbak.project.Finding;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Has git read every object of a repository ({@code git fsck}, git 2.30 to 2.51). */
final class DeepCheck {
    private static final List<String> QUESTION =
            List.of("fsck", "--full", "--no-dangling", "--no-progress", "--no-reflogs", "--cache");

    /** A broken link is told once more as what is missing at its end. */
    private static final Pattern DAMAGE = Pattern.compile("(missing |error: |fatal: |bad ).*");

    /** Only an object that is not formed as git would form it today, such as an old commit's time zone, or damage. */
    private static final int ODD = 1;

    private DeepCheck() {}

    /** Empty where every object is there and whole. */
    static Optional<Finding> look(GitCli git, Layout layout) {
        ProcessResult result = git.ask(layout.folder(), QUESTION);
        if (result.ok()) {
            return Optional.empty();
        }
        List<String> damage = (result.stdout() + "\n" + result.stderrTail())
                .lines()
                .map(String::strip)
                .filter(line -> DAMAGE.matcher(line).matches())
                .distinct()
                .toList();
        if (damage.isEmpty() && result.ending().equals(new Ending.Exited(ODD))) {
            return Optional.empty();
        }
        if (!(result.ending() instanceof Ending.Exited) || damage.isEmpty()) {
            return Optional.of(Refusal.finding(layout.folder(), QUESTION, result));
        }
        return Optional.of(Finding.error(
                "code.damaged",
                "Git finds " + Words.count(damage.size(), "damaged or missing object") + " in " + layout.toplevel()
                        + Words.names(damage) + ".",
                "get them from a remote: clone it beside this folder, and copy its .git/objects/pack here; then"
                        + " git fsck again"));
    }
}

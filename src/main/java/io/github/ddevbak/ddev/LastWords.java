package io.github.ddevbak.ddev;

import io.github.ddevbak.process.Ending;
import io.github.ddevbak.process.ProcessResult;
import io.github.ddevbak.project.Printable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Picks from what a failed ddev, docker or database tool printed the one line that names the cause: ddev wraps the
 * tool's own message into its own, prints usage after it, and help links (ddev v1.25.3).
 */
public final class LastWords {
    private static final int LONGEST = 400;
    private static final Pattern COLOUR = Pattern.compile("\u001b\\[[0-9;?]*[A-Za-z]");
    private static final Pattern CAUSE =
            Pattern.compile("(?:[\\w-]+: )*(?:got )?(?:error|fatal)\\b.*", Pattern.CASE_INSENSITIVE);
    private static final Pattern WRAPPER = Pattern.compile(
            "Failed to execute command `.*|Failed to run .*|(?:stdout|stderr):|Error: failed to (?:ex|im)port database .*"
                    + "|For help go to: .*|\\.? ?(?:Container|Network|Image|Volume) .*|[\\^ ]+"
                    + "|/tmp/\\S+|Not trying to add hostnames .*");

    private LastWords() {}

    /** The cause in one printable line; how the child ended where it printed nothing. */
    public static String of(ProcessResult result) {
        if (result.ending() instanceof Ending.Exited) {
            Optional<String> line = in(result.stderrTail()).or(() -> in(lastLines(result.stdout())));
            return line.orElse(result.ending().words() + ", and nothing was said");
        }
        String ending = Printable.text(result.ending().words());
        return in(result.stderrTail()).map(line -> ending + ": " + line).orElse(ending);
    }

    /** The cause in a stretch of standard error, if any. */
    static Optional<String> in(String stderr) {
        String cause = "";
        String plain = "";
        String wrapper = "";
        for (String line : lines(stderr)) {
            if (WRAPPER.matcher(line).matches()) {
                wrapper = line;
            } else if (CAUSE.matcher(line).matches()) {
                cause = line;
            } else {
                plain = line;
            }
        }
        String best = !cause.isEmpty() ? cause : !plain.isEmpty() ? plain : wrapper;
        return best.isEmpty() ? Optional.empty() : Optional.of(best);
    }

    /** Each line that says something, printable and at most 400 characters; JSON lines by their message. */
    public static List<String> lines(String stderr) {
        List<String> lines = new ArrayList<>();
        for (String raw : stderr.split("[\r\n]+", -1)) {
            if (raw.startsWith("Usage:")) {
                break;
            }
            JsonLines.message(raw).ifPresentOrElse(message -> addMessage(lines, message), () -> add(lines, raw));
        }
        return lines;
    }

    private static void addMessage(List<String> lines, JsonLines.Message message) {
        if (message.fatal()) {
            add(lines, "Error: " + message.text());
        } else if (message.warning()) {
            add(lines, message.text());
        }
    }

    private static void add(List<String> lines, String text) {
        String first = text.strip().split("\n", 2)[0];
        String line = Printable.text(COLOUR.matcher(first).replaceAll("").strip());
        if (!line.isEmpty()) {
            lines.add(line.length() > LONGEST ? line.substring(0, LONGEST) + "…" : line);
        }
    }

    private static String lastLines(String stdout) {
        return stdout.substring(Math.max(0, stdout.length() - 4096));
    }
}

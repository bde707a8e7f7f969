package io.github.ddevbak.process;

import java.time.Duration;

/**
 * What came of a call.
 *
 * @param ending how it ended
 * @param stdout the captured text (UTF-8, lenient), empty for other outputs
 * @param truncated true where more was printed than the capture's bound
 * @param stderrTail the last 8 KiB of standard error (UTF-8, lenient)
 * @param took wall time
 */
public record ProcessResult(Ending ending, String stdout, boolean truncated, String stderrTail, Duration took) {

    public static ProcessResult exited(int code, String stdout, String stderr) {
        return new ProcessResult(new Ending.Exited(code), stdout, false, stderr, Duration.ZERO);
    }

    public boolean ok() {
        return ending.equals(new Ending.Exited(0));
    }

    public boolean cancelled() {
        return ending instanceof Ending.Cancelled;
    }

    /** The last line of standard error that says something, without colour escapes; empty where there is none. */
    public String lastWords() {
        String last = "";
        for (String line : stderrTail.split("\n", -1)) {
            String plain = line.replaceAll("\u001b\\[[0-9;?]*[A-Za-z]", "")
                    .replaceAll("\\p{Cntrl}", " ")
                    .strip();
            last = plain.isEmpty() ? last : plain;
        }
        return last;
    }

    /** This result, for a caller to whom a failure is an error. */
    public ProcessResult orThrow(Invocation invocation) {
        if (!ok()) {
            throw new ProcessFailedException(invocation, this);
        }
        return this;
    }
}

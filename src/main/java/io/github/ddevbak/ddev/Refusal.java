package io.github.ddevbak.ddev;

import io.github.ddevbak.process.Ending;
import io.github.ddevbak.process.ProcessResult;
import java.util.Locale;

/** Tells from how a child ended what kind of trouble it met. */
final class Refusal {
    private Refusal() {}

    static <T> Answer<T> of(ProcessResult result) {
        return new Answer.Refused<>(trouble(result), LastWords.of(result));
    }

    static <T> Answer<T> because(String why) {
        return new Answer.Refused<>(Answer.Trouble.OTHER, why);
    }

    /** The answer of a program that ended well and yet cannot be used. */
    static <T> Answer<T> unusable(String program, ProcessResult result) {
        if (result.truncated()) {
            return because(program + " printed more than can be kept; its answer is incomplete");
        }
        return because(LastWords.in(result.stderrTail())
                .map(words -> program + " gave no answer that can be read: " + words)
                .orElse(program + " gave no answer that can be read"));
    }

    private static Answer.Trouble trouble(ProcessResult result) {
        Ending ending = result.ending();
        if (ending instanceof Ending.NotStarted not) {
            // A project's folder that went away keeps ddev from being started, too.
            return not.why().contains("not installed") ? Answer.Trouble.NOT_INSTALLED : Answer.Trouble.OTHER;
        }
        if (ending instanceof Ending.TimedOut) {
            return Answer.Trouble.TIMED_OUT;
        }
        if (ending instanceof Ending.Cancelled) {
            return Answer.Trouble.CANCELLED;
        }
        return byWords(result.stderrTail().toLowerCase(Locale.ROOT));
    }

    /** ddev's words for it: cmd/ddev/main.go and cmd/ddev/cmd/root.go, v1.24.7 to v1.25.3; docker's own since 20.10. */
    private static Answer.Trouble byWords(String stderr) {
        if (stderr.contains("not designed to be run with root privileges")) {
            return Answer.Trouble.ROOT;
        }
        boolean docker = stderr.contains("docker error: ")
                || stderr.contains("could not connect to docker")
                || stderr.contains("could not connect to a docker provider")
                || stderr.contains("cannot connect to the docker daemon")
                || stderr.contains("failed to connect to the docker api")
                || stderr.contains("trying to connect to the docker");
        return docker ? Answer.Trouble.DOCKER_DOWN : Answer.Trouble.OTHER;
    }
}

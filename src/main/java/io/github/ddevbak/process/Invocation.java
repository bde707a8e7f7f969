package io.github.ddevbak.process;

import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * One call of a program, as a value: it can be compared, stubbed, logged and printed in a dry run.
 *
 * @param command program and arguments; never passed through a shell
 * @param directory working directory; the caller's own where empty
 * @param environment variables added to the caller's; an empty value removes the variable
 * @param timeout after which the whole process tree is ended
 * @param input what the child reads
 * @param output where its standard output goes
 * @param sheltered true: a cancellation does not end it; only its time-out does (used to put things back as found)
 */
public record Invocation(
        List<String> command,
        Optional<Path> directory,
        Map<String, String> environment,
        Duration timeout,
        Input input,
        Output output,
        boolean sheltered,
        boolean amongUs) {

    /** Bound of what is captured where a call names none: 4 MiB. */
    public static final int CAPTURE = 4 << 20;

    public Invocation {
        command = List.copyOf(command);
        environment = Map.copyOf(new TreeMap<>(environment));
        if (command.isEmpty()) {
            throw new IllegalArgumentException("a command has at least a program");
        }
        if (timeout.isNegative() || timeout.isZero()) {
            throw new IllegalArgumentException("a time-out is longer than nothing: " + timeout);
        }
    }

    public static Invocation of(List<String> command) {
        return new Invocation(
                command,
                Optional.empty(),
                Map.of(),
                Duration.ofMinutes(5),
                new Input.Nothing(),
                new Output.Captured(CAPTURE),
                false,
                false);
    }

    public static Invocation of(String... command) {
        return of(List.of(command));
    }

    /** The same call of another command. */
    public Invocation calling(List<String> newCommand) {
        return new Invocation(newCommand, directory, environment, timeout, input, output, sheltered, amongUs);
    }

    public Invocation in(Path newDirectory) {
        return new Invocation(
                command, Optional.of(newDirectory), environment, timeout, input, output, sheltered, amongUs);
    }

    public Invocation with(Map<String, String> newEnvironment) {
        return new Invocation(command, directory, newEnvironment, timeout, input, output, sheltered, amongUs);
    }

    public Invocation within(Duration newTimeout) {
        return new Invocation(command, directory, environment, newTimeout, input, output, sheltered, amongUs);
    }

    public Invocation reading(Path file) {
        return new Invocation(
                command, directory, environment, timeout, new Input.FromFile(file), output, sheltered, amongUs);
    }

    public Invocation reading(InputStream stream) {
        return new Invocation(
                command, directory, environment, timeout, new Input.FromStream(stream), output, sheltered, amongUs);
    }

    public Invocation writing(Output newOutput) {
        return new Invocation(command, directory, environment, timeout, input, newOutput, sheltered, amongUs);
    }

    public Invocation writing(OutputStream sink) {
        return writing(new Output.ToSink(sink));
    }

    /** The same call, which a cancellation does not cut short. */
    public Invocation sheltered(boolean newSheltered) {
        return new Invocation(command, directory, environment, timeout, input, output, newSheltered, amongUs);
    }

    /** The same call without a process group of its own. */
    public Invocation stayingAmongUs() {
        return new Invocation(command, directory, environment, timeout, input, output, sheltered, true);
    }

    /** The command as a person would type it, quoted for a POSIX shell where needed; for logs and dry runs. */
    public String typed() {
        StringBuilder line = new StringBuilder();
        for (String word : command) {
            line.append(line.isEmpty() ? "" : " ").append(quoted(word));
        }
        return line.toString();
    }

    /** A word as a POSIX shell reads it back. */
    public static String quoted(String word) {
        boolean plain = !word.isEmpty()
                && word.chars()
                        .allMatch(c -> c < 128 && (Character.isLetterOrDigit(c) || "-_./:=,@%+".indexOf(c) >= 0));
        return plain ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}

package io.github.ddevbak.schedule;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.github.ddevbak.process.Input;
import io.github.ddevbak.process.Invocation;
import io.github.ddevbak.process.Output;
import io.github.ddevbak.process.ProcessResult;
import io.github.ddevbak.process.ProcessRunner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;

/** Debian's {@code crontab}, as far as we call it. */
final class FakeCrontab implements ProcessRunner {
    Optional<String> table = Optional.empty();
    boolean refuses;
    boolean forgets;

    @Override
    public ProcessResult run(Invocation call) {
        try {
            return switch (call.command().get(1)) {
                case "-l" -> list(call);
                case "-" -> write(call);
                default -> throw new AssertionError("nobody says " + call.typed());
            };
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ProcessResult list(Invocation call) throws IOException {
        if (table.isEmpty()) {
            return ProcessResult.exited(1, "", "no crontab for ada\n");
        }
        ((Output.ToSink) call.output()).sink().write(table.get().getBytes(ISO_8859_1));
        return ProcessResult.exited(0, "", "");
    }

    private ProcessResult write(Invocation call) throws IOException {
        String text = new String(((Input.FromStream) call.input()).stream().readAllBytes(), ISO_8859_1);
        if (refuses) {
            return ProcessResult.exited(1, "", "\"-\":3: bad minute\nerrors in crontab file, can't install.\n");
        }
        table = forgets ? table : Optional.of(text);
        return ProcessResult.exited(0, "", "");
    }
}

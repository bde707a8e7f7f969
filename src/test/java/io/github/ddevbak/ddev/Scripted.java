package io.github.ddevbak.ddev;

import io.github.ddevbak.process.Invocation;
import io.github.ddevbak.process.Output;
import io.github.ddevbak.process.ProcessResult;
import io.github.ddevbak.process.ProcessRunner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Gives the scripted answers in their order, keeps what was asked, and fails on a call nobody scripted. */
final class Scripted implements ProcessRunner {
    private final Deque<ProcessResult> answers;
    private final List<Invocation> asked = new ArrayList<>();

    private Scripted(List<ProcessResult> answers) {
        this.answers = new ArrayDeque<>(answers);
    }

    static Scripted answering(ProcessResult... answers) {
        return new Scripted(List.of(answers));
    }

    static Scripted saying(String... stdouts) {
        return new Scripted(List.of(stdouts).stream()
                .map(stdout -> ProcessResult.exited(0, stdout, ""))
                .toList());
    }

    @Override
    public ProcessResult run(Invocation invocation) {
        asked.add(invocation);
        if (answers.isEmpty()) {
            throw new AssertionError("nobody scripted " + invocation.typed());
        }
        ProcessResult answer = answers.remove();
        if (invocation.output() instanceof Output.ToSink sink) {
            try {
                sink.sink().write(answer.stdout().getBytes(StandardCharsets.UTF_8));
            } catch (IOException refused) {
                throw new UncheckedIOException(refused);
            }
        }
        return answer;
    }

    List<Invocation> asked() {
        return asked;
    }

    List<String> typed() {
        return asked.stream().map(Invocation::typed).toList();
    }

    Invocation only() {
        if (asked.size() != 1) {
            throw new AssertionError("asked " + asked.size() + " questions: " + typed());
        }
        return asked.get(0);
    }
}

package io.github.ddevbak.process;

import java.io.OutputStream;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs real programs, each in a process group of its own, and leaves none of them behind when it has to stop one. */
public final class SystemProcessRunner implements ProcessRunner {
    private static final int TAIL = 8 << 10;

    private final Cancellation cancellation;
    private final Map<String, String> environment;
    private final Patience patience;
    private @Nullable Starter starter;

    /**
     * @param cancellation ends what is running, and lets nothing new start, unless it is sheltered
     * @param environment what children are given and programs are looked up in: our own environment
     */
    public SystemProcessRunner(Cancellation cancellation, Map<String, String> environment) {
        this(cancellation, environment, Patience.USUAL);
    }

    SystemProcessRunner(Cancellation cancellation, Map<String, String> environment, Patience patience) {
        this.cancellation = cancellation;
        this.environment = Map.copyOf(environment);
        this.patience = patience;
    }

    /** Made with the first log line: a command that runs no program needs no logger. */
    private static final class Log {
        static final Logger RUNS = LoggerFactory.getLogger(SystemProcessRunner.class);
    }

    /** Made for the first program that is run: it looks for others on PATH. */
    private synchronized Starter starter() {
        Starter made = starter;
        if (made == null) {
            made = new Starter(environment);
            starter = made;
        }
        return made;
    }

    @Override
    public ProcessResult run(Invocation call) {
        long begun = System.nanoTime();
        Tail errors = new Tail(TAIL);
        BoundedCapture capture =
                new BoundedCapture(call.output() instanceof Output.Captured captured ? captured.maxBytes() : 0);
        OutputStream sink = call.output() instanceof Output.ToSink to ? to.sink() : capture;
        Log.RUNS.atDebug().addArgument(call::typed).log("runs: {}");
        Ending ending = ending(call, sink, errors);
        Duration took = Duration.ofNanos(System.nanoTime() - begun);
        Log.RUNS
                .atDebug()
                .addArgument(took.toMillis())
                .addArgument(ending::words)
                .addArgument(call::typed)
                .log("{} ms, {}: {}");
        return new ProcessResult(ending, capture.text(), capture.truncated(), errors.text(), took);
    }

    private Ending ending(Invocation call, OutputStream sink, Tail errors) {
        boolean stop = cancellation.requested() || Thread.currentThread().isInterrupted();
        try {
            if (stop && !call.sheltered()) {
                return new Ending.Cancelled();
            }
            return attend(call, starter().start(call), sink, errors);
        } catch (CannotStartException e) {
            return new Ending.NotStarted(e.why());
        } finally {
            if (call.input() instanceof Input.FromStream from) {
                Feeder.close(from.stream());
            }
        }
    }

    private Ending attend(Invocation call, ProcessTree tree, OutputStream sink, Tail errors) {
        Attendant attendant = new Attendant(tree, call.sheltered(), patience);
        Streams streams = new Streams(tree.child(), attendant);
        Cancellation.Listening listening = call.sheltered()
                ? () -> {}
                : cancellation.onRequest(() -> attendant.endBecause(new Ending.Cancelled()));
        try {
            streams.start(call.input(), sink, errors);
            return attendant.attend(call.timeout());
        } catch (RuntimeException | Error e) {
            tree.insist();
            throw e;
        } finally {
            listening.close();
            streams.abandon();
        }
    }
}

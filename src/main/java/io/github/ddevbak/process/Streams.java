package io.github.ddevbak.process;

import java.io.InputStream;
import java.io.OutputStream;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The threads that wait for one child's streams and for its end, and tell its attendant. */
final class Streams {
    private static final Logger LOG = LoggerFactory.getLogger(Streams.class);

    /** As much as a pipe holds on Linux. */
    private static final int OUTPUT_BUFFER = 64 << 10;

    private static final int ERROR_BUFFER = 8 << 10;

    private final Pump output;
    private final Pump errors;
    private final Process child;
    private final Attendant attendant;
    private @Nullable Feeder feeder;

    Streams(Process child, Attendant attendant) {
        this.child = child;
        this.attendant = attendant;
        output = new Pump(child.getInputStream(), OUTPUT_BUFFER, attendant::streamEnded);
        errors = new Pump(child.getErrorStream(), ERROR_BUFFER, attendant::streamEnded);
    }

    void start(Input input, OutputStream sink, Tail tail) {
        attendant.expectStreams(input instanceof Input.FromStream ? 3 : 2);
        output.start(
                (buffer, length) -> attendant.bytesCame(buffer, length, sink, () -> output.giveBack(buffer)),
                why -> attendant.endBecause(new Ending.OutputRefused("its output could not be read: " + why)));
        errors.start(
                (buffer, length) -> {
                    tail.write(buffer, 0, length);
                    errors.giveBack(buffer);
                },
                why -> LOG.debug("stderr of a child could not be read: {}", why));
        if (input instanceof Input.FromStream from) {
            feed(from.stream());
        }
        Future<?> unused = Daemon.start(this::await);
    }

    /** Leaves behind what only a process that outlived the child keeps open. */
    void abandon() {
        output.abandon();
        errors.abandon();
        if (feeder != null) {
            feeder.abandon();
        }
    }

    private void feed(InputStream from) {
        feeder = new Feeder(from, child.getOutputStream());
        feeder.start(
                why -> attendant.endBecause(new Ending.OutputRefused("its input could not be read: " + why)),
                attendant::streamEnded);
    }

    private void await() {
        try {
            attendant.childEnded(child.waitFor());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

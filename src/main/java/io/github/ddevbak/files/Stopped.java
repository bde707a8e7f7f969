package io.github.ddevbak.files;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.function.BooleanSupplier;

/** How file work ends when the user wants to stop: by an exception that is not one of the files'. */
final class Stopped {
    private Stopped() {}

    static void unlessGoing(BooleanSupplier cancelled) throws InterruptedIOException {
        if (cancelled.getAsBoolean()) {
            throw new InterruptedIOException("The look at the files was cancelled.");
        }
    }

    /** Lets a cancellation through where other exceptions are about to be handled. */
    static void rethrow(IOException exception) throws InterruptedIOException {
        if (exception instanceof InterruptedIOException stopped) {
            throw stopped;
        }
    }

    /** Waiting was interrupted: the flag is put back. */
    static InterruptedIOException interrupted() {
        Thread.currentThread().interrupt();
        return new InterruptedIOException("The look at the files was interrupted.");
    }
}

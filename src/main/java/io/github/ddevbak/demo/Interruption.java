package io.github.ddevbak.demo;

import io.github.ddevbak.process.Ending;
import io.github.ddevbak.process.Invocation;
import java.util.Optional;

/** How a call is cut short in its middle, if it is. */
record Interruption(Optional<Ending> cut) {

    /** Reads it off the faults; a user's wish to stop does not cut a sheltered call. */
    static Interruption of(Invocation invocation, Strikes strikes, Delivery delivery) {
        if (strikes.has(Fault.Kind.HANGS)) {
            return new Interruption(Optional.of(new Ending.TimedOut(invocation.timeout())));
        }
        if (strikes.has(Fault.Kind.DIES_HALF_WAY)) {
            return new Interruption(Optional.of(new Ending.Exited(Said.KILLED)));
        }
        if (strikes.has(Fault.Kind.CANCELLED_HALF_WAY) && !invocation.sheltered()) {
            return new Interruption(Optional.of(new Ending.Cancelled()));
        }
        if (strikes.has(Fault.Kind.CANCELLED_HALF_WAY)) {
            delivery.cancel();
        }
        return new Interruption(Optional.empty());
    }

    boolean strikes() {
        return cut.isPresent();
    }

    Ending ending() {
        return cut.orElseThrow();
    }
}

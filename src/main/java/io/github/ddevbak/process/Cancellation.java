package io.github.ddevbak.process;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The user's wish to stop, as SIGINT or SIGTERM brought it: asked once, never taken back. */
public final class Cancellation {
    private final Map<Object, Runnable> listeners = new ConcurrentHashMap<>();
    private volatile boolean requested;

    public void request() {
        requested = true;
        listeners.values().forEach(Runnable::run);
    }

    public boolean requested() {
        return requested;
    }

    /** Calls the listener on a cancellation, at once where it was asked before; close to stop listening. */
    public Listening onRequest(Runnable listener) {
        Object key = new Object();
        listeners.put(key, listener);
        if (requested) {
            listener.run();
        }
        return () -> listeners.remove(key);
    }

    /** A registered listener. */
    @FunctionalInterface
    public interface Listening extends AutoCloseable {
        @Override
        void close();
    }
}

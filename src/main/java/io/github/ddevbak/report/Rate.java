package io.github.ddevbak.report;

import java.util.ArrayDeque;
import java.util.Deque;

/** How fast files and bytes came in the last seconds; a start that was slow or quick is soon forgotten. */
final class Rate {
    private static final long WINDOW_MILLIS = 5_000;
    private static final long LEAST_MILLIS = 500;

    private final Deque<Sample> samples = new ArrayDeque<>();

    private record Sample(long millis, long files, long bytes) {}

    /** Takes what is done in all at a time; one before the last begins anew, for then the clock was set back. */
    void at(long millis, long files, long bytes) {
        Sample last = samples.peekLast();
        if (last != null && (millis < last.millis || files < last.files || bytes < last.bytes)) {
            samples.clear();
        }
        samples.add(new Sample(millis, files, bytes));
        while (samples.size() > 2 && samples.getFirst().millis < millis - WINDOW_MILLIS) {
            samples.removeFirst();
        }
    }

    /** Bytes in a second; 0 while it is too early to say. */
    double bytes() {
        return samples.isEmpty() ? 0 : perSecond(samples.getLast().bytes - samples.getFirst().bytes);
    }

    /** Files in a second; 0 while it is too early to say. */
    double files() {
        return samples.isEmpty() ? 0 : perSecond(samples.getLast().files - samples.getFirst().files);
    }

    private double perSecond(long amount) {
        long took = samples.getLast().millis - samples.getFirst().millis;
        return took < LEAST_MILLIS ? 0 : amount * 1000.0 / took;
    }
}

package io.github.ddevbak.recovery;

/**
 * Bytes of a file that are not as they must be, or in which the first such byte lies.
 *
 * @param from the first
 * @param to the one after the last
 */
public record ByteRange(long from, long to) {
    public ByteRange {
        if (from < 0 || to < from) {
            throw new IllegalArgumentException("no range of bytes: " + from + " to " + to);
        }
    }

    /** Such as {@code bytes 512-1023}; the last one is among them. */
    public String words() {
        return to - from == 1 ? "byte " + from : to == from ? "at byte " + from : "bytes " + from + "-" + (to - 1);
    }
}

package io.github.ddevbak.database;

/** What may be a mark of several bytes, such as the delimiter {@code ;;}, once its first byte was met. */
final class Mark implements Region {
    private final byte[] bytes;
    private int matched;
    private boolean over;

    Mark(byte[] bytes) {
        this.bytes = bytes;
    }

    byte first() {
        return bytes[0];
    }

    int length() {
        return bytes.length;
    }

    void begin() {
        matched = 1;
        over = bytes.length == 1;
    }

    /** Whether all of the mark was there. */
    boolean met() {
        return matched == bytes.length;
    }

    @Override
    public int read(byte[] from, int start, int to) {
        int at = start;
        while (at < to && !over) {
            if (from[at] == bytes[matched]) {
                matched++;
                at++;
                over = met();
            } else {
                over = true;
            }
        }
        return at;
    }

    @Override
    public boolean over() {
        return over;
    }

    @Override
    public String name() {
        return "a statement";
    }
}

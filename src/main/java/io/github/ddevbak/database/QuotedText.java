package io.github.ddevbak.database;

/** A string or a quoted name: up to the next quote that is neither doubled nor behind a backslash. */
final class QuotedText implements Region {

    private enum State {
        INSIDE,
        ESCAPED,
        QUOTE,
        OVER
    }

    private final WordBuffer kept = new WordBuffer(1024);
    private State state = State.OVER;
    private byte quote;
    private boolean escapes;
    private boolean keeps;

    /**
     * Begins behind the opening quote.
     *
     * @param escapes whether a backslash takes the next byte with it
     * @param keeps whether the text is asked for afterwards
     */
    void begin(byte quote, boolean escapes, boolean keeps) {
        this.quote = quote;
        this.escapes = escapes;
        this.keeps = keeps;
        kept.clear();
        state = State.INSIDE;
    }

    boolean kept() {
        return keeps;
    }

    /** The text, or the beginning of a long one, with its escapes as they were. */
    String text() {
        return kept.text();
    }

    @Override
    public int read(byte[] bytes, int from, int to) {
        int at = from;
        if (state == State.ESCAPED) {
            state = State.INSIDE;
            at++;
        }
        while (at < to && state != State.OVER) {
            if (state == State.QUOTE) {
                state = bytes[at] == quote ? State.INSIDE : State.OVER;
                at += state == State.INSIDE ? 1 : 0;
            } else {
                at = inside(bytes, at, to);
            }
        }
        return at;
    }

    private int inside(byte[] bytes, int from, int to) {
        byte end = quote;
        byte escape = escapes ? (byte) '\\' : end;
        int at = ByteSearch.first(bytes, from, to, end, escape);
        while (at < to && bytes[at] != end) {
            at = ByteSearch.first(bytes, at + 2, to, end, escape);
        }
        int stop = Math.min(at, to);
        if (keeps) {
            kept.add(bytes, from, stop);
        }
        if (at < to) {
            boolean closed = at + 1 < to && bytes[at + 1] != end;
            state = closed ? State.OVER : State.QUOTE;
            return at + 1;
        }
        state = at > to ? State.ESCAPED : State.INSIDE;
        return stop;
    }

    @Override
    public boolean over() {
        return state == State.OVER;
    }

    @Override
    public String name() {
        if (state == State.QUOTE) {
            return "a statement";
        }
        return quote == '\'' ? "a quoted string" : "a quoted name";
    }
}

package io.github.ddevbak.database;

/** The lines that follow {@code COPY … FROM stdin;} up to the line that holds only a backslash and a dot. */
final class CopyData implements Region {
    static final String NAME = "the data of a COPY block";

    private enum State {
        LINE_START,
        LINE,
        BACKSLASH,
        DOT,
        ENDED
    }

    private State state = State.ENDED;
    private long rows;

    void begin() {
        state = State.LINE_START;
        rows = 0;
    }

    long rows() {
        return rows;
    }

    @Override
    public boolean over() {
        return state == State.ENDED;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public int read(byte[] bytes, int from, int to) {
        int at = from;
        while (at < to && state != State.ENDED) {
            at = switch (state) {
                case LINE -> line(bytes, at, to);
                case LINE_START -> next(bytes[at] == '\\', State.BACKSLASH, at);
                case BACKSLASH -> next(bytes[at] == '.', State.DOT, at);
                default -> next(bytes[at] == '\n', State.ENDED, at);
            };
        }
        return at;
    }

    private int next(boolean asHoped, State hoped, int at) {
        state = asHoped ? hoped : State.LINE;
        return asHoped ? at + 1 : at;
    }

    private int line(byte[] bytes, int from, int to) {
        int at = from;
        while (at < to) {
            at = ByteSearch.first(bytes, at, to, (byte) '\n') + 1;
            if (at > to) {
                return to;
            }
            rows++;
            if (at == to || bytes[at] == '\\') {
                state = State.LINE_START;
                return at;
            }
        }
        return at;
    }
}

package io.github.ddevbak.database;

/** What may be a comment of PostgreSQL, once its first byte was met: a dash or a slash. Those in stars may be nested. */
final class PostgresComment implements Region {

    private enum State {
        DASH,
        LINE,
        SLASH,
        INSIDE,
        INSIDE_STAR,
        INSIDE_SLASH,
        NO_COMMENT,
        ENDED
    }

    private State state = State.ENDED;
    private int depth;

    void begin(byte first) {
        depth = 0;
        state = first == '-' ? State.DASH : State.SLASH;
    }

    /** Whether it turned out to be SQL: a minus or a division. */
    boolean none() {
        return state == State.NO_COMMENT;
    }

    @Override
    public int read(byte[] bytes, int from, int to) {
        int at = from;
        while (at < to && !over()) {
            at += step(bytes[at]) ? 1 : 0;
        }
        return at;
    }

    @Override
    public boolean over() {
        return state.compareTo(State.NO_COMMENT) >= 0;
    }

    @Override
    public String name() {
        return switch (state) {
            case DASH, SLASH -> "a statement";
            case LINE -> "a comment line";
            default -> "a comment";
        };
    }

    /** False where the byte must be read again in the new state. */
    private boolean step(byte found) {
        return switch (state) {
            case DASH -> found == '-' ? go(State.LINE) : back(State.NO_COMMENT);
            case LINE -> found != '\n' || go(State.ENDED);
            case SLASH -> found == '*' ? deeper() : back(State.NO_COMMENT);
            case INSIDE -> inside(found);
            case INSIDE_STAR -> found == '/' ? higher() : (found == '*' || back(State.INSIDE));
            default -> found == '*' ? deeper() : back(State.INSIDE);
        };
    }

    private boolean go(State next) {
        state = next;
        return true;
    }

    private boolean back(State next) {
        state = next;
        return false;
    }

    private boolean inside(byte found) {
        return switch (found) {
            case '*' -> go(State.INSIDE_STAR);
            case '/' -> go(State.INSIDE_SLASH);
            default -> true;
        };
    }

    private boolean deeper() {
        depth++;
        return go(State.INSIDE);
    }

    private boolean higher() {
        depth--;
        return go(depth == 0 ? State.ENDED : State.INSIDE);
    }
}

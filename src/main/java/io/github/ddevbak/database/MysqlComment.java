package io.github.ddevbak.database;

/** What may be a comment of MySQL or MariaDB, once its first byte was met: a dash, a slash or a hash. */
final class MysqlComment implements Region {

    private enum State {
        DASH,
        TWO_DASHES,
        LINE,
        SLASH,
        OPENED,
        FOR_MARIADB,
        VERSION,
        INSIDE,
        STAR,
        NO_COMMENT,
        ENDED,
        VERSIONED
    }

    /** mariadb-dump since May 2024 begins with {@code /*M!999999\- enable the sandbox mode}, no server's SQL. */
    private static final int NO_VERSION = 999999;

    private State state = State.ENDED;
    private int version;

    void begin(byte first) {
        state = switch (first) {
            case '-' -> State.DASH;
            case '#' -> State.LINE;
            default -> State.SLASH;
        };
    }

    /** Whether it turned out to be SQL: a minus or a division. */
    boolean none() {
        return state == State.NO_COMMENT;
    }

    /** Whether SQL follows that only servers from some version on read. */
    boolean versioned() {
        return state == State.VERSIONED;
    }

    @Override
    public int read(byte[] bytes, int from, int to) {
        int at = from;
        while (at < to && !over()) {
            at = switch (state) {
                case LINE -> skipTo((byte) '\n', State.ENDED, bytes, at, to);
                case INSIDE -> skipTo((byte) '*', State.STAR, bytes, at, to);
                default -> step(bytes[at]) ? at + 1 : at;
            };
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
            case DASH, TWO_DASHES, SLASH -> "a statement";
            case LINE -> "a comment line";
            default -> "a comment";
        };
    }

    private int skipTo(byte end, State then, byte[] bytes, int from, int to) {
        int at = ByteSearch.first(bytes, from, to, end);
        if (at == to) {
            return at;
        }
        state = then;
        return at + 1;
    }

    /** False where the byte must be read again in the new state. */
    private boolean step(byte found) {
        return switch (state) {
            case DASH -> found == '-' ? go(State.TWO_DASHES) : back(State.NO_COMMENT);
            case TWO_DASHES -> back(found >= 0 && found <= ' ' ? State.LINE : State.NO_COMMENT);
            case SLASH -> found == '*' ? go(State.OPENED) : back(State.NO_COMMENT);
            case OPENED -> opened(found);
            case FOR_MARIADB -> found == '!' ? versionFollows() : back(State.INSIDE);
            case VERSION -> version(found);
            default -> found == '/' ? go(State.ENDED) : (found == '*' || go(State.INSIDE));
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

    private boolean opened(byte found) {
        return switch (found) {
            case '!' -> versionFollows();
            case 'M' -> go(State.FOR_MARIADB);
            default -> back(State.INSIDE);
        };
    }

    private boolean versionFollows() {
        version = 0;
        return go(State.VERSION);
    }

    private boolean version(byte found) {
        if (found >= '0' && found <= '9') {
            version = Math.min(version * 10 + found - '0', NO_VERSION + 1);
            return true;
        }
        return back(version == NO_VERSION ? State.INSIDE : State.VERSIONED);
    }
}

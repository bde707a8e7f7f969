package io.github.ddevbak.database;

import java.util.Arrays;

/** What may be a dollar-quoted string of PostgreSQL, such as {@code $_$ … $_$}, once its first dollar sign was met. */
final class DollarQuote implements Region {

    private enum State {
        SIGN,
        TAG,
        BODY,
        CLOSING,
        NO_QUOTE,
        ENDED
    }

    private State state = State.ENDED;
    private byte[] tag = new byte[64];
    private int length;
    private int matched;

    void begin() {
        state = State.SIGN;
        length = 0;
    }

    /** Whether it turned out to be a lone dollar sign, such as that of a parameter. */
    boolean none() {
        return state == State.NO_QUOTE;
    }

    @Override
    public int read(byte[] bytes, int from, int to) {
        int at = from;
        while (at < to && !over()) {
            at = switch (state) {
                case BODY -> body(bytes, at, to);
                default -> step(bytes[at]) ? at + 1 : at;
            };
        }
        return at;
    }

    @Override
    public boolean over() {
        return state.compareTo(State.NO_QUOTE) >= 0;
    }

    @Override
    public String name() {
        return state == State.SIGN ? "a statement" : "a dollar-quoted body";
    }

    private int body(byte[] bytes, int from, int to) {
        int at = ByteSearch.first(bytes, from, to, (byte) '$');
        if (at == to) {
            return at;
        }
        matched = 0;
        state = State.CLOSING;
        return at + 1;
    }

    /** False where the byte must be read again in the new state. */
    private boolean step(byte found) {
        return switch (state) {
            case SIGN -> sign(found);
            case TAG -> tag(found);
            default -> closing(found);
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

    private boolean sign(byte found) {
        boolean digit = found >= '0' && found <= '9';
        if (found == '$') {
            return go(State.BODY);
        }
        return back(ByteKinds.inWord(found) && !digit ? State.TAG : State.NO_QUOTE);
    }

    private boolean tag(byte found) {
        if (found == '$') {
            return go(State.BODY);
        }
        if (!ByteKinds.inWord(found)) {
            return back(State.NO_QUOTE);
        }
        tag = length == tag.length ? Arrays.copyOf(tag, length * 2) : tag;
        tag[length++] = found;
        return true;
    }

    private boolean closing(byte found) {
        if (matched == length) {
            return found == '$' ? go(State.ENDED) : back(State.BODY);
        }
        if (found != tag[matched]) {
            return back(State.BODY);
        }
        matched++;
        return true;
    }
}

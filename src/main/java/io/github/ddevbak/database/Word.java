package io.github.ddevbak.database;

/** An unquoted word or number of a statement. */
final class Word implements Region {
    private final WordBuffer letters = new WordBuffer(64);
    private boolean over;

    void begin() {
        letters.clear();
        over = false;
    }

    boolean is(char letter) {
        return letters.is(letter);
    }

    String upperCase() {
        return letters.upperCase();
    }

    @Override
    public int read(byte[] bytes, int from, int to) {
        int at = from;
        while (at < to && ByteKinds.inWord(bytes[at])) {
            at++;
        }
        letters.add(bytes, from, at);
        over = at < to;
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

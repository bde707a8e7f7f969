package io.github.ddevbak.database;

/** What follows up to the end of the line, which the client reads and not the server. */
final class RestOfLine implements Region {
    private final String name;
    private final WordBuffer kept = new WordBuffer(512);
    private boolean over;

    RestOfLine(String name) {
        this.name = name;
    }

    void begin() {
        kept.clear();
        over = false;
    }

    String text() {
        return kept.text().strip();
    }

    @Override
    public int read(byte[] bytes, int from, int to) {
        int at = ByteSearch.first(bytes, from, to, (byte) '\n');
        kept.add(bytes, from, at);
        over = at < to;
        return over ? at + 1 : at;
    }

    @Override
    public boolean over() {
        return over;
    }

    @Override
    public String name() {
        return name;
    }
}

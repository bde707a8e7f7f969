package io.github.ddevbak.remote;

/** How the copying of one set to one repository went. */
public enum CopyState {
    /** It was put there, and seen there with every file. */
    COPIED("copied"),
    /** It was there before, and was seen there. */
    THERE("there"),
    /** It is not there. */
    FAILED("failed");

    private final String word;

    CopyState(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }
}

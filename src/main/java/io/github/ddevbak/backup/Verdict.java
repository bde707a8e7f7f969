package io.github.ddevbak.backup;

/** Whether a project could be got back; declared from best to worst. */
public enum Verdict {
    RECOVERABLE("recoverable"),
    AT_RISK("at-risk"),
    NOT_RECOVERABLE("not-recoverable"),
    UNKNOWN("unknown");

    private final String word;

    Verdict(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }

    Verdict worse(Verdict other) {
        return compareTo(other) >= 0 ? this : other;
    }
}

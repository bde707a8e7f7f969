package io.github.ddevbak.remote;

/** Why a repository could not be used; each has a finding code of its own. */
public enum RemoteTrouble {
    RESTIC_MISSING("copy.restic-missing"),
    RESTIC_OLD("copy.restic-old"),
    NO_REPOSITORY("copy.no-repository"),
    CREDENTIALS("copy.wrong-password"),
    LOCKED("copy.locked"),
    UNREACHABLE("copy.unreachable"),
    FULL("copy.no-room"),
    DAMAGED("copy.damaged"),
    CANCELLED("copy.cancelled"),
    OTHER("copy.failed");

    private final String code;

    RemoteTrouble(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }
}

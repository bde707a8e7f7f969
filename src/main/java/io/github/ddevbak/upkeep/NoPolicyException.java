package io.github.ddevbak.upkeep;

/** Thrown where nothing says which sets may go; the message shows how to say it. */
public final class NoPolicyException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public NoPolicyException(String what) {
        super(what + " Say which to keep, such as 'ddevbak prune --keep-daily 7 --keep-weekly 4 --keep-monthly 12',"
                + " or write 'keep: {daily: 7, weekly: 4, monthly: 12}' into the configuration. Nothing was removed.");
    }
}

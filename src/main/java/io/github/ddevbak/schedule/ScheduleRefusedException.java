package io.github.ddevbak.schedule;

/** A schedule or hook cannot be had as it was asked for; the message says why and what to do. */
public final class ScheduleRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public ScheduleRefusedException(String sentence) {
        super(sentence);
    }

    public ScheduleRefusedException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}

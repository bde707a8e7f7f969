package io.github.ddevbak.notice;

/** A notice that did not get through; the message says why, begins small and has no secret in it. */
final class NoticeFailedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NoticeFailedException(String why) {
        super(why);
    }
}

package io.github.ddevbak.process;

/** A program that had to succeed did not; the message is a sentence for the user. */
public final class ProcessFailedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient ProcessResult result;

    public ProcessFailedException(Invocation invocation, ProcessResult result) {
        super(invocation.typed() + ": " + result.ending().words()
                + (result.lastWords().isEmpty() ? "" : ": " + result.lastWords()));
        this.result = result;
    }

    public ProcessResult result() {
        return result;
    }
}

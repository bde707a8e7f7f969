package io.github.ddevbak.remote;

import io.github.ddevbak.project.Finding;

/** A repository could not be used; what came of others is untouched. */
public final class RemoteException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final RemoteTrouble trouble;
    private final String sentence;
    private final String hint;

    RemoteException(RemoteTrouble trouble, String sentence, String hint) {
        super(text(finding(trouble, sentence, hint)));
        this.trouble = trouble;
        this.sentence = sentence;
        this.hint = hint;
    }

    public RemoteTrouble trouble() {
        return trouble;
    }

    /** As an error, with what to do. */
    public Finding finding() {
        return finding(trouble, sentence, hint);
    }

    private static Finding finding(RemoteTrouble trouble, String sentence, String hint) {
        return Finding.error(trouble.code(), sentence, hint);
    }

    private static String text(Finding finding) {
        return (finding.sentence() + " " + finding.hint()).strip();
    }
}

package io.github.ddevbak.files;

import java.io.IOException;

/** What was named as a manifest is none; the message is a sentence for the user. */
public final class NoManifestException extends IOException {
    private static final long serialVersionUID = 1L;

    public NoManifestException(String message) {
        super(message);
    }
}

package io.github.ddevbak.store;

/** Thrown where a file of ours is not what it must be; the message is a sentence that names the file and what to do. */
public final class StoredFileException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public StoredFileException(String sentence) {
        super(sentence);
    }

    public StoredFileException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}

package io.github.ddevbak.files;

/** Is told how far a look at user files has come; on the thread that asked for the look, some times a second. */
@FunctionalInterface
public interface FilesProgress {
    FilesProgress NONE = (files, bytes, ofFiles, ofBytes) -> {};

    /**
     * So much is done.
     *
     * @param bytes of files that were read, or known to be unchanged
     * @param ofFiles how many there were the last time, 0 where that is not known
     * @param ofBytes likewise
     */
    void done(long files, long bytes, long ofFiles, long ofBytes);
}

package io.github.ddevbak.recovery;

/** Hears how far a verification has come; may be told from any thread. */
public interface VerifyListener {
    /** Hears nothing. */
    VerifyListener NONE = new VerifyListener() {
        @Override
        public void read(long files, long bytes, long ofBytes) {
            // Nobody listens.
        }

        @Override
        public void verified(VerifiedSet set) {
            // Nobody listens.
        }
    };

    /** So many files and bytes are read, of about so many bytes. */
    void read(long files, long bytes, long ofBytes);

    /** A set is done. */
    void verified(VerifiedSet set);
}

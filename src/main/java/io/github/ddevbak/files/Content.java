package io.github.ddevbak.files;

import io.github.ddevbak.files.FileDigest.Outcome;
import java.io.IOException;

/** What becomes of what a manifest's run meets, beside the lines that are written of it. */
interface Content {
    /** Nothing more: files are only hashed. */
    Content NONE = new Content() {
        @Override
        public Outcome file(Entry entry, Hash hash) {
            return hash.read();
        }

        @Override
        public void link(Entry entry) {
            // its line says all
        }

        @Override
        public void folder(Entry entry) {
            // its line says all
        }
    };

    /** The hash of the file that was met: read from it, or known, where it is unchanged. */
    @FunctionalInterface
    interface Hash {
        Outcome read();
    }

    /** Takes a regular file, on any of the threads; either asks for the hash, or reads the file itself. */
    Outcome file(Entry entry, Hash hash);

    /** Takes a link that does not lead out of the project, on the run's own thread. */
    void link(Entry entry) throws IOException;

    /** Takes an empty folder, on the run's own thread. */
    void folder(Entry entry) throws IOException;
}

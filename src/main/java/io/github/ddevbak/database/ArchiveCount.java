package io.github.ddevbak.database;

import java.io.OutputStream;
import java.util.Optional;

/** Takes the tar stream of a volume and keeps nothing of it but what it holds. */
public final class ArchiveCount extends OutputStream {
    private final TarContent content = new TarContent(new VolumeEntries());

    @Override
    public void write(int one) {
        write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
        content.accept(bytes, offset, length);
    }

    /** Files and links. */
    public long files() {
        return content.files();
    }

    /** What the files come to. */
    public long bytes() {
        return content.bytes();
    }

    /** Why what came cannot be a whole archive; empty where nothing speaks against it. */
    public Optional<String> objection() {
        return content.archiveObjection();
    }
}

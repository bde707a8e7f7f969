package io.github.ddevbak.database;

import io.github.ddevbak.project.DumpFormat;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Optional;

/** The sink the tar stream of a volume goes through: checks its entries, counts, compresses and hashes in one pass. */
public final class ArchiveWriter extends OutputStream {
    private final TarContent content = new TarContent(new VolumeEntries());
    private final CompressedFile file;

    /**
     * Makes the file, readable by its owner only.
     *
     * @param target the {@code .tar.gz}
     * @param threads how many compress; at least one
     * @throws IOException where the target exists already or cannot be made
     */
    public ArchiveWriter(Path target, int threads) throws IOException {
        file = new CompressedFile(target, DumpFormat.GZ, content, threads);
    }

    @Override
    public void write(int one) throws IOException {
        file.write(one);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        file.write(bytes, offset, length);
    }

    /** Why what came so far cannot be a whole archive; empty where nothing speaks against it. */
    public Optional<String> objection() {
        return content.archiveObjection();
    }

    /**
     * Ends the file and puts it on the disk.
     *
     * @return what was written; ask it for its objection
     * @throws IOException where the file cannot be written; {@link #close} then deletes it
     */
    public ArchiveFacts finish() throws IOException {
        file.finish();
        return new ArchiveFacts(
                file.bytes(), file.sha256(), file.bytes(), content.files(), content.bytes(), objection());
    }

    /** Without {@link #finish} before: stops the threads and deletes the file. */
    @Override
    public void close() throws IOException {
        file.close();
    }
}

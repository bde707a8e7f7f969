package io.github.ddevbak.database;

import com.github.luben.zstd.ZstdInputStreamNoFinalizer;
import io.github.ddevbak.project.DumpFormat;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.zip.GZIPInputStream;

/** How a snapshot or a dump is packed, read and, for a dump, written; the end of the file's name tells it, else its beginning. */
enum Compression {
    ZSTD(".zst", "28b52ffd"),
    GZIP(".gz", "1f8b"),
    NONE("stream", "");

    private static final int BUFFER = 128 * 1024;

    /** One packs more than a database server gives, and each holds blocks of its own. */
    private static final int FRAME_THREADS = 4;

    private final String suffix;
    private final String magic;

    Compression(String suffix, String magic) {
        this.suffix = suffix;
        this.magic = magic;
    }

    /** @param beginning the first bytes of the file, asked where the name tells nothing */
    static Compression of(String fileName, byte[] beginning) {
        return Arrays.stream(values())
                .filter(way -> fileName.endsWith(way.suffix))
                .findFirst()
                .or(() -> Arrays.stream(values())
                        .filter(way -> way.begins(beginning))
                        .findFirst())
                .orElse(NONE);
    }

    static Compression of(DumpFormat format) {
        return switch (format) {
            case GZ -> GZIP;
            case ZST -> ZSTD;
            case SQL -> NONE;
        };
    }

    /** What its files are, for a sentence; empty for plain ones. */
    String title() {
        return this == NONE ? "" : name().toLowerCase(Locale.ROOT);
    }

    boolean begins(byte[] beginning) {
        return HexFormat.of().formatHex(beginning).startsWith(magic);
    }

    /** Reads to the end, every frame or member with its checksum; an IOException of the decoder means damage. */
    void unpack(InputStream in, ByteSink sink) throws IOException {
        try {
            switch (this) {
                case GZIP -> GzipMembers.read(in, sink);
                case ZSTD -> ZstdFrames.read(in, sink);
                case NONE -> copy(in, sink);
            }
        } catch (LinkageError e) {
            throw notLoaded("read", e);
        }
    }

    /** The plain bytes of a file that was read to its end before; closing it closes what it reads. */
    InputStream unpacked(InputStream in) throws IOException {
        try {
            return switch (this) {
                case GZIP -> new GZIPInputStream(in, BUFFER);
                case ZSTD -> new ZstdInputStreamNoFinalizer(in);
                case NONE -> in;
            };
        } catch (LinkageError e) {
            throw notLoaded("read", e);
        }
    }

    /**
     * Writes a dump.
     *
     * @param threads that compress
     */
    DumpSink packed(OutputStream file, int threads) throws IOException {
        try {
            return switch (this) {
                case GZIP -> new ParallelBlocks(file, threads, new Packing.Gzip());
                case ZSTD -> new ParallelBlocks(file, Math.min(threads, FRAME_THREADS), new Packing.Frames());
                case NONE -> new DumpSink.Plain(file);
            };
        } catch (LinkageError e) {
            throw notLoaded("written", e);
        }
    }

    private static IOException notLoaded(String what, LinkageError why) {
        return new IOException(
                "zstd files cannot be " + what + ", because the library for it cannot be loaded from the folder"
                        + " for temporary files; let programs run there, or set java.io.tmpdir",
                why);
    }

    private static void copy(InputStream in, ByteSink sink) throws IOException {
        byte[] buffer = new byte[BUFFER];
        for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
            sink.accept(buffer, 0, count);
        }
    }
}

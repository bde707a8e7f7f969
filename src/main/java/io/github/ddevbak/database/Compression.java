package io.github.ddevbak.database;

import com.github.luben.zstd.ZstdInputStreamNoFinalizer;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.HexFormat;

/** How a snapshot file is packed: told by the end of its name, else by its first bytes. */
enum Compression {
    ZSTD(".zst", "28b52ffd"),
    GZIP(".gz", "1f8b"),
    NONE("stream", "");

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

    boolean begins(byte[] beginning) {
        return HexFormat.of().formatHex(beginning).startsWith(magic);
    }

    /** Reads to the end, every frame or member with its checksum; an IOException of the decoder means damage. */
    void unpack(InputStream in, ByteSink sink) throws IOException {
        switch (this) {
            case GZIP -> GzipMembers.read(in, sink);
            case ZSTD -> {
                try (ZstdInputStreamNoFinalizer frames = new ZstdInputStreamNoFinalizer(in)) {
                    copy(frames, sink);
                } catch (LinkageError e) {
                    throw new IOException(
                            "zstd files cannot be read, because the library for it cannot be loaded from the folder"
                                    + " for temporary files; let programs run there, or set java.io.tmpdir",
                            e);
                }
            }
            case NONE -> copy(in, sink);
        }
    }

    private static void copy(InputStream in, ByteSink sink) throws IOException {
        byte[] buffer = new byte[128 * 1024];
        for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
            sink.accept(buffer, 0, count);
        }
    }
}

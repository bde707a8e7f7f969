package io.github.ddevbak.files;

import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * What a manifest or the file system says of one name.
 *
 * @param type a word: {@code file}, {@code folder}, {@code link} or {@code special}
 * @param size bytes; {@link #UNKNOWN} where only a checksum was recorded
 * @param modified nanoseconds since 1970 UTC; {@link #UNKNOWN} likewise
 * @param mode the nine permission bits; {@link #UNKNOWN} likewise
 * @param sha256 of a file: 64 lower-case hexadecimal digits
 * @param target where a link points
 */
public record FileState(
        String type, long size, long modified, int mode, Optional<String> sha256, Optional<RawPath> target) {
    public static final int UNKNOWN = -1;

    static final String FILE = "file";
    static final String FOLDER = "folder";
    static final String LINK = "link";
    static final String SPECIAL = "special";

    private static final List<String> TYPES = List.of(FILE, FOLDER, LINK, SPECIAL);
    private static final int DIGEST = 32;

    /** SHA-256 of nothing: files that hold nothing are not told apart, and so never moved. */
    private static final String OF_NOTHING = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

    static FileState checksum(String sha256) {
        return new FileState(FILE, UNKNOWN, UNKNOWN, UNKNOWN, Optional.of(sha256), Optional.empty());
    }

    /** A folder of which nothing else was recorded. */
    static FileState folder() {
        return new FileState(FOLDER, UNKNOWN, UNKNOWN, UNKNOWN, Optional.empty(), Optional.empty());
    }

    static FileState of(Stat stat, Optional<String> sha256, Optional<RawPath> target) {
        String type = switch (stat.kind()) {
            case FILE -> FILE;
            case DIRECTORY -> FOLDER;
            case SYMLINK -> LINK;
            case OTHER -> SPECIAL;
        };
        return new FileState(type, stat.size(), stat.modified(), stat.mode(), sha256, target);
    }

    /** Whether more than a checksum is known; a time before 1970 is a time. */
    public boolean known() {
        return size != UNKNOWN;
    }

    boolean file() {
        return type.equals(FILE);
    }

    /** Whether the content says which file it is. */
    boolean telling() {
        return file() && sha256.isPresent() && !sha256.get().equals(OF_NOTHING);
    }

    /** Such as {@code 0644}; empty where it is not known. */
    public String octal() {
        return mode == UNKNOWN ? "" : String.valueOf(Character.forDigit(mode >> 9, 8)) + digit(6) + digit(3) + digit(0);
    }

    private char digit(int shift) {
        return Character.forDigit((mode >> shift) & 7, 8);
    }

    byte[] encoded() {
        byte[] where = target.map(RawPath::bytes).orElse(new byte[0]);
        ByteBuffer bytes = ByteBuffer.allocate(1 + 1 + 8 + 8 + 4 + DIGEST + where.length);
        bytes.put((byte) TYPES.indexOf(type));
        bytes.put((byte) ((sha256.isPresent() ? 1 : 0) | (target.isPresent() ? 2 : 0)));
        bytes.putLong(size).putLong(modified).putInt(mode);
        sha256.ifPresent(digits -> bytes.put(HexFormat.of().parseHex(digits)));
        bytes.put(where);
        byte[] exact = new byte[bytes.position()];
        bytes.flip().get(exact);
        return exact;
    }

    static FileState decoded(byte[] encoded) {
        ByteBuffer bytes = ByteBuffer.wrap(encoded);
        String type = TYPES.get(bytes.get());
        int has = bytes.get();
        long size = bytes.getLong();
        long modified = bytes.getLong();
        int mode = bytes.getInt();
        byte[] digest = new byte[(has & 1) == 0 ? 0 : DIGEST];
        bytes.get(digest);
        byte[] where = new byte[bytes.remaining()];
        bytes.get(where);
        return new FileState(
                type,
                size,
                modified,
                mode,
                digest.length == 0
                        ? Optional.empty()
                        : Optional.of(HexFormat.of().formatHex(digest)),
                (has & 2) == 0 ? Optional.empty() : Optional.of(RawPath.of(where)));
    }
}

package io.github.ddevbak.git;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * Reads the file {@code index} as gitformat-index(5) describes it (git 2.51), versions 2 to 4. Entry by entry: a big
 * index is never held. What it does not understand is left to git.
 */
final class IndexFile {
    private static final int SIGNATURE = 0x44495243;
    private static final int SUBMODULE = 0xE000;
    private static final int ASSUME_VALID = 0x8000;
    private static final int EXTENDED = 0x4000;
    private static final int SKIP_WORKTREE = 0x4000;
    private static final int LONG_NAME = 0xFFF;
    private static final int BUFFER = 64 << 10;

    /** Times, device and inode before the mode, and owner and size after it. */
    private static final int BEFORE_MODE = 24;

    private static final int AFTER_MODE = 12;

    private final List<Index.Entry> unwatched = new ArrayList<>();
    private final List<String> submodules = new ArrayList<>();
    private final DataInputStream in;
    private final String prefix;
    private final TrackedFolders folders;
    private final byte[] oid;
    private byte[] name = new byte[256];
    private int length;

    private IndexFile(InputStream in, String prefix, int hash) {
        this.in = new DataInputStream(new BufferedInputStream(in, BUFFER));
        this.prefix = prefix;
        this.folders = new TrackedFolders(prefix);
        this.oid = new byte[hash];
    }

    /** What {@link Index#QUESTION} would answer in the layout's folder; empty where git has to be asked. */
    static Optional<Index> read(Repository repository) {
        Layout layout = repository.layout();
        Path file = layout.gitDir().resolve("index");
        try (InputStream in = Files.newInputStream(file)) {
            return new IndexFile(in, layout.prefix(), repository.config().hashBytes()).index();
        } catch (NoSuchFileException e) {
            return Optional.of(Index.EMPTY);
        } catch (IOException e) {
            // Git says better what is wrong with it.
            return Optional.empty();
        }
    }

    private Optional<Index> index() throws IOException {
        if (in.readInt() != SIGNATURE) {
            return Optional.empty();
        }
        int version = in.readInt();
        int entries = in.readInt();
        if (version < 2 || version > 4 || entries < 0) {
            return Optional.empty();
        }
        int size = 0;
        for (int i = 0; i < entries; i++) {
            size += entry(version) ? 1 : 0;
        }
        return onlyUsualExtensions()
                ? Optional.of(new Index(size, unwatched, submodules, folders.found()))
                : Optional.empty();
    }

    /** Reads one entry; false where it is not below the folder. */
    private boolean entry(int version) throws IOException {
        in.skipNBytes(BEFORE_MODE);
        int mode = in.readInt();
        in.skipNBytes(AFTER_MODE);
        in.readFully(oid);
        int flags = in.readUnsignedShort();
        boolean extended = version > 2 && (flags & EXTENDED) != 0;
        boolean skipped = extended && (in.readUnsignedShort() & SKIP_WORKTREE) != 0;
        if (version == 4) {
            compressedName();
        } else {
            paddedName(flags & LONG_NAME, BEFORE_MODE + 4 + AFTER_MODE + oid.length + (extended ? 4 : 2));
        }
        boolean submodule = (mode & 0xF000) == SUBMODULE;
        boolean unusual = submodule || skipped || (flags & ASSUME_VALID) != 0;
        if (!unusual && prefix.isEmpty()) {
            folders.take(name, length);
            return true;
        }
        String path = new String(name, 0, length, StandardCharsets.UTF_8);
        boolean below = path.startsWith(prefix);
        if (below) {
            folders.take(name, length);
        }
        if (below && submodule) {
            submodules.add(path);
        } else if (below && unusual) {
            unwatched.add(new Index.Entry(
                    skipped, Integer.toOctalString(mode), HexFormat.of().formatHex(oid), path));
        }
        return below;
    }

    /** The name, and NULs up to a multiple of eight; a very long one does not tell its length. */
    private void paddedName(int told, int before) throws IOException {
        length = 0;
        if (told < LONG_NAME) {
            grow(told);
            in.readFully(name, 0, told);
            length = told;
        } else {
            upToNul();
            in.skipNBytes(7 - (before + length) % 8);
            return;
        }
        in.skipNBytes(8 - (before + length) % 8);
    }

    /** So many bytes less than the name before, and then what follows up to a NUL. */
    private void compressedName() throws IOException {
        int read = in.readUnsignedByte();
        long less = read & 0x7F;
        while ((read & 0x80) != 0) {
            read = in.readUnsignedByte();
            less = ((less + 1) << 7) + (read & 0x7F);
        }
        if (less > length) {
            throw new EOFException("a name that is shorter than nothing");
        }
        length -= (int) less;
        upToNul();
    }

    private void upToNul() throws IOException {
        for (int read = in.readUnsignedByte(); read != 0; read = in.readUnsignedByte()) {
            grow(length + 1);
            name[length++] = (byte) read;
        }
    }

    private void grow(int wanted) {
        if (wanted > name.length) {
            byte[] wider = new byte[wanted * 2];
            System.arraycopy(name, 0, wider, 0, length);
            name = wider;
        }
    }

    /** What a reader must understand begins with a small letter: a split index ({@code link}), a sparse one. */
    private boolean onlyUsualExtensions() throws IOException {
        while (in.available() > oid.length) {
            int first = in.readUnsignedByte();
            in.skipNBytes(3);
            long bytes = Integer.toUnsignedLong(in.readInt());
            if (first < 'A' || first > 'Z') {
                return false;
            }
            in.skipNBytes(bytes);
        }
        return in.available() == oid.length;
    }
}

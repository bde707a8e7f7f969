package io.github.ddevbak.database;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A tar archive: valid headers up to the blocks that end it; as a snapshot of PostgreSQL with a PG_VERSION among them. */
final class TarContent implements SnapshotContent {
    private static final int BLOCK = 512;

    /** Where POSIX ustar and GNU tar keep a header's fields. */
    private static final int NAME_LENGTH = 100;

    private static final int SIZE = 124;
    private static final int CHECKSUM = 148;
    private static final int TYPE = 156;
    private static final int PREFIX = 345;

    private final FieldBuffer header = new FieldBuffer(BLOCK);
    private long skipping;
    private boolean zeroBlock;
    private boolean ended;
    private boolean version;
    private long files;
    private @Nullable String damage;

    TarContent() {
        header.expect(BLOCK);
    }

    @Override
    public void accept(byte[] bytes, int offset, int length) {
        int at = offset;
        int end = offset + length;
        while (at < end && damage == null && !ended) {
            at += skipping > 0 ? skip(end - at) : header(bytes, at, end - at);
        }
    }

    @Override
    public Optional<String> objection() {
        return archiveObjection()
                .or(() -> version ? Optional.empty() : Optional.of("its tar archive holds no PG_VERSION"));
    }

    /** The same of an archive of anything. */
    Optional<String> archiveObjection() {
        if (damage != null) {
            return Optional.of(damage);
        }
        return ended ? Optional.empty() : Optional.of("its tar archive ends before its end mark");
    }

    /** Files and links. */
    long files() {
        return files;
    }

    private int skip(int count) {
        int taken = (int) Math.min(skipping, count);
        skipping -= taken;
        return taken;
    }

    private int header(byte[] bytes, int offset, int count) {
        int taken = header.take(bytes, offset, count);
        if (header.complete()) {
            if (allZero()) {
                ended = zeroBlock;
                zeroBlock = true;
            } else {
                entry();
            }
            header.expect(BLOCK);
        }
        return taken;
    }

    private void entry() {
        zeroBlock = false;
        long size = size();
        if (size < 0 || sum() != octal(CHECKSUM, 8)) {
            damage = "its tar archive holds a damaged header";
            return;
        }
        skipping = (size + BLOCK - 1) / BLOCK * BLOCK;
        int type = header.at(TYPE);
        files += type == '0' || type == '2' || type == 0 ? 1 : 0;
        String name = header.text(0, NAME_LENGTH);
        int end = name.indexOf(0);
        name = end < 0 ? name : name.substring(0, end);
        version |= header.at(PREFIX) == 0 && (name.equals("PG_VERSION") || name.endsWith("/PG_VERSION"));
    }

    private boolean allZero() {
        for (int i = 0; i < BLOCK; i++) {
            if (header.at(i) != 0) {
                return false;
            }
        }
        return true;
    }

    private long sum() {
        long sum = 0;
        for (int i = 0; i < BLOCK; i++) {
            sum += (i >= CHECKSUM && i < CHECKSUM + 8) ? ' ' : header.at(i) & 0xff;
        }
        return sum;
    }

    /** GNU tar writes sizes from 8 GiB on in binary, marked by the first bit. */
    private long size() {
        if ((header.at(SIZE) & 0x80) == 0) {
            return octal(SIZE, 12);
        }
        long size = 0;
        for (int i = SIZE + 4; i < SIZE + 12; i++) {
            size = (size << 8) | (header.at(i) & 0xff);
        }
        return size;
    }

    private long octal(int offset, int length) {
        long value = 0;
        for (int i = offset; i < offset + length; i++) {
            byte digit = header.at(i);
            if (digit >= '0' && digit <= '7') {
                value = value * 8 + digit - '0';
            } else if (digit != ' ' && digit != 0) {
                return -1;
            }
        }
        return value;
    }
}

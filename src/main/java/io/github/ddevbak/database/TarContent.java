package io.github.ddevbak.database;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A tar archive as GNU tar and POSIX ustar write it: valid headers up to the blocks that end it; as a snapshot of
 * PostgreSQL with a PG_VERSION among them.
 */
final class TarContent implements SnapshotContent {
    private static final int BLOCK = 512;

    /** Where POSIX ustar and GNU tar keep a header's fields. */
    private static final int NAME_LENGTH = 100;

    private static final int SIZE = 124;
    private static final int CHECKSUM = 148;
    private static final int TYPE = 156;
    private static final int TARGET = 157;
    private static final int MAGIC = 257;
    private static final int PREFIX = 345;
    private static final int PREFIX_LENGTH = 155;

    /** Bytes of a name that is the content of an entry of its own; Linux takes none of more than 4096. */
    private static final int LONGEST_NAME = 1 << 16;

    private final FieldBuffer header = new FieldBuffer(BLOCK);
    private final TarEntries entries;
    private final ByteArrayOutputStream longText = new ByteArrayOutputStream();
    private String longName = "";
    private String longTarget = "";
    private long collecting;
    private long skipping;
    private boolean zeroBlock;
    private boolean ended;
    private boolean version;
    private long files;
    private long bytes;
    private @Nullable String damage;

    TarContent() {
        this(TarEntries.ANY);
    }

    /** @param entries looks at each entry */
    TarContent(TarEntries entries) {
        this.entries = entries;
        header.expect(BLOCK);
    }

    @Override
    public void accept(byte[] bytes, int offset, int length) {
        int at = offset;
        int end = offset + length;
        while (at < end && damage == null && !ended) {
            at += skipping > 0 ? skip(bytes, at, end - at) : header(bytes, at, end - at);
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

    /** What the files come to. */
    long bytes() {
        return bytes;
    }

    private int skip(byte[] from, int offset, int count) {
        int taken = (int) Math.min(skipping, count);
        int collected = (int) Math.min(collecting, taken);
        longText.write(from, offset, collected);
        collecting -= collected;
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
        char type = header.at(TYPE) == 0 || header.at(TYPE) == '7' ? '0' : (char) header.at(TYPE);
        takeLongText();
        if (type == 'L' || type == 'K') {
            collecting = size;
            longText.write(type);
            damage = size > LONGEST_NAME ? "its tar archive holds a name that is too long" : null;
            return;
        }
        files += type == '0' || type == '1' || type == '2' ? 1 : 0;
        bytes += type == '0' ? size : 0;
        String name = longName.isEmpty() ? name() : longName;
        String target = longTarget.isEmpty() ? text(TARGET, NAME_LENGTH) : longTarget;
        longName = "";
        longTarget = "";
        version |= name.equals("PG_VERSION") || name.endsWith("/PG_VERSION");
        damage = entries.objection(type, name, target)
                .map(why -> "it holds " + why)
                .orElse(null);
    }

    /** What the entry before this one said of it: its name or where it links to. */
    private void takeLongText() {
        if (longText.size() > 0) {
            String all = ended(longText.toString(StandardCharsets.ISO_8859_1));
            longName = all.charAt(0) == 'L' ? all.substring(1) : longName;
            longTarget = all.charAt(0) == 'K' ? all.substring(1) : longTarget;
            longText.reset();
        }
    }

    /** GNU's own form keeps other things where POSIX's has the beginning of a long name. */
    private String name() {
        String name = text(0, NAME_LENGTH);
        boolean posix = header.at(MAGIC + 5) == 0 && header.at(PREFIX) != 0;
        return posix ? text(PREFIX, PREFIX_LENGTH) + "/" + name : name;
    }

    private String text(int offset, int length) {
        return ended(header.text(offset, length, StandardCharsets.ISO_8859_1));
    }

    private static String ended(String text) {
        int end = text.indexOf(0);
        return end < 0 ? text : text.substring(0, end);
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

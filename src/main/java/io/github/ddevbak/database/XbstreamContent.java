package io.github.ddevbak.database;

import io.github.ddevbak.project.Printable;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * A stream of mariabackup or xtrabackup: chunks of files, each with a checksum, each file with a last chunk.
 *
 * <p>Layout, all numbers little-endian: magic (8), flags (1), type (1), path length (4), path; then for data the
 * payload's length (8), its offset (8), its CRC-32 (4) and itself; Percona 8.0 puts a map before sparse data
 * (MariaDB's extra/mariabackup/xbstream.h, Percona's storage/innobase/xtrabackup/doc/xbstream).
 */
final class XbstreamContent implements SnapshotContent {

    private enum Field {
        HEAD,
        PATH,
        SPARSE_SIZE,
        SIZES,
        SPARSE_MAP,
        PAYLOAD
    }

    private static final String MAGIC = "XBSTCK01";
    private static final int HEAD_SIZE = 14;
    private static final int LONGEST_PATH = 4096;
    private static final int SIZES_SIZE = 20;

    private final FieldBuffer field = new FieldBuffer(LONGEST_PATH);
    private final Set<String> openFiles = new HashSet<>();
    private final CRC32 crc = new CRC32();
    private Field reading = Field.HEAD;
    private byte type;
    private String path = "";
    private long mapLeft;
    private long left;
    private long expectedCrc;
    private boolean checkpoints;
    private @Nullable String damage;

    XbstreamContent() {
        field.expect(HEAD_SIZE);
    }

    @Override
    public void accept(byte[] bytes, int offset, int length) {
        int at = offset;
        int end = offset + length;
        while (at < end && damage == null) {
            at += switch (reading) {
                case PAYLOAD -> payload(bytes, at, end - at);
                case SPARSE_MAP -> sparseMap(end - at);
                default -> field(bytes, at, end - at);
            };
        }
    }

    @Override
    public Optional<String> objection() {
        if (damage != null) {
            return Optional.of(damage);
        }
        if (reading != Field.HEAD || !field.untouched()) {
            return Optional.of("its stream ends inside a chunk");
        }
        if (!openFiles.isEmpty()) {
            return Optional.of("its stream ends before the end of "
                    + Printable.text(openFiles.iterator().next()));
        }
        return checkpoints ? Optional.empty() : Optional.of("it lacks the backup tool's list of checkpoints");
    }

    private int field(byte[] bytes, int offset, int count) {
        int taken = field.take(bytes, offset, count);
        if (field.complete()) {
            switch (reading) {
                case HEAD -> head();
                case PATH -> path();
                case SPARSE_SIZE -> {
                    mapLeft = field.number(0, 4) * 8;
                    expect(Field.SIZES, SIZES_SIZE);
                }
                default -> sizes();
            }
        }
        return taken;
    }

    private void expect(Field next, int size) {
        reading = next;
        field.expect(size);
    }

    private void head() {
        type = field.at(9);
        long length = field.number(10, 4);
        if (!field.text(0, MAGIC.length()).equals(MAGIC)) {
            damage = "its stream holds bytes that are no chunk of a backup";
        } else if (type != 'P' && type != 'E' && type != 'S') {
            damage = "its stream holds a chunk of an unknown type";
        } else if (length == 0 || length > LONGEST_PATH) {
            damage = "its stream holds a chunk without a proper path";
        } else {
            expect(Field.PATH, (int) length);
        }
    }

    private void path() {
        path = field.text();
        if (type == 'E') {
            openFiles.remove(path);
            checkpoints |= path.endsWith("_checkpoints");
            expect(Field.HEAD, HEAD_SIZE);
        } else {
            openFiles.add(path);
            mapLeft = 0;
            expect(type == 'S' ? Field.SPARSE_SIZE : Field.SIZES, type == 'S' ? 4 : SIZES_SIZE);
        }
    }

    private void sizes() {
        left = field.number(0, 8);
        expectedCrc = field.number(16, 4);
        crc.reset();
        if (left < 0) {
            damage = "its stream holds a chunk of an impossible size";
        } else if (mapLeft > 0) {
            reading = Field.SPARSE_MAP;
        } else {
            payloadFollows();
        }
    }

    private int sparseMap(int count) {
        int taken = (int) Math.min(mapLeft, count);
        mapLeft -= taken;
        if (mapLeft == 0) {
            payloadFollows();
        }
        return taken;
    }

    private void payloadFollows() {
        reading = Field.PAYLOAD;
        if (left == 0) {
            expect(Field.HEAD, HEAD_SIZE);
        }
    }

    private int payload(byte[] bytes, int offset, int count) {
        int taken = (int) Math.min(left, count);
        crc.update(bytes, offset, taken);
        left -= taken;
        if (left == 0) {
            if (crc.getValue() != expectedCrc) {
                damage = "its stream holds a damaged chunk of " + Printable.text(path);
            }
            expect(Field.HEAD, HEAD_SIZE);
        }
        return taken;
    }
}

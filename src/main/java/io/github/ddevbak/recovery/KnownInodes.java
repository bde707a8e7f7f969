package io.github.ddevbak.recovery;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/**
 * What was read of files that sets share by hard links, so that one run reads each once: some eighty bytes for a file, and
 * no more files than fit.
 */
final class KnownInodes {
    private static final int DIGEST = 32;

    /** Those beyond are read again. */
    private static final int MOST = 300_000;

    private long[] inodes = new long[1 << 10];
    private long[] devices = new long[1 << 10];
    private byte[] digests = new byte[(1 << 10) * DIGEST];
    private int size;

    /** The SHA-256 of the file, where it was read before. */
    synchronized Optional<String> sha256(long device, long inode) {
        int slot = slot(device, inode);
        return inodes[slot] == 0
                ? Optional.empty()
                : Optional.of(HexFormat.of().formatHex(digests, slot * DIGEST, (slot + 1) * DIGEST));
    }

    /** Remembers what was read. */
    synchronized void add(long device, long inode, String sha256) {
        if (inode == 0 || size >= MOST) {
            return;
        }
        if (size * 2 >= inodes.length) {
            grow();
        }
        int slot = slot(device, inode);
        size += inodes[slot] == 0 ? 1 : 0;
        put(slot, device, inode, HexFormat.of().parseHex(sha256), 0);
    }

    private void put(int slot, long device, long inode, byte[] from, int at) {
        inodes[slot] = inode;
        devices[slot] = device;
        System.arraycopy(from, at, digests, slot * DIGEST, DIGEST);
    }

    private int slot(long device, long inode) {
        int mask = inodes.length - 1;
        long mixed = (inode ^ device << 32) * 0x9e3779b97f4a7c15L;
        int slot = (int) (mixed >>> 40) & mask;
        while (inodes[slot] != 0 && (inodes[slot] != inode || devices[slot] != device)) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private void grow() {
        long[] before = Arrays.copyOf(inodes, inodes.length);
        long[] their = devices;
        byte[] content = digests;
        inodes = new long[before.length * 2];
        devices = new long[before.length * 2];
        digests = new byte[before.length * 2 * DIGEST];
        for (int i = 0; i < before.length; i++) {
            if (before[i] != 0) {
                put(slot(their[i], before[i]), their[i], before[i], content, i * DIGEST);
            }
        }
    }
}

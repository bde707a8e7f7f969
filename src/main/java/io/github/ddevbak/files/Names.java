package io.github.ddevbak.files;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The names in a folder, sorted by their bytes, in little more memory than the bytes take: a folder may hold a million. */
final class Names {
    /** Bytes of a block; names lie in one of them whole. */
    private static final int BLOCK = 1 << 16;

    private static final int SMALL = 1 << 10;

    /** Bytes before a name that say how long it is. */
    private static final int LENGTH = 2;

    private final List<byte[]> blocks = new ArrayList<>();
    private int[] places = new int[64];
    private int size;
    private int used;

    void add(RawPath name) {
        byte[] bytes = name.bytes();
        byte[] block = room(LENGTH + bytes.length);
        if (size == places.length) {
            places = Arrays.copyOf(places, size + (size >> 1));
        }
        places[size++] = (blocks.size() - 1) * BLOCK + used;
        block[used] = (byte) (bytes.length >> 8);
        block[used + 1] = (byte) bytes.length;
        System.arraycopy(bytes, 0, block, used + LENGTH, bytes.length);
        used += LENGTH + bytes.length;
    }

    int size() {
        return size;
    }

    RawPath get(int index) {
        int start = start(places[index]);
        return RawPath.of(Arrays.copyOfRange(block(places[index]), start, start + length(places[index])));
    }

    /** Sorts; a name that a folder gave twice, as it may while others write to it, is there once. */
    void sort() {
        places = Arrays.copyOf(places, size);
        int[] other = new int[size];
        for (int width = 1; width < size; width *= 2) {
            for (int from = 0; from < size; from += 2 * width) {
                merge(from, Math.min(from + width, size), Math.min(from + 2 * width, size), other);
            }
            int[] sorted = other;
            other = places;
            places = sorted;
        }
        int distinct = 0;
        for (int i = 0; i < size; i++) {
            if (distinct == 0 || compare(places[distinct - 1], places[i]) != 0) {
                places[distinct++] = places[i];
            }
        }
        size = distinct;
    }

    /** The last block, with room in it; the first one grows, for most folders are small. */
    private byte[] room(int bytes) {
        byte[] last = blocks.isEmpty() ? new byte[0] : blocks.get(blocks.size() - 1);
        if (!blocks.isEmpty() && used + bytes <= last.length) {
            return last;
        }
        if (blocks.size() == 1 && last.length < BLOCK && used + bytes <= BLOCK) {
            byte[] larger = Arrays.copyOf(last, Math.min(BLOCK, Math.max(2 * last.length, used + bytes)));
            blocks.set(0, larger);
            return larger;
        }
        byte[] next = new byte[blocks.isEmpty() ? Math.max(SMALL, bytes) : BLOCK];
        blocks.add(next);
        used = 0;
        return next;
    }

    private void merge(int from, int middle, int to, int[] sorted) {
        int left = from;
        int right = middle;
        for (int i = from; i < to; i++) {
            boolean first = right >= to || (left < middle && compare(places[left], places[right]) <= 0);
            sorted[i] = places[first ? left++ : right++];
        }
    }

    private int compare(int one, int other) {
        int a = start(one);
        int b = start(other);
        return Arrays.compareUnsigned(block(one), a, a + length(one), block(other), b, b + length(other));
    }

    private byte[] block(int place) {
        return blocks.get(place / BLOCK);
    }

    private int start(int place) {
        return place % BLOCK + LENGTH;
    }

    private int length(int place) {
        byte[] block = block(place);
        int at = place % BLOCK;
        return ((block[at] & 0xff) << 8) | (block[at + 1] & 0xff);
    }
}

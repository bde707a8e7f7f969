package io.github.ddevbak.files;

import java.util.Arrays;

/**
 * Numbers paths in the order they are added, keeping eight bytes of each and a number: that two of a million paths share
 * their 64 bits has a chance of one in thirty-seven million.
 */
final class PathPrints {
    private static final long FNV_OFFSET = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;
    private static final int FREE = -1;

    private long[] prints = new long[64];
    private int[] numbers = free(64);
    private int size;

    /** The bits a path is known by. */
    static long print(RawPath path) {
        long hash = FNV_OFFSET;
        for (byte b : path.bytes()) {
            hash = (hash ^ (b & 0xff)) * FNV_PRIME;
        }
        return hash;
    }

    /** The path's number, from 0; the one it had where it is there already. */
    int add(RawPath path) {
        if (size * 2 >= prints.length) {
            grow();
        }
        int slot = slot(print(path));
        if (numbers[slot] == FREE) {
            prints[slot] = print(path);
            numbers[slot] = size++;
        }
        return numbers[slot];
    }

    /** The path's number; negative where it is not there. */
    int number(RawPath path) {
        return numbers[slot(print(path))];
    }

    boolean contains(RawPath path) {
        return number(path) >= 0;
    }

    int size() {
        return size;
    }

    private int slot(long print) {
        int mask = prints.length - 1;
        int slot = (int) (print ^ (print >>> 32)) & mask;
        while (numbers[slot] != FREE && prints[slot] != print) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private void grow() {
        long[] before = prints;
        int[] their = numbers;
        prints = new long[before.length * 2];
        numbers = free(before.length * 2);
        for (int i = 0; i < before.length; i++) {
            if (their[i] != FREE) {
                int slot = slot(before[i]);
                prints[slot] = before[i];
                numbers[slot] = their[i];
            }
        }
    }

    private static int[] free(int length) {
        int[] numbers = new int[length];
        Arrays.fill(numbers, FREE);
        return numbers;
    }
}

package io.github.ddevbak.files;

import java.util.function.IntBinaryOperator;

/** Sorts whole numbers by an order of their own, without an object for each; equal ones keep their order. */
final class OffsetSort {
    private OffsetSort() {}

    /** Sorts the first {@code count}; costs one pass where they are in order already. */
    static void sort(int[] numbers, int count, IntBinaryOperator order) {
        int[] from = numbers;
        int[] to = new int[count];
        for (int width = 1; width < count; width *= 2) {
            for (int left = 0; left < count; left += 2 * width) {
                merge(from, to, left, Math.min(left + width, count), Math.min(left + 2 * width, count), order);
            }
            int[] other = from;
            from = to;
            to = other;
        }
        if (from != numbers) {
            System.arraycopy(from, 0, numbers, 0, count);
        }
    }

    private static void merge(int[] from, int[] to, int left, int middle, int right, IntBinaryOperator order) {
        if (middle == right || order.applyAsInt(from[middle - 1], from[middle]) <= 0) {
            System.arraycopy(from, left, to, left, right - left);
            return;
        }
        int one = left;
        int other = middle;
        for (int i = left; i < right; i++) {
            boolean first = other == right || (one < middle && order.applyAsInt(from[one], from[other]) <= 0);
            to[i] = first ? from[one++] : from[other++];
        }
    }
}

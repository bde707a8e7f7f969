package io.github.ddevbak.recovery;

import java.time.Instant;
import java.util.Arrays;

/**
 * How far the reading of a set in turns has come. The files stand in a ring, in the order of the manifest; a round begins
 * at one of them and is done when all were read.
 *
 * @param since when the round began
 * @param runs of this round so far
 * @param start number of the file the round began with
 * @param files read in this round
 * @param bytes read in this round
 * @param ofFiles how many the set has
 * @param ofBytes what they weigh
 */
public record Coverage(Instant since, int runs, int start, int files, long bytes, int ofFiles, long ofBytes) {
    private static final long GOLDEN = 0x9e3779b97f4a7c15L;

    /** A round that begins where the set's name says, so that the large files of many sets do not all come in one run. */
    static Coverage begin(Instant now, String project, String set) {
        long place = (project + "/" + set).hashCode() * GOLDEN;
        return new Coverage(now, 0, (int) (place >>> 33), 0, 0, 0, 0);
    }

    /** Everything, in one run. */
    static Coverage whole(Instant now, long[] sizes) {
        long bytes = Arrays.stream(sizes).sum();
        return new Coverage(now, 1, 0, sizes.length, bytes, sizes.length, bytes);
    }

    boolean complete() {
        return files >= ofFiles;
    }

    /** Whole per cent of the bytes; 100 only where all of them were read. */
    public int percent() {
        if (complete()) {
            return 100;
        }
        return ofBytes == 0 ? 0 : (int) Math.min(99, bytes * 100 / ofBytes);
    }

    /** The number of the file that stands at that place of the ring. */
    int number(int place) {
        return (int) (((long) start + place) % ofFiles);
    }

    /**
     * The same after one more run.
     *
     * @param sizes of the files, by their number
     * @param share how much of the set is read in each run
     * @param budget the most bytes where no share is meant; one file may go past it
     */
    Coverage next(long[] sizes, SampleShare share, long budget) {
        long all = Arrays.stream(sizes).sum();
        Coverage fitted = new Coverage(
                since, runs + 1, sizes.length == 0 ? 0 : start % sizes.length, files, bytes, sizes.length, all);
        int turns = share.runs();
        long until = turns == 0
                ? bytes + budget
                : runs + 1 >= turns
                        ? all
                        : Math.multiplyExact(all / turns, runs + 1) + all % turns * (runs + 1) / turns;
        int to = files;
        long sum = bytes;
        while (to < sizes.length && (sum < until || sizes[fitted.number(to)] == 0)) {
            sum += sizes[fitted.number(to++)];
        }
        return new Coverage(since, runs + 1, fitted.start, to, sum, sizes.length, all);
    }
}

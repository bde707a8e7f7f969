package io.github.ddevbak.report;

import java.util.ArrayList;
import java.util.List;

/** How far the work on many files has come, in the words of a progress line. Pure. */
final class FilesWords {
    private FilesWords() {}

    /** {@code 12 345 of 20 000 files, 1.2 GB of 4.0 GB, 310 MB/s, 9 s left}; a total of 0 is not known. */
    static String of(long files, long ofFiles, long bytes, long ofBytes, Rate rate) {
        List<String> words = new ArrayList<>();
        words.add(Sizes.count(files)
                + (ofFiles >= files && ofFiles > 0 ? " of " + Sizes.count(ofFiles) : "")
                + (Math.max(files, ofFiles) == 1 ? " file" : " files"));
        words.add(Sizes.bytes(bytes) + (ofBytes >= bytes && ofBytes > 0 ? " of " + Sizes.bytes(ofBytes) : ""));
        if (rate.bytes() >= 1) {
            words.add(Sizes.bytes((long) rate.bytes()) + "/s");
        } else if (rate.files() >= 1) {
            words.add(Sizes.count((long) rate.files()) + " files/s");
        }
        double seconds = Math.max(left(bytes, ofBytes, rate.bytes()), left(files, ofFiles, rate.files()));
        if (seconds > 0) {
            words.add(Sizes.left((long) Math.ceil(seconds)));
        }
        return String.join(", ", words);
    }

    /** Seconds left; 0 where the total is not known or nothing moves. */
    private static double left(long done, long of, double perSecond) {
        return of > done && perSecond > 0 ? (of - done) / perSecond : 0;
    }
}

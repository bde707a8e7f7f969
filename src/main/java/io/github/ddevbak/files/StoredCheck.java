package io.github.ddevbak.files;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.function.BooleanSupplier;

/** Whether a copy in an earlier set is still what its manifest says, so that another set may share it. */
final class StoredCheck {
    /** Some file systems keep times in steps of up to this many nanoseconds (FAT: 2 s). */
    private static final long COARSEST = 2_000_000_000L;

    private final FileDigest digest;
    private final Reread reread;

    StoredCheck(Reread reread, BooleanSupplier cancelled) {
        this.digest = new FileDigest(FileDigest.Opener.REAL, cancelled);
        this.reread = reread;
    }

    /** What came of the look at one stored copy. */
    enum Verdict {
        /** It may be shared. */
        SOUND,
        /** Its content is right, its time or mode is not: sharing it would spread that. */
        TOUCHED,
        /** It is not there. */
        MISSING,
        /** It is not what was stored. */
        ROTTEN
    }

    Verdict of(RawPath path, Path copy, StoredCopies.Stored recorded) {
        Stat there;
        try {
            there = Stat.of(copy);
        } catch (NoSuchFileException gone) {
            return Verdict.MISSING;
        } catch (IOException unreadable) {
            return Verdict.ROTTEN;
        }
        if (there.kind() != Stat.Kind.FILE || there.size() != recorded.size()) {
            return Verdict.ROTTEN;
        }
        boolean untouched = there.mode() == UserFileCopies.MODE && sameTime(there.modified(), recorded.modified());
        if (untouched && !reread.includes(path)) {
            return Verdict.SOUND;
        }
        boolean right = digest.read(copy) instanceof FileDigest.Outcome.Read read
                && read.sha256().equals(recorded.sha256());
        return !right ? Verdict.ROTTEN : untouched ? Verdict.SOUND : Verdict.TOUCHED;
    }

    /** The same time, as far as the file system of the copy could keep it: a coarser one cuts off what it cannot. */
    static boolean sameTime(long kept, long recorded) {
        long cut = recorded - kept;
        return cut == 0 || (cut > 0 && cut < COARSEST && kept % 1000 == 0);
    }
}

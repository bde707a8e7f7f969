package io.github.ddevbak.recovery;

import io.github.ddevbak.project.Printable;
import java.util.Locale;
import java.util.Optional;

/**
 * One thing that is wrong with a stored set, or could not be looked at.
 *
 * @param file relative to the set, safe to print; empty for the set as a whole
 * @param range where in the file; empty where it cannot be told
 * @param sentence what is wrong, safe to print
 * @param hint what to do; may be empty
 * @param expected the SHA-256 that the file must have; empty where it is not known
 */
public record SetProblem(
        Kind kind, String file, Optional<ByteRange> range, String sentence, String hint, String expected) {

    /** What is wrong. */
    public enum Kind {
        /** The manifest is not what was sealed. */
        MANIFEST,
        /** {@code set.json} and the files, or the run's file, do not agree. */
        RECORD,
        /** A file of the manifest is not there as a file. */
        MISSING,
        /** Something is there that does not belong to the set. */
        EXTRA,
        /** A file has another content than was sealed. */
        CHANGED,
        /** A file has the content that was sealed, and that is not whole. */
        CONTENT,
        /** The disk does not give the bytes back. */
        READ_ERROR,
        /** It could not be looked at, so that nothing is known of it. */
        UNREADABLE;

        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    public SetProblem {
        sentence = Printable.text(sentence);
        hint = Printable.text(hint);
    }

    static SetProblem of(Kind kind, String file, String sentence) {
        return new SetProblem(kind, file, Optional.empty(), sentence, "", "");
    }

    /** Something that lies in the set and does not belong to it. */
    static SetProblem extra(String file, String sentence) {
        return of(Kind.EXTRA, file, sentence).doing("Move it out of the set.");
    }

    SetProblem at(long from, long to) {
        return new SetProblem(kind, file, Optional.of(new ByteRange(from, to)), sentence, hint, expected);
    }

    SetProblem at(ByteRange where) {
        return at(where.from(), where.to());
    }

    SetProblem doing(String what) {
        return new SetProblem(kind, file, range, sentence, what, expected);
    }

    SetProblem expecting(String sha256) {
        return new SetProblem(kind, file, range, sentence, hint, sha256);
    }

    /** Whether the set is not good because of it; otherwise it is only not known. */
    public boolean proved() {
        return kind != Kind.UNREADABLE;
    }
}

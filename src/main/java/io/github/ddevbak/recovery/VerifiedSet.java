package io.github.ddevbak.recovery;

import io.github.ddevbak.project.ProjectName;
import io.github.ddevbak.store.SealedFolder;
import java.util.List;
import java.util.Locale;

/**
 * What came of the verification of one set.
 *
 * @param folder which set
 * @param state how it stands
 * @param problems what is wrong with it, in the order of the files
 * @param more how many problems there are beside these
 * @param unchecked what could not be proved beyond checksums, as sentences
 * @param files how many files were read
 * @param bytes how many bytes were read, those of files that another set shares included
 * @param coverage what of the set was read by now, in this run and in those before
 * @param manifestSha256 what the manifest must have, as far as it is known
 * @param tookMillis milliseconds
 */
public record VerifiedSet(
        SealedFolder folder,
        State state,
        List<SetProblem> problems,
        long more,
        List<String> unchecked,
        long files,
        long bytes,
        Coverage coverage,
        String manifestSha256,
        long tookMillis) {

    /** How a set stands. */
    public enum State {
        /** Every byte was read, and is what was sealed. */
        VERIFIED,
        /** What was read is good, and the rest was not read yet. */
        SAMPLED,
        /** Something is wrong with it. */
        NOT_GOOD,
        /** Nothing wrong was found, and something could not be looked at. */
        UNKNOWN,
        /** It was removed while it was read. */
        GONE;

        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    public VerifiedSet {
        problems = List.copyOf(problems);
        unchecked = List.copyOf(unchecked);
    }

    public ProjectName project() {
        return folder.project();
    }

    public String id() {
        return folder.id();
    }

    VerifiedSet with(List<SetProblem> explained) {
        return new VerifiedSet(
                folder, state, explained, more, unchecked, files, bytes, coverage, manifestSha256, tookMillis);
    }
}

package io.github.ddevbak.recovery;

import io.github.ddevbak.recovery.SetProblem.Kind;
import io.github.ddevbak.store.Artefact;
import java.util.Optional;

/** What was read of a file against what must be: the problem in words, where there is one. Pure. */
final class FileVerdict {
    private FileVerdict() {}

    /**
     * What is wrong with a file.
     *
     * @param name of the file, safe to print
     * @param sha256 what the manifest says
     * @param artefact what {@code set.json} says of it
     * @param size what it must weigh, where that is known
     */
    static Optional<SetProblem> of(
            String name, ContentProof.Seen seen, String sha256, Optional<Artefact> artefact, Optional<Long> size) {
        if (!seen.sha256().equals(sha256)) {
            return Optional.of(changed(name, seen, artefact.map(Artefact::size).or(() -> size))
                    .expecting(sha256));
        }
        boolean other = artefact.filter(
                        told -> told.size() != seen.bytes() || !told.sha256().equals(sha256))
                .isPresent();
        if (other) {
            return Optional.of(SetProblem.of(
                    Kind.RECORD, name, "set.json says another size or SHA-256 of it than the manifest and the file."));
        }
        return seen.objection().map(why -> {
            SetProblem problem =
                    SetProblem.of(Kind.CONTENT, name, "It is as it was sealed, and not whole: " + why + ".");
            return seen.used() < seen.bytes() ? problem.at(0, seen.used()) : problem;
        });
    }

    private static SetProblem changed(String name, ContentProof.Seen seen, Optional<Long> size) {
        long is = seen.bytes();
        long was = size.orElse(is);
        if (is < was) {
            return SetProblem.of(Kind.CHANGED, name, "It is cut off: " + is + " of " + was + " bytes are there.")
                    .at(is, was);
        }
        if (is > was) {
            return SetProblem.of(Kind.CHANGED, name, "It is longer than it was: " + is + " bytes, not " + was + ".")
                    .at(was, is);
        }
        String more = seen.objection().map(why -> ": " + why).orElse("");
        return SetProblem.of(Kind.CHANGED, name, "Its content is not what was sealed" + more + ".")
                .at(0, Math.min(seen.used(), is));
    }
}

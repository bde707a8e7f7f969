package io.github.ddevbak.recovery;

import io.github.ddevbak.files.SealedTree;
import io.github.ddevbak.recovery.SetProblem.Kind;
import io.github.ddevbak.store.Artefact;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.Locale;
import java.util.Optional;

/** Reads one file of a set, once: checksum and content in the same pass. */
final class FileReading {
    private static final ContentProof PLAIN = new HashedContent();

    private final SetFiles files;
    private final ReadMeter meter;
    private final KnownInodes known;

    FileReading(SetFiles files, ReadMeter meter, KnownInodes known) {
        this.files = files;
        this.meter = meter;
        this.known = known;
    }

    /**
     * What a file must be.
     *
     * @param sha256 by the manifest
     * @param artefact by {@code set.json}
     * @param size by the manifest of user files
     * @param proof of its content
     * @param shared whether other sets may share it, so that it need not be read twice
     */
    record Expected(
            String sha256,
            Optional<Artefact> artefact,
            Optional<Long> size,
            Optional<ContentProof> proof,
            boolean shared) {}

    /** @throws InterruptedIOException on a cancellation */
    void read(SealedTree.Met met, Expected expected, SetProblems problems) throws InterruptedIOException {
        String name = met.path().printable();
        try {
            ContentProof proof = expected.proof().orElse(PLAIN);
            ContentProof.Seen seen = seen(met, expected, proof);
            Optional<SetProblem> problem =
                    FileVerdict.of(name, seen, expected.sha256(), expected.artefact(), expected.size());
            problem.ifPresent(problems::add);
            if (problem.isEmpty()) {
                ask(met, name, proof, problems);
            }
        } catch (InterruptedIOException cancelled) {
            throw cancelled;
        } catch (SetInput.ReadFailedException refused) {
            problems.add(refused(name, refused, met.size()).expecting(expected.sha256()));
        } catch (IOException unopened) {
            problems.add(unopened(name, unopened).expecting(expected.sha256()));
        }
        meter.file();
    }

    private ContentProof.Seen seen(SealedTree.Met met, Expected expected, ContentProof proof) throws IOException {
        Optional<String> before = expected.shared() ? known.sha256(met.device(), met.inode()) : Optional.empty();
        if (before.isPresent()) {
            meter.read(met.size());
            return new ContentProof.Seen(met.size(), before.get(), met.size(), Optional.empty());
        }
        try (InputStream in = meter.metered(files.open(met.file()))) {
            ContentProof.Seen seen = proof.read(in);
            if (expected.shared()) {
                known.add(met.device(), met.inode(), seen.sha256());
            }
            return seen;
        }
    }

    private static void ask(SealedTree.Met met, String name, ContentProof proof, SetProblems problems) {
        var answer = proof.asked(met.file());
        answer.objection()
                .ifPresent(why -> problems.add(
                        SetProblem.of(Kind.CONTENT, name, "It is as it was sealed, and not whole: " + why + ".")));
        answer.unchecked().ifPresent(why -> problems.unchecked(name + " was not tried with git: " + why));
    }

    /** The disk's own error is damage; anything else that keeps from reading is not. */
    static SetProblem refused(String name, SetInput.ReadFailedException refused, long size) {
        String reason = reason(refused);
        boolean disk = reason.toLowerCase(Locale.ROOT).contains("input/output error");
        ByteRange range = refused.range();
        return SetProblem.of(
                        disk ? Kind.READ_ERROR : Kind.UNREADABLE,
                        name,
                        (disk ? "The disk does not give it back: " : "It could not be read: ") + reason + ".")
                .at(range.from(), Math.max(range.from(), Math.min(range.to(), size)))
                .doing(
                        disk
                                ? "Copy what is whole to another disk now; the disk of the sets is failing."
                                : "Make it readable, and verify again.");
    }

    static SetProblem unopened(String name, IOException unopened) {
        if (unopened instanceof NoSuchFileException || unopened instanceof FileNotFoundException) {
            return SetProblem.of(Kind.MISSING, name, "It is not there.");
        }
        return SetProblem.of(Kind.UNREADABLE, name, "It could not be opened: " + reason(unopened) + ".")
                .doing("Make it readable for the user who runs ddevbak, and verify again.");
    }

    static String reason(IOException why) {
        if (why instanceof AccessDeniedException) {
            return "permission denied";
        }
        String said = why instanceof FileSystemException file ? file.getReason() : why.getMessage();
        return said == null || said.isBlank() ? why.getClass().getSimpleName() : said;
    }
}

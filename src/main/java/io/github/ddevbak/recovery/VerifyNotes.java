package io.github.ddevbak.recovery;

import io.github.ddevbak.store.DestinationException;
import io.github.ddevbak.store.Facts;
import io.github.ddevbak.store.NoteKind;
import io.github.ddevbak.store.RunProject;
import io.github.ddevbak.store.SealedFolder;
import io.github.ddevbak.store.SetNote;
import io.github.ddevbak.store.SetNotes;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What verifications remember beside a set, and what is read of it by the next one. */
final class VerifyNotes {
    private VerifyNotes() {}

    /** The hashes that are kept of the set's manifest: in the runs' files, and in the note of a verification. */
    static List<String> kept(SealedFolder folder, List<RunProject> runs) {
        Stream<String> noted = folder.set().flatMap(set -> SetNotes.of(set, NoteKind.VERIFIED)).stream()
                .map(note -> Facts.of(note).text("manifestSha256"));
        return Stream.concat(runs.stream().map(RunProject::manifestSha256), noted)
                .filter(sha256 -> !sha256.isEmpty())
                .distinct()
                .toList();
    }

    /** How far the reading in turns has come; empty where it has not begun, or the last round is done. */
    static Optional<Coverage> coverage(SealedFolder folder) {
        return folder.set()
                .flatMap(set -> SetNotes.of(set, NoteKind.SAMPLED))
                .flatMap(VerifyNotes::coverage)
                .filter(coverage -> !coverage.complete());
    }

    private static Optional<Coverage> coverage(SetNote note) {
        Facts facts = Facts.of(note);
        try {
            return Optional.of(new Coverage(
                            Instant.parse(facts.text("since")),
                            Math.toIntExact(facts.number("runs")),
                            Math.toIntExact(facts.number("start")),
                            Math.toIntExact(facts.number("coveredFiles")),
                            facts.number("coveredBytes"),
                            Math.toIntExact(facts.number("files")),
                            facts.number("bytes")))
                    .filter(coverage -> coverage.start() >= 0 && coverage.files() >= 0 && coverage.runs() >= 0);
        } catch (DateTimeException | ArithmeticException notOurs) {
            return Optional.empty();
        }
    }

    /** When something of the set was read last; the beginning of time where it never was. */
    static Instant lastRead(SealedFolder folder) {
        return folder.set().stream()
                .flatMap(set ->
                        Stream.of(NoteKind.VERIFIED, NoteKind.SAMPLED).flatMap(kind -> SetNotes.of(set, kind).stream()))
                .map(SetNote::at)
                .max(Instant::compareTo)
                .orElse(Instant.MIN);
    }

    /** Whether an earlier verification found the set not good, and none since found it good. */
    static boolean knownBad(SealedFolder folder) {
        return folder.set()
                .flatMap(set -> SetNotes.of(set, NoteKind.VERIFIED))
                .filter(note -> !note.good())
                .isPresent();
    }

    /**
     * Keeps what was learnt; what could not be kept is a sentence.
     *
     * @param sampled whether the set is read in turns and this was one
     */
    static List<String> keep(VerifiedSet verified, Instant now, boolean sampled) {
        List<String> warnings = new ArrayList<>();
        verified.folder()
                .set()
                .ifPresent(set -> notes(verified, sampled).forEach((kind, facts) -> {
                    boolean good = verified.state() != VerifiedSet.State.NOT_GOOD;
                    Instant at = good && kind == NoteKind.VERIFIED
                            ? verified.coverage().since()
                            : now;
                    try {
                        SetNotes.keep(set, SetNote.of(set, kind, at, good, verified.tookMillis(), facts));
                    } catch (DestinationException refused) {
                        warnings.add(String.valueOf(refused.getMessage()));
                    }
                }));
        return warnings;
    }

    private static Map<NoteKind, Map<String, Object>> notes(VerifiedSet verified, boolean sampled) {
        Map<NoteKind, Map<String, Object>> notes = new LinkedHashMap<>();
        switch (verified.state()) {
            case VERIFIED, NOT_GOOD -> notes.put(NoteKind.VERIFIED, facts(verified));
            case SAMPLED, UNKNOWN, GONE -> {
                // Nothing is known of the set as a whole.
            }
        }
        boolean read = verified.state() == VerifiedSet.State.VERIFIED || verified.state() == VerifiedSet.State.SAMPLED;
        if (sampled && read) {
            notes.put(NoteKind.SAMPLED, progress(verified.coverage()));
        }
        return notes;
    }

    private static Map<String, Object> facts(VerifiedSet verified) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("manifestSha256", verified.manifestSha256());
        facts.put("bytes", verified.coverage().ofBytes());
        facts.put("files", (long) verified.coverage().ofFiles());
        facts.put("coveredBytes", verified.coverage().bytes());
        facts.put("problems", verified.problems().size() + verified.more());
        verified.problems().stream().filter(SetProblem::proved).findFirst().ifPresent(problem -> {
            facts.put("file", problem.file());
            facts.put("problem", problem.sentence());
            problem.range().ifPresent(range -> {
                facts.put("from", range.from());
                facts.put("to", range.to());
            });
        });
        return facts;
    }

    private static Map<String, Object> progress(Coverage coverage) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("since", coverage.since().toString());
        facts.put("runs", (long) coverage.runs());
        facts.put("start", (long) coverage.start());
        facts.put("coveredFiles", (long) coverage.files());
        facts.put("coveredBytes", coverage.bytes());
        facts.put("files", (long) coverage.ofFiles());
        facts.put("bytes", coverage.ofBytes());
        return facts;
    }
}

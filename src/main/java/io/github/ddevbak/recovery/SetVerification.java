package io.github.ddevbak.recovery;

import io.github.ddevbak.files.RawPath;
import io.github.ddevbak.files.SealedManifest;
import io.github.ddevbak.files.SealedTree;
import io.github.ddevbak.files.SealedTree.Met;
import io.github.ddevbak.files.SealedUserFiles;
import io.github.ddevbak.recovery.SetProblem.Kind;
import io.github.ddevbak.store.RunProject;
import io.github.ddevbak.store.SealedFolder;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The verification of one set, from its manifest to its last file. */
final class SetVerification {
    private static final Set<String> OURS = Set.of("set.json", "RESTORE.md");
    private static final String SUMS = "files/MANIFEST.sha256";
    private static final String LINES = "files/manifest.jsonl";

    private final SealedFolder set;
    private final SetFacts facts;
    private final SetFiles files;
    private final ReadMeter meter;
    private final ReadingPool pool;
    private final KnownInodes known;
    private final SetProblems problems = new SetProblems();
    private final BitSet there = new BitSet();
    private final Map<RawPath, RawPath> links = new HashMap<>();
    private final Set<String> linked = new HashSet<>();
    private long[] sizes = new long[0];
    private long filesRead;
    private long bytesRead;
    private long copies;

    SetVerification(
            SealedFolder set, SetFacts facts, SetFiles files, ReadMeter meter, ReadingPool pool, KnownInodes known) {
        this.set = set;
        this.facts = facts;
        this.files = files;
        this.meter = meter;
        this.pool = pool;
        this.known = known;
    }

    /**
     * What was done.
     *
     * @param coverage as it is now
     * @param manifestSha256 of the manifest that was read; empty where none could be
     */
    record Done(SetProblems problems, Coverage coverage, String manifestSha256, long files, long bytes) {}

    /**
     * Reads the set.
     *
     * @param runs what the runs' files say of it
     * @param kept the hashes kept of its manifest
     * @param turn from what every file weighs, which are to be read now
     */
    Done run(List<RunProject> runs, List<String> kept, Turn turn) throws IOException {
        record(runs);
        Optional<ManifestReading.Read> read = ManifestReading.read(set, kept, files, meter, problems);
        if (read.isEmpty()) {
            return new Done(problems, turn.of(new long[0]), "", 0, 0);
        }
        SealedManifest manifest = read.get().manifest();
        Optional<SealedUserFiles> users = userFiles(manifest);
        sizes = new long[manifest.size()];
        walk(met -> look(met, manifest));
        missing(manifest);
        artefacts(manifest);
        users.ifPresent(this::copies);
        Coverage before = turn.before();
        Coverage coverage = turn.of(sizes);
        BitSet wanted = wanted(before, coverage);
        walk(met -> submit(met, manifest, wanted, users));
        pool.finish();
        return new Done(problems, coverage, read.get().sha256(), filesRead, bytesRead);
    }

    /** Which files are read in one run. */
    interface Turn {
        /** How far the reading had come. */
        Coverage before();

        /** How far it will have come after this run. */
        Coverage of(long[] sizes);
    }

    private static BitSet wanted(Coverage before, Coverage after) {
        BitSet wanted = new BitSet();
        for (int place = before.files(); place < after.files(); place++) {
            wanted.set(after.number(place));
        }
        return wanted;
    }

    private void record(List<RunProject> runs) {
        if (!set.objection().isEmpty()) {
            problems.add(SetProblem.of(Kind.RECORD, "", set.objection()));
        }
        runs.stream()
                .flatMap(run -> facts.disagreements(run).stream())
                .distinct()
                .forEach(what -> problems.add(SetProblem.of(
                        Kind.RECORD,
                        "set.json",
                        "The file of the run that made the set says something else of " + what + ".")));
        facts.promised()
                .forEach(path -> problems.add(SetProblem.of(
                        Kind.RECORD, path, "set.json tells of it, and does not list it among the set's files.")));
    }

    private Optional<SealedUserFiles> userFiles(SealedManifest manifest) throws IOException {
        if (manifest.number(RawPath.of(SUMS)) < 0 || manifest.number(RawPath.of(LINES)) < 0) {
            return Optional.empty();
        }
        try (InputStream sums = meter.metered(files.open(set.folder().resolve(SUMS)));
                InputStream lines = meter.metered(files.open(set.folder().resolve(LINES)))) {
            SealedUserFiles read = SealedUserFiles.read(sums, lines, manifest);
            read.objections()
                    .forEach(wrong -> problems.add(SetProblem.of(
                            Kind.CONTENT,
                            "files/" + wrong.manifest(),
                            "The manifests of the user files do not agree: " + wrong.why() + ".")));
            return Optional.of(read);
        } catch (InterruptedIOException cancelled) {
            throw cancelled;
        } catch (IOException toldOfTheFile) {
            // The file is read again with all others, and what is wrong with it is told there.
            return Optional.empty();
        }
    }

    private void walk(SealedTree.Visitor visitor) throws IOException {
        SealedTree.walk(set.folder(), meter.cancelled(), visitor)
                .forEach(sentence -> problems.add(SetProblem.of(Kind.UNREADABLE, "", sentence)));
    }

    private void look(Met met, SealedManifest manifest) throws IOException {
        String name = met.path().printable();
        int number = manifest.number(met.path());
        switch (met.kind()) {
            case FILE -> {
                if (number >= 0) {
                    there.set(number);
                    sizes[number] = met.size();
                    copies += SealedUserFiles.within(met.path()) ? 1 : 0;
                } else if (!met.path().equals(RawPath.of(ManifestReading.NAME))
                        && facts.artefact(met.path().text()).isEmpty()) {
                    extra(name, "The file does not belong to the set: the manifest does not name it.");
                }
            }
            case LINK -> {
                linked.add(name);
                if (SealedUserFiles.within(met.path())) {
                    links.put(met.path(), met.target());
                } else if (number < 0 && facts.known() && !facts.link(met.path().text())) {
                    extra(name, "The link does not belong to the set.");
                }
            }
            case OTHER -> extra(name, "A pipe, socket or device does not belong to the set.");
            case EMPTY_FOLDER -> {
                // A folder among the user files may be empty, and none does harm.
            }
        }
    }

    private void extra(String name, String sentence) {
        problems.add(SetProblem.of(Kind.EXTRA, name, sentence).doing("Move it out of the set."));
    }

    private void missing(SealedManifest manifest) throws IOException {
        if (there.cardinality() == manifest.size()) {
            return;
        }
        List<SetProblem> missing = new ArrayList<>();
        try (InputStream in = files.open(set.folder().resolve(ManifestReading.NAME))) {
            SealedManifest.each(in, (path, sha256) -> {
                int number = manifest.number(path);
                if (number >= 0 && !there.get(number)) {
                    String name = path.printable();
                    missing.add(SetProblem.of(
                                    Kind.MISSING,
                                    name,
                                    linked.contains(name) ? "A link is in its place." : "It is not there.")
                            .expecting(sha256));
                }
            });
        }
        missing.forEach(problems::add);
    }

    /** Every artefact is in the manifest with its hash and size, and everything else in it is one of ours or a copy. */
    private void artefacts(SealedManifest manifest) {
        if (!facts.known()) {
            return;
        }
        facts.artefacts().forEach((path, artefact) -> {
            int number = manifest.number(RawPath.of(path));
            if (number < 0) {
                problems.add(SetProblem.of(Kind.RECORD, path, "set.json lists it, and the manifest does not.")
                        .expecting(artefact.sha256()));
            } else if (!there.get(number)) {
                return;
            } else if (!manifest.sha256(number).equals(artefact.sha256())) {
                problems.add(
                        SetProblem.of(Kind.RECORD, path, "set.json says another SHA-256 of it than the manifest."));
            }
        });
        long listed = facts.artefacts().keySet().stream()
                .filter(path -> manifest.number(RawPath.of(path)) >= 0)
                .count();
        long ours = OURS.stream()
                .filter(path -> manifest.number(RawPath.of(path)) >= 0)
                .count();
        for (String path : OURS) {
            if (manifest.number(RawPath.of(path)) < 0) {
                problems.add(SetProblem.of(Kind.MANIFEST, path, "The manifest does not name it."));
            }
        }
        long others = manifest.size() - listed - ours - copies;
        if (there.cardinality() == manifest.size() && others > 0) {
            problems.add(SetProblem.of(
                    Kind.RECORD, "set.json", "It does not list " + others + " of the files in the manifest."));
        }
    }

    private void copies(SealedUserFiles users) {
        facts.userFiles()
                .filter(count -> count != users.files())
                .ifPresent(count -> problems.add(SetProblem.of(
                        Kind.CONTENT,
                        LINES,
                        "It names " + users.files() + " files, and set.json says " + count + ".")));
        long expected = facts.copied().orElse(0L);
        if (users.copied() != expected) {
            problems.add(SetProblem.of(
                    Kind.RECORD,
                    SUMS,
                    users.copied() + " of its files are in the set's manifest, and set.json says that " + expected
                            + " were copied."));
        }
        links.forEach((path, target) -> {
            RawPath recorded = users.links().get(path);
            if (recorded == null) {
                extra(path.printable(), "The link is not recorded in " + LINES + ".");
            } else if (!recorded.equals(target)) {
                problems.add(
                        SetProblem.of(Kind.CHANGED, path.printable(), "The link points elsewhere than was recorded."));
            }
        });
    }

    private void submit(Met met, SealedManifest manifest, BitSet wanted, Optional<SealedUserFiles> users)
            throws IOException {
        int number = manifest.number(met.path());
        if (met.kind() != SealedTree.Kind.FILE || number < 0 || !wanted.get(number)) {
            return;
        }
        filesRead++;
        bytesRead += met.size();
        String path = met.path().text();
        boolean copy = SealedUserFiles.within(met.path());
        FileReading.Expected expected = new FileReading.Expected(
                manifest.sha256(number),
                copy ? Optional.empty() : facts.artefact(path),
                users.flatMap(known -> known.size(number)),
                copy ? Optional.empty() : facts.proof(path),
                copy);
        FileReading reading = new FileReading(files, meter, known);
        pool.give(() -> reading.read(met, expected, problems));
    }
}

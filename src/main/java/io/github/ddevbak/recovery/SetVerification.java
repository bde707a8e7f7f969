package io.github.ddevbak.recovery;

import io.github.ddevbak.files.SealedManifest;
import io.github.ddevbak.files.SealedTree;
import io.github.ddevbak.files.SealedTree.Met;
import io.github.ddevbak.files.SealedUserFiles;
import io.github.ddevbak.recovery.SetProblem.Kind;
import io.github.ddevbak.store.RunProject;
import io.github.ddevbak.store.SealedFolder;
import java.io.IOException;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/** The verification of one set, from its manifest to its last file. */
final class SetVerification {
    private final SealedFolder set;
    private final SetFacts facts;
    private final SetFiles files;
    private final ReadMeter meter;
    private final ReadingPool pool;
    private final KnownInodes known;
    private final SetProblems problems = new SetProblems();
    private long filesRead;
    private long bytesRead;

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
        Optional<ManifestReading.Read> sealed = ManifestReading.read(set, kept, files, meter, problems);
        if (sealed.isEmpty()) {
            return new Done(problems, turn.of(new long[0]), "", 0, 0);
        }
        SealedManifest manifest = sealed.get().manifest();
        UserFilesCheck check = new UserFilesCheck(facts, problems);
        Optional<SealedUserFiles> users = check.read(set.folder(), manifest, files, meter);
        SetInventory inventory = new SetInventory(manifest, facts, problems);
        walk(inventory::met);
        inventory.missing(() -> files.open(set.folder().resolve(ManifestReading.NAME)));
        inventory.artefacts();
        users.ifPresent(read -> check.compare(read, inventory.userLinks()));
        Coverage before = turn.before();
        Coverage coverage = turn.of(inventory.sizes());
        BitSet wanted = wanted(before, coverage);
        walk(met -> submit(met, manifest, wanted, users));
        pool.finish();
        return new Done(problems, coverage, sealed.get().sha256(), filesRead, bytesRead);
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

    private void walk(SealedTree.Visitor visitor) throws IOException {
        SealedTree.walk(set.folder(), meter.cancelled(), visitor)
                .forEach(sentence -> problems.add(SetProblem.of(Kind.UNREADABLE, "", sentence)));
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

package io.github.ddevbak.recovery;

import io.github.ddevbak.files.RawPath;
import io.github.ddevbak.files.SealedManifest;
import io.github.ddevbak.files.SealedTree.Met;
import io.github.ddevbak.files.SealedUserFiles;
import io.github.ddevbak.recovery.SetProblem.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What lies in the folder of a set, against what its manifest and its set.json name. */
final class SetInventory {
    private static final Set<String> OURS = Set.of("set.json", "RESTORE.md");

    private final SealedManifest manifest;
    private final SetFacts facts;
    private final SetProblems problems;
    private final BitSet there = new BitSet();
    private final Map<RawPath, RawPath> userLinks = new HashMap<>();
    private final Set<String> linked = new HashSet<>();
    private final long[] sizes;
    private long copies;

    SetInventory(SealedManifest manifest, SetFacts facts, SetProblems problems) {
        this.manifest = manifest;
        this.facts = facts;
        this.problems = problems;
        this.sizes = new long[manifest.size()];
    }

    /** Bytes of each file of the manifest, by its number there; 0 for one that is missing. */
    long[] sizes() {
        return sizes;
    }

    /** The links among the user files, and to what they point. */
    Map<RawPath, RawPath> userLinks() {
        return userLinks;
    }

    /** Takes in one thing that was met in the folder. */
    void met(Met met) throws IOException {
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
                    userLinks.put(met.path(), met.target());
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

    /**
     * Tells the files of the manifest that were not met.
     *
     * @param again the manifest from its beginning, for the hashes that they should have
     */
    void missing(Opened again) throws IOException {
        if (there.cardinality() == manifest.size()) {
            return;
        }
        List<SetProblem> missing = new ArrayList<>();
        try (InputStream in = again.open()) {
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
    void artefacts() {
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

    private void extra(String name, String sentence) {
        problems.add(SetProblem.extra(name, sentence));
    }

    /** Opens a file. */
    @FunctionalInterface
    interface Opened {
        InputStream open() throws IOException;
    }
}

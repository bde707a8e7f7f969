package io.github.ddevbak.recovery;

import io.github.ddevbak.files.PutBack;
import io.github.ddevbak.project.Finding;
import io.github.ddevbak.project.Part;
import io.github.ddevbak.project.Printable;
import io.github.ddevbak.store.Artefact;
import io.github.ddevbak.store.Facts;
import io.github.ddevbak.store.StoredSet;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;

/** Puts configuration and user files of a set back into a project's folder. */
final class PartRestore {
    private final BooleanSupplier cancelled;

    PartRestore(BooleanSupplier cancelled) {
        this.cancelled = cancelled;
    }

    RestoredPart config(StoredSet set, Path approot) {
        Map<String, String> hashes = new TreeMap<>();
        for (Artefact artefact : set.record().artefacts()) {
            if (artefact.part() == Part.CONFIG && artefact.path().startsWith("config/")) {
                hashes.put(artefact.path().substring("config/".length()), artefact.sha256());
            }
        }
        return done(
                Part.CONFIG,
                set,
                () -> new PutBack(approot, cancelled).files(set.folder().resolve("config"), hashes));
    }

    RestoredPart files(StoredSet set, Path approot) {
        Facts facts = set.record().parts().stream()
                .filter(part -> part.part() == Part.FILES)
                .map(Facts::of)
                .findFirst()
                .orElseThrow();
        Path lines = set.folder().resolve("files").resolve("manifest.jsonl");
        if (!Files.isRegularFile(lines)) {
            return new RestoredPart(
                    Part.FILES,
                    set.id(),
                    List.of(Finding.error(
                            "files.not-restored",
                            "set " + set.id() + " has no files/manifest.jsonl",
                            "Follow RESTORE.md in the set.")),
                    Map.of());
        }
        RestoredPart part = done(
                Part.FILES,
                set,
                () -> new PutBack(approot, cancelled)
                        .userFiles(lines, set.folder().resolve("files").resolve("data")));
        return facts.number("files") > facts.map("copied").number("files") ? withPull(part, facts) : part;
    }

    /** What the set does not hold comes back from elsewhere, if from anywhere. */
    private static RestoredPart withPull(RestoredPart part, Facts facts) {
        long missing = facts.number("files") - facts.map("copied").number("files");
        List<String> pull = facts.texts("pull");
        List<Finding> findings = new ArrayList<>(part.findings());
        String sentence = missing + (missing == 1 ? " user file is" : " user files are") + " not in the set";
        findings.add(
                pull.isEmpty() && facts.text("upstream").isEmpty()
                        ? Finding.loss(
                                "files.elsewhere",
                                sentence + ", and no place is known where they come back from",
                                "Look for another copy of " + String.join(", ", facts.texts("dirs")) + ".")
                        : Finding.warning(
                                "files.elsewhere",
                                sentence + "; they come back from " + facts.text("upstream"),
                                pull.isEmpty() ? "" : "Run: " + String.join(" && ", pull)));
        return new RestoredPart(part.part(), part.set(), findings, part.facts());
    }

    /** A deed of one part. */
    private interface Deed {
        PutBack.Result run() throws IOException;
    }

    private static RestoredPart done(Part part, StoredSet set, Deed deed) {
        List<Finding> findings = new ArrayList<>();
        Map<String, Object> facts = new LinkedHashMap<>();
        try {
            PutBack.Result result = deed.run();
            facts.put("files", result.files());
            facts.put("bytes", result.bytes());
            result.refused()
                    .forEach(why -> findings.add(Finding.error(
                            part.word() + ".not-restored",
                            why,
                            "Put it back by hand; it is in set " + set.id() + ".")));
        } catch (InterruptedIOException e) {
            findings.add(Finding.error(part.word() + ".cancelled", "it was cancelled", "Run ddevbak restore again."));
        } catch (IOException why) {
            findings.add(Finding.error(
                    part.word() + ".not-restored",
                    "the " + part.word() + " could not be put back: "
                            + Printable.text(String.valueOf(why.getMessage())),
                    "Look at the rights and the space there, then run ddevbak restore again."));
        }
        return new RestoredPart(part, set.id(), findings, facts);
    }
}

package io.github.ddevbak.recovery;

import io.github.ddevbak.git.BundleProof;
import io.github.ddevbak.project.Part;
import io.github.ddevbak.store.Artefact;
import io.github.ddevbak.store.Facts;
import io.github.ddevbak.store.RunProject;
import io.github.ddevbak.store.SetRecord;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What {@code set.json} says that the files of a set, and the file of the run that made it, must agree with. */
final class SetFacts {
    private final Map<String, Artefact> artefacts = new HashMap<>();
    private final Map<String, ContentProof> proofs = new HashMap<>();
    private final Optional<SetRecord> record;

    /** @param record empty where {@code set.json} cannot be used: then only checksums are left */
    SetFacts(Optional<SetRecord> record, BundleProof git) {
        this.record = record;
        record.ifPresent(set -> {
            set.artefacts().forEach(artefact -> artefacts.put(artefact.path(), artefact));
            DatabaseContents.addTo(proofs, set);
            VolumeContents.addTo(proofs, set);
            CodeContents.addTo(proofs, set, git);
        });
    }

    boolean known() {
        return record.isPresent();
    }

    Map<String, Artefact> artefacts() {
        return Map.copyOf(artefacts);
    }

    Optional<Artefact> artefact(String path) {
        return Optional.ofNullable(artefacts.get(path));
    }

    Optional<ContentProof> proof(String path) {
        return Optional.ofNullable(proofs.get(path));
    }

    /** Files whose content the parts tell of and that are no artefacts of the set. */
    List<String> promised() {
        return proofs.keySet().stream()
                .filter(path -> !artefacts.containsKey(path))
                .sorted()
                .toList();
    }

    /** How many user files were copied; empty where none were. */
    Optional<Long> copied() {
        return record.flatMap(set -> set.parts().stream()
                        .filter(part -> part.part() == Part.FILES)
                        .findFirst())
                .map(part -> Facts.of(part).map("copied").number("files"))
                .filter(count -> count > 0);
    }

    /** How many user files the manifests name; empty where the set does not say. */
    Optional<Long> userFiles() {
        return record.flatMap(set -> set.parts().stream()
                        .filter(part -> part.part() == Part.FILES)
                        .filter(part -> part.facts().get("files") instanceof Long)
                        .findFirst())
                .map(part -> Facts.of(part).number("files"));
    }

    /** Whether a link belongs there: among the configuration, which is listed in the part's facts. */
    boolean link(String path) {
        return record.stream()
                .flatMap(set -> set.parts().stream())
                .filter(part -> part.part() == Part.CONFIG)
                .anyMatch(
                        part -> Facts.of(part).texts("files").stream().anyMatch(file -> path.equals("config/" + file)));
    }

    /** In what the file of a run says something else of the set; empty where both agree. */
    List<String> disagreements(RunProject run) {
        List<String> other = new ArrayList<>();
        record.ifPresent(set -> {
            if (!run.approot().equals(set.approot())) {
                other.add("the project's folder");
            }
            if (!run.verdict().equals(set.verdict()) || !run.survives().equals(set.survives())) {
                other.add("the verdict");
            }
            if (!run.parts().equals(set.parts())) {
                other.add("the parts");
            }
            if (run.bytes() != set.bytes()) {
                other.add("the size");
            }
        });
        return other;
    }
}

package io.github.ddevbak.store;

import io.github.ddevbak.project.Finding;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a list tells of one folder of sets: of a set whose files are as they were from memory, else from the files. */
final class FolderSummaries {
    private final SetFolder sets;
    private final Path folder;
    private final SummaryIndex index;
    private final Map<String, SummaryIndex.Entry> known;
    private final Map<String, SummaryIndex.Entry> now = new HashMap<>();
    private final List<Finding> broken = new ArrayList<>();
    private boolean learnt;

    FolderSummaries(SetFolder sets, Path folder, SummaryIndex index) {
        this.sets = sets;
        this.folder = folder;
        this.index = index;
        this.known = index.of(folder);
    }

    /** What has the name of a set. */
    private record Candidate(SetId id, Path folder) {}

    /** The whole ones and one finding for each of the others, newest first. */
    Summaries look() {
        List<SetSummary> whole = new ArrayList<>();
        try {
            Set<String> names = new HashSet<>();
            for (Candidate one : candidates(names)) {
                summary(one.folder(), one.id(), names).ifPresent(whole::add);
            }
        } catch (DestinationException unlistable) {
            broken.add(sets.unlistable(unlistable));
        }
        if (learnt || now.size() != known.size()) {
            index.learn(folder, now);
        } else {
            index.confirm(folder);
        }
        return new Summaries(whole, broken);
    }

    private List<Candidate> candidates(Set<String> names) {
        List<Candidate> candidates = new ArrayList<>();
        for (Path entry : SetFolder.unsorted(folder)) {
            names.add(SetFolder.name(entry));
            SetFolder.candidate(entry).ifPresent(id -> candidates.add(new Candidate(id, entry)));
        }
        candidates.sort((one, other) -> other.id().compareTo(one.id()));
        return candidates;
    }

    private Optional<SetSummary> summary(Path set, SetId id, Set<String> names) {
        Seen record = Seen.of(set.resolve(SetFolder.RECORD));
        Seen manifest = Seen.of(set.resolve(Manifest.NAME));
        Map<NoteKind, Seen> notes = new EnumMap<>(NoteKind.class);
        for (NoteKind kind : NoteKind.values()) {
            String note = SetNotes.name(id.text(), kind);
            if (names.contains(note)) {
                notes.put(kind, Seen.of(folder.resolve(note)));
            }
        }
        SummaryIndex.Entry before = known.get(id.text());
        if (before != null && record.there() && manifest.there() && before.still(record, manifest, notes)) {
            now.put(id.text(), before);
            return Optional.of(before.summary());
        }
        Optional<SetSummary> read =
                sets.whole(set, broken).map(whole -> SetSummary.of(whole, learnt(whole, notes.keySet())));
        read.ifPresent(summary -> {
            now.put(id.text(), new SummaryIndex.Entry(record, manifest, notes, summary));
            learnt = true;
        });
        return read;
    }

    private static List<Learnt> learnt(StoredSet set, Set<NoteKind> kinds) {
        return kinds.stream()
                .flatMap(kind -> SetNotes.of(set, kind).stream())
                .map(Learnt::of)
                .toList();
    }
}

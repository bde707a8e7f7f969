package io.github.ddevbak.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the note beside a set tells of its copies off this machine. */
public final class SetCopies {
    private static final String COPIES = "copies";

    private SetCopies() {}

    /** Every copy that was seen, one of each repository. */
    public static List<SetCopy> of(StoredSet set) {
        Optional<SetNote> note = SetNotes.of(set, NoteKind.COPIED);
        return note.stream()
                .flatMap(one -> Facts.of(one).maps(COPIES).stream().map(facts -> SetCopy.of(facts, one.at())))
                .toList();
    }

    /**
     * Notes a copy in the place of an earlier one in its repository.
     *
     * @throws DestinationException where it cannot be noted; the copy is there all the same
     */
    public static void keep(StoredSet set, SetCopy copy) {
        List<SetCopy> copies = without(set, copy.repositoryId());
        copies.add(copy);
        write(set, copies, copy.seen());
    }

    /** Notes that it is not in that repository any more. */
    public static void lost(StoredSet set, String repositoryId, Instant now) {
        List<SetCopy> left = without(set, repositoryId);
        if (left.size() < of(set).size()) {
            write(set, left, now);
        }
    }

    private static List<SetCopy> without(StoredSet set, String repositoryId) {
        List<SetCopy> copies = new ArrayList<>(of(set));
        copies.removeIf(one -> one.repositoryId().equals(repositoryId));
        return copies;
    }

    private static void write(StoredSet set, List<SetCopy> copies, Instant at) {
        if (copies.isEmpty()) {
            SetNotes.forget(set, NoteKind.COPIED);
            return;
        }
        List<Map<String, Object>> facts = copies.stream().map(SetCopy::facts).toList();
        SetNotes.keep(set, SetNote.of(set, NoteKind.COPIED, at, true, 0, Map.of(COPIES, facts)));
    }
}

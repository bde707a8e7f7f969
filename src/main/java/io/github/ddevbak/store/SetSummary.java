package io.github.ddevbak.store;

import io.github.ddevbak.project.Part;
import io.github.ddevbak.project.PartState;
import io.github.ddevbak.project.ProjectName;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a list of many sets tells of one, without holding all that its record says.
 *
 * @param project whose
 * @param id its folder's name
 * @param folder absolute
 * @param figures from its record
 * @param parts every part's state, in the record's order
 * @param learnt what the notes beside it say, one of each kind
 */
public record SetSummary(
        ProjectName project, String id, Path folder, Figures figures, Map<Part, PartState> parts, List<Learnt> learnt) {

    /**
     * What is one value each.
     *
     * @param created when, in UTC
     * @param bytes what the set weighs
     * @param newBytes what of this is its own
     * @param good whether every part asked for is good
     * @param verdict the worst of the parts
     * @param survives {@code nothing}, {@code mistake} or {@code disk}
     */
    public record Figures(Instant created, long bytes, long newBytes, boolean good, String verdict, String survives) {}

    public SetSummary {
        parts = Collections.unmodifiableMap(new LinkedHashMap<>(parts));
        learnt = List.copyOf(learnt);
    }

    static SetSummary of(StoredSet set, List<Learnt> learnt) {
        SetRecord record = set.record();
        Map<Part, PartState> parts = new LinkedHashMap<>();
        record.parts().forEach(part -> parts.put(part.part(), part.state()));
        Figures figures = new Figures(
                record.created(),
                record.bytes(),
                record.newBytes(),
                record.good(),
                record.verdict(),
                record.survives());
        return new SetSummary(set.project(), set.id(), set.folder(), figures, parts, learnt);
    }

    public Optional<Learnt> learnt(NoteKind kind) {
        return learnt.stream().filter(note -> note.kind() == kind).findFirst();
    }

    /** As {@link StoredSet#safetyCopy()}, by the name: the label follows its stamp. */
    public boolean safetyCopy() {
        return safetyCopy(id);
    }

    static boolean safetyCopy(String id) {
        return id.startsWith("Z-" + SetRecord.BEFORE_RESTORE, id.indexOf('Z'));
    }

    /** Whether it holds a good copy of the part, as {@link GoodParts#good(StoredSet, Part)} says. */
    public boolean good(Part part) {
        PartState state = parts.getOrDefault(part, PartState.SKIPPED);
        return GoodParts.good(state, () -> learnt(NoteKind.ACCEPTED).isPresent());
    }
}

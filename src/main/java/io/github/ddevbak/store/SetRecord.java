package io.github.ddevbak.store;

import io.github.ddevbak.project.Part;
import io.github.ddevbak.project.PartState;
import io.github.ddevbak.project.Printable;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What {@code set.json} says: everything known of one project's backup at one time.
 *
 * @param schema {@link #SCHEMA}
 * @param project its name
 * @param id the set's folder name
 * @param label given by the user; may be empty
 * @param created when, in UTC
 * @param approot the project's folder, absolute
 * @param type ddev's type word; empty where unknown
 * @param docroot relative to the approot; may be empty
 * @param statusFound ddev's word for the state the project was found in
 * @param versions ddevbak, ddev, docker platform, database; only those known
 * @param parts every part's outcome
 * @param artefacts every file that belongs to a part
 * @param verdict the worst of the parts
 * @param survives {@code nothing}, {@code mistake} or {@code disk}
 * @param tookMillis milliseconds
 */
public record SetRecord(
        String schema,
        String project,
        String id,
        String label,
        Instant created,
        String approot,
        String type,
        String docroot,
        String statusFound,
        Map<String, String> versions,
        List<PartRecord> parts,
        List<Artefact> artefacts,
        String verdict,
        String survives,
        long tookMillis) {

    /** The form of {@code set.json} that this version writes and reads. */
    public static final String SCHEMA = "ddevbak/set/1";

    private static final Pattern WORD = Pattern.compile("[a-z-]{1,32}");

    /** The label of a set that keeps what a restore was about to overwrite. */
    public static final String BEFORE_RESTORE = "before-restore";

    public SetRecord {
        if (!schema.equals(SCHEMA)) {
            throw new IllegalArgumentException("not the schema of a set: " + schema);
        }
        if (SetId.parse(id).isEmpty()) {
            throw new IllegalArgumentException("not the name of a set: " + id);
        }
        if (!WORD.matcher(verdict).matches() || !WORD.matcher(survives).matches()) {
            throw new IllegalArgumentException("not a verdict, or not what it survives");
        }
        if (approot.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("not a folder: " + Printable.text(approot));
        }
        versions = Collections.unmodifiableMap(new LinkedHashMap<>(versions));
        parts = List.copyOf(parts);
        artefacts = List.copyOf(artefacts);
    }

    /** Whether every part asked for is good; a set of no parts is not. */
    public boolean good() {
        return !parts.isEmpty() && parts.stream().map(PartRecord::state).allMatch(PartState::good);
    }

    /** What the set weighs: its artefacts and the user files that were copied into it. */
    public long bytes() {
        return artefactBytes() + copied("bytes");
    }

    /** What of this is the set's own: without the user files that it shares with an earlier one. */
    public long newBytes() {
        return artefactBytes() + copied("newBytes");
    }

    private long artefactBytes() {
        return artefacts.stream().mapToLong(Artefact::size).sum();
    }

    private long copied(String fact) {
        return parts.stream()
                .filter(part -> part.part() == Part.FILES)
                .mapToLong(part -> Facts.of(part).map("copied").number(fact))
                .sum();
    }
}

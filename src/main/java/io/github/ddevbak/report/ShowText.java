package io.github.ddevbak.report;

import io.github.ddevbak.project.Finding;
import io.github.ddevbak.project.Part;
import io.github.ddevbak.project.PartState;
import io.github.ddevbak.project.Printable;
import io.github.ddevbak.project.SchemaCounts;
import io.github.ddevbak.store.Artefact;
import io.github.ddevbak.store.NoteKind;
import io.github.ddevbak.store.PartRecord;
import io.github.ddevbak.store.SetNote;
import io.github.ddevbak.store.SetRecord;
import io.github.ddevbak.store.StoredDatabases;
import io.github.ddevbak.store.StoredDump;
import io.github.ddevbak.store.StoredSet;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** One set, told to a person: what it is, what it holds, what is wrong with it and what was learnt of it since. */
public final class ShowText {
    private static final int NO_TERMINAL = 80;

    /** Characters of one value; a longer one is nothing that ddevbak writes. */
    private static final int LONGEST = 2000;

    private final Ink ink;
    private final Instant now;
    private final int columns;
    private final List<String> lines = new ArrayList<>();

    /** @param columns of the terminal; 0 where there is none */
    public ShowText(Ink ink, Instant now, int columns) {
        this.ink = ink;
        this.now = now;
        this.columns = columns == 0 ? NO_TERMINAL : columns;
    }

    /**
     * The lines, in their order.
     *
     * @param survives what the set outlives by what is known now
     */
    public List<String> of(StoredSet set, List<SetNote> notes, String survives) {
        SetRecord record = set.record();
        lines.add(ink.strong(set.project().text()) + "  set " + set.id() + ", "
                + Sizes.age(Duration.between(record.created(), now)) + " old, " + Sizes.bytes(record.bytes()));
        String then = record.survives().equals(survives) ? "" : " now, " + record.survives() + " when it was made";
        field("verdict", record.verdict() + ", survives " + survives + then);
        field("made", record.created() + " in " + Sizes.took(Duration.ofMillis(record.tookMillis())));
        field("project", record.approot() + (record.type().isEmpty() ? "" : " (" + record.type() + ")"));
        field("with", versions(record));
        field("folder", set.folder().toString());
        field("by hand", "RESTORE.md in that folder");
        notes.stream().filter(note -> note.kind() != NoteKind.SAMPLED).forEach(this::note);
        boolean global = set.global();
        if (notes.stream().noneMatch(note -> note.kind() == NoteKind.VERIFIED)) {
            field("verified", "not yet: ddevbak verify" + (global ? "" : " " + set.project()));
        }
        if (!global && notes.stream().noneMatch(note -> note.kind() == NoteKind.DRILLED)) {
            field("drilled", "not yet: ddevbak drill " + set.project());
        }
        for (PartRecord part : record.parts()) {
            part(record, part);
        }
        return List.copyOf(lines);
    }

    private static String versions(SetRecord record) {
        List<String> all = new ArrayList<>();
        record.versions().forEach((tool, version) -> all.add(tool + " " + version));
        return String.join(", ", all);
    }

    private void field(String name, String value) {
        lines.addAll(Layout.wrapped(
                shown(value), "  " + name + " ".repeat(Math.max(1, 10 - name.length())), " ".repeat(12), columns));
    }

    private static String shown(String text) {
        return Printable.text(text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text);
    }

    private void note(SetNote note) {
        field(
                note.kind().word(),
                (note.good() ? "good, " : "NOT GOOD, ") + Sizes.age(Duration.between(note.at(), now)) + " ago, in "
                        + Sizes.took(Duration.ofMillis(note.tookMillis())));
    }

    private void part(SetRecord record, PartRecord part) {
        lines.add("");
        String words = PartWords.of(part);
        String state = part.state().word();
        String shown =
                part.state() == PartState.OK ? ink.good(state) : part.state().good() ? state : ink.bad(state);
        lines.add(ink.strong(part.part().word()) + "  " + shown);
        if (!words.isEmpty()) {
            lines.addAll(Layout.wrapped(shown(words), "  ", "  ", columns));
        }
        if (part.part() == Part.DATABASE) {
            databases(StoredDatabases.of(record));
        }
        for (Artefact artefact : record.artefacts()) {
            if (artefact.part() == part.part()) {
                String size = Sizes.bytes(artefact.size());
                lines.add("  " + " ".repeat(Math.max(0, 9 - size.length())) + size + "  " + shown(artefact.path()));
            }
        }
        for (Finding finding : part.findings()) {
            String accepted = finding.counts() ? "" : " (accepted: " + finding.accepted() + ")";
            lines.addAll(Layout.wrapped(
                    finding.severity().word() + ": " + shown(finding.sentence() + accepted), "  ", "    ", columns));
            if (!finding.hint().isEmpty()) {
                lines.addAll(Layout.wrapped("→ " + shown(finding.hint()), "    ", "      ", columns));
            }
        }
    }

    private void databases(StoredDatabases stored) {
        for (StoredDump dump : stored.dumps()) {
            SchemaCounts counts = dump.counts();
            lines.addAll(Layout.wrapped(
                    shown(dump.name()) + ": " + counts.tables() + " tables, " + Sizes.count(dump.rows())
                            + " rows, " + (counts.views() + counts.materializedViews()) + " views, "
                            + counts.routines() + " routines, " + counts.events() + " events, " + counts.triggers()
                            + " triggers, " + Sizes.bytes(dump.plainBytes()) + " of SQL",
                    "  ",
                    "    ",
                    columns));
        }
    }
}

package io.github.ddevbak.store;

import io.github.ddevbak.project.Part;
import io.github.ddevbak.project.PartState;
import io.github.ddevbak.project.ProjectName;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.CRC32C;

/**
 * What was read of sets before, so that many are listed at once: {@code <state>/catalogue/<destination>}. It may be
 * deleted at any time, and one that is damaged or cannot be written is as if there were none. Two processes at once only
 * cost each other what they learnt: each writes a whole file.
 */
final class SummaryIndex {
    /** Counted up whenever the form or what is remembered changes. */
    private static final String FORM = "ddevbak/catalogue/1";

    private final Path file;
    private final Map<String, Entry> known;
    private final Map<String, Entry> now = new ConcurrentHashMap<>();

    /**
     * One set as it was read.
     *
     * @param record by what its {@code set.json} is known again
     * @param manifest the same of its manifest
     * @param notes the same of its notes, by kind
     */
    record Entry(Seen record, Seen manifest, Map<NoteKind, Seen> notes, SetSummary summary) {
        boolean still(Seen recordNow, Seen manifestNow, Map<NoteKind, Seen> notesNow) {
            return record.equals(recordNow) && manifest.equals(manifestNow) && notes.equals(notesNow);
        }
    }

    private SummaryIndex(Path file, Map<String, Entry> known) {
        this.file = file;
        this.known = known;
    }

    /** What is remembered of a destination. */
    static SummaryIndex of(Path state, Path destination) {
        byte[] name = destination.toString().getBytes(StandardCharsets.UTF_8);
        Path file = state.resolve("catalogue").resolve(Sha256.of(name).hex().substring(0, 16));
        try {
            return new SummaryIndex(file, read(Files.readAllBytes(file)));
        } catch (IOException | IllegalArgumentException | DateTimeException none) {
            return new SummaryIndex(file, Map.of());
        }
    }

    Optional<SetSummary> known(Path set, Seen record, Seen manifest, Map<NoteKind, Seen> notes) {
        Entry entry = known.get(set.toString());
        if (entry == null || !entry.still(record, manifest, notes)) {
            return Optional.empty();
        }
        now.put(set.toString(), entry);
        return Optional.of(entry.summary());
    }

    void learn(Entry entry) {
        now.put(entry.summary().folder().toString(), entry);
    }

    /**
     * Keeps what was learnt, where anything was.
     *
     * @param everything whether every set was looked at, so that what was not met is gone
     */
    void keep(boolean everything) {
        Map<String, Entry> all = new HashMap<>(everything ? Map.of() : known);
        all.putAll(now);
        if (all.equals(known)) {
            return;
        }
        try {
            FileModes.makeFolder(file.resolveSibling(""));
            AtomicFile.write(file, written(all));
        } catch (IOException unwritable) {
            // the next list reads the sets again
            return;
        }
    }

    private static byte[] written(Map<String, Entry> entries) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 16);
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeUTF(FORM);
        out.writeInt(entries.size());
        for (Map.Entry<String, Entry> each : entries.entrySet()) {
            SetSummary summary = each.getValue().summary();
            out.writeUTF(summary.project().text());
            out.writeUTF(each.getKey());
            write(out, each.getValue().record());
            write(out, each.getValue().manifest());
            SetSummary.Figures figures = summary.figures();
            write(out, figures.created());
            out.writeLong(figures.bytes());
            out.writeLong(figures.newBytes());
            out.writeBoolean(figures.good());
            out.writeUTF(figures.verdict());
            out.writeUTF(figures.survives());
            out.writeByte(summary.parts().size());
            for (Map.Entry<Part, PartState> part : summary.parts().entrySet()) {
                out.writeUTF(part.getKey().name());
                out.writeUTF(part.getValue().name());
            }
            out.writeByte(each.getValue().notes().size());
            for (Map.Entry<NoteKind, Seen> note : each.getValue().notes().entrySet()) {
                out.writeUTF(note.getKey().name());
                write(out, note.getValue());
            }
            out.writeByte(summary.learnt().size());
            for (Learnt learnt : summary.learnt()) {
                out.writeUTF(learnt.kind().name());
                write(out, learnt.at());
                out.writeBoolean(learnt.good());
                out.writeLong(learnt.tookMillis());
            }
        }
        byte[] content = bytes.toByteArray();
        out.writeLong(sum(content, content.length));
        return bytes.toByteArray();
    }

    private static void write(DataOutputStream out, Instant at) throws IOException {
        out.writeLong(at.getEpochSecond());
        out.writeInt(at.getNano());
    }

    private static void write(DataOutputStream out, Seen seen) throws IOException {
        out.writeLong(seen.size());
        out.writeLong(seen.modified());
        out.writeLong(seen.changed());
        out.writeLong(seen.inode());
    }

    private static long sum(byte[] content, int length) {
        CRC32C sum = new CRC32C();
        sum.update(content, 0, length);
        return sum.getValue();
    }

    private static Map<String, Entry> read(byte[] content) throws IOException {
        int length = content.length - Long.BYTES;
        if (length < 0 || ByteBuffer.wrap(content).getLong(length) != sum(content, length)) {
            throw new IOException("damaged");
        }
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(content, 0, length));
        if (!in.readUTF().equals(FORM)) {
            throw new IOException("of another version");
        }
        int count = in.readInt();
        Map<String, Entry> entries = new HashMap<>(count * 2);
        for (int i = 0; i < count; i++) {
            Entry entry = entry(in);
            entries.put(entry.summary().folder().toString(), entry);
        }
        return entries;
    }

    private static Entry entry(DataInputStream in) throws IOException {
        ProjectName project = new ProjectName(in.readUTF());
        Path folder = Path.of(in.readUTF());
        Seen record = seen(in);
        Seen manifest = seen(in);
        SetSummary.Figures figures = new SetSummary.Figures(
                Instant.ofEpochSecond(in.readLong(), in.readInt()),
                in.readLong(),
                in.readLong(),
                in.readBoolean(),
                in.readUTF().intern(),
                in.readUTF().intern());
        Map<Part, PartState> parts = new LinkedHashMap<>();
        for (int count = in.readByte(); count > 0; count--) {
            parts.put(Part.valueOf(in.readUTF()), PartState.valueOf(in.readUTF()));
        }
        Map<NoteKind, Seen> notes = new LinkedHashMap<>();
        for (int count = in.readByte(); count > 0; count--) {
            notes.put(NoteKind.valueOf(in.readUTF()), seen(in));
        }
        List<Learnt> learnt = new ArrayList<>();
        for (int count = in.readByte(); count > 0; count--) {
            learnt.add(new Learnt(
                    NoteKind.valueOf(in.readUTF()),
                    Instant.ofEpochSecond(in.readLong(), in.readInt()),
                    in.readBoolean(),
                    in.readLong()));
        }
        SetSummary summary = new SetSummary(project, SetFolder.name(folder), folder, figures, parts, learnt);
        return new Entry(record, manifest, notes, summary);
    }

    private static Seen seen(DataInputStream in) throws IOException {
        return new Seen(in.readLong(), in.readLong(), in.readLong(), in.readLong());
    }
}

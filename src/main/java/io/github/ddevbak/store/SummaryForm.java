package io.github.ddevbak.store;

import io.github.ddevbak.project.Part;
import io.github.ddevbak.project.PartState;
import io.github.ddevbak.project.ProjectName;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The bytes in which the sets of one folder are remembered: first the words that they share, then each set with the
 * numbers of its words. Read at one go, for it is done while somebody waits.
 */
final class SummaryForm {
    private SummaryForm() {}

    static byte[] written(Collection<SummaryIndex.Entry> entries) {
        Numbered words = new Numbered();
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        try {
            DataOutputStream out = new DataOutputStream(body);
            for (SummaryIndex.Entry entry : entries) {
                write(entry, words, out);
            }
            DataOutputStream head = new DataOutputStream(whole);
            head.writeInt(words.numbers.size());
            for (String word : words.numbers.keySet()) {
                byte[] text = word.getBytes(StandardCharsets.UTF_8);
                head.writeInt(text.length);
                head.write(text);
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException("memory cannot be written", impossible);
        }
        whole.writeBytes(body.toByteArray());
        return whole.toByteArray();
    }

    /** Words, each written once. */
    private static final class Numbered {
        private final Map<String, Integer> numbers = new LinkedHashMap<>();

        int number(String word) {
            return numbers.computeIfAbsent(word, unknown -> numbers.size());
        }
    }

    private static void write(SummaryIndex.Entry entry, Numbered words, DataOutputStream out) throws IOException {
        SetSummary summary = entry.summary();
        SetSummary.Figures figures = summary.figures();
        out.writeInt(words.number(summary.project().text()));
        out.writeInt(words.number(figures.verdict()));
        out.writeInt(words.number(figures.survives()));
        out.writeInt(words.number(text(summary.parts())));
        byte[] id = summary.id().getBytes(StandardCharsets.ISO_8859_1);
        out.writeInt(id.length);
        out.write(id);
        write(entry.record(), out);
        write(entry.manifest(), out);
        write(figures.created(), out);
        out.writeLong(figures.bytes());
        out.writeLong(figures.newBytes());
        out.writeByte(figures.good() ? 1 : 0);
        out.writeByte(entry.notes().size());
        for (Map.Entry<NoteKind, Seen> note : entry.notes().entrySet()) {
            out.writeInt(words.number(note.getKey().name()));
            write(note.getValue(), out);
        }
        out.writeByte(summary.learnt().size());
        for (Learnt learnt : summary.learnt()) {
            out.writeInt(words.number(learnt.kind().name()));
            write(learnt.at(), out);
            out.writeByte(learnt.good() ? 1 : 0);
            out.writeLong(learnt.tookMillis());
        }
    }

    private static String text(Map<Part, PartState> parts) {
        StringBuilder text = new StringBuilder();
        parts.forEach((part, state) ->
                text.append(part.name()).append(' ').append(state.name()).append(' '));
        return text.toString();
    }

    private static void write(Instant at, DataOutputStream out) throws IOException {
        out.writeLong(at.getEpochSecond());
        out.writeInt(at.getNano());
    }

    private static void write(Seen seen, DataOutputStream out) throws IOException {
        out.writeLong(seen.size());
        out.writeLong(seen.modified());
        out.writeLong(seen.changed());
        out.writeLong(seen.inode());
    }

    /**
     * The sets by name.
     *
     * @throws RuntimeException one of those of a buffer that ends early, an index, an argument or a date where the bytes
     *     are not of this form
     */
    static Map<String, SummaryIndex.Entry> read(byte[] block, Path folder) {
        ByteBuffer in = ByteBuffer.wrap(block);
        List<String> words = new ArrayList<>();
        for (int count = in.getInt(); count > 0; count--) {
            words.add(text(in, block));
        }
        Map<String, SummaryIndex.Entry> entries = new HashMap<>();
        Map<String, Map<Part, PartState>> parts = new HashMap<>();
        while (in.hasRemaining()) {
            SummaryIndex.Entry entry = entry(in, block, words, parts, folder);
            entries.put(entry.summary().id(), entry);
        }
        return entries;
    }

    private static String text(ByteBuffer in, byte[] block) {
        int length = in.getInt();
        int from = in.position();
        in.position(Math.addExact(from, length));
        return new String(block, from, length, StandardCharsets.UTF_8);
    }

    private static SummaryIndex.Entry entry(
            ByteBuffer in, byte[] block, List<String> words, Map<String, Map<Part, PartState>> parts, Path folder) {
        ProjectName project = new ProjectName(words.get(in.getInt()));
        String verdict = words.get(in.getInt());
        String survives = words.get(in.getInt());
        Map<Part, PartState> states = parts.computeIfAbsent(words.get(in.getInt()), SummaryForm::parts);
        String id = text(in, block);
        Seen record = seen(in);
        Seen manifest = seen(in);
        SetSummary.Figures figures =
                new SetSummary.Figures(at(in), in.getLong(), in.getLong(), in.get() == 1, verdict, survives);
        Map<NoteKind, Seen> notes = new EnumMap<>(NoteKind.class);
        for (int count = in.get(); count > 0; count--) {
            notes.put(NoteKind.valueOf(words.get(in.getInt())), seen(in));
        }
        List<Learnt> learnt = new ArrayList<>();
        for (int count = in.get(); count > 0; count--) {
            learnt.add(new Learnt(NoteKind.valueOf(words.get(in.getInt())), at(in), in.get() == 1, in.getLong()));
        }
        return new SummaryIndex.Entry(
                record, manifest, notes, new SetSummary(project, id, folder.resolve(id), figures, states, learnt));
    }

    private static Map<Part, PartState> parts(String text) {
        Map<Part, PartState> parts = new LinkedHashMap<>();
        String[] words = text.isEmpty() ? new String[0] : text.split(" ", -1);
        for (int i = 0; i + 1 < words.length; i += 2) {
            parts.put(Part.valueOf(words[i]), PartState.valueOf(words[i + 1]));
        }
        return parts;
    }

    private static Instant at(ByteBuffer in) {
        return Instant.ofEpochSecond(in.getLong(), in.getInt());
    }

    private static Seen seen(ByteBuffer in) {
        return new Seen(in.getLong(), in.getLong(), in.getLong(), in.getLong());
    }
}

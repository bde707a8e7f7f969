package io.github.ddevbak.store;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.CRC32C;

/**
 * What was read of sets before, so that many are listed at once: {@code <state>/catalogue/<destination>}, a block of bytes
 * for each folder of sets. It may be deleted at any time, and one that is damaged or cannot be written is as if there were
 * none. Two processes at once only cost each other what they learnt: each writes a whole file.
 */
final class SummaryIndex {
    /** Counted up whenever the form or what is remembered changes. */
    private static final String FORM = "ddevbak/catalogue/2\n";

    private final Path file;
    private final Map<String, byte[]> known;
    private final Map<String, byte[]> now = new ConcurrentHashMap<>();

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

    private SummaryIndex(Path file, Map<String, byte[]> known) {
        this.file = file;
        this.known = known;
    }

    /** What is remembered of a destination. */
    static SummaryIndex of(Path state, Path destination) {
        byte[] name = destination.toString().getBytes(StandardCharsets.UTF_8);
        // Two destinations of one sum only cost each other what they learnt: what is known goes by whole paths.
        Path file = state.resolve("catalogue").resolve(Long.toHexString(sum(name, name.length)));
        try {
            return new SummaryIndex(file, read(Files.readAllBytes(file)));
        } catch (IOException | BufferUnderflowException none) {
            return new SummaryIndex(file, Map.of());
        }
    }

    /** The sets that are remembered of a folder, by name. */
    Map<String, Entry> of(Path folder) {
        byte[] block = known.get(folder.toString());
        try {
            return block == null ? Map.of() : SummaryForm.read(block, folder);
        } catch (BufferUnderflowException
                | IndexOutOfBoundsException
                | IllegalArgumentException
                | DateTimeException no) {
            return Map.of();
        }
    }

    /** The folder is as it was. */
    void confirm(Path folder) {
        byte[] block = known.get(folder.toString());
        if (block != null) {
            now.put(folder.toString(), block);
        }
    }

    void learn(Path folder, Map<String, Entry> entries) {
        now.put(folder.toString(), SummaryForm.written(entries.values()));
    }

    /**
     * Keeps what was learnt, where anything was.
     *
     * @param everything whether every folder was looked at, so that what was not met is gone
     */
    void keep(boolean everything) {
        Map<String, byte[]> all = new HashMap<>(everything ? Map.of() : known);
        all.putAll(now);
        // Blocks that nothing was learnt of are the very same arrays.
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

    private static byte[] written(Map<String, byte[]> blocks) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 16);
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeBytes(FORM);
        for (Map.Entry<String, byte[]> block : blocks.entrySet()) {
            byte[] folder = block.getKey().getBytes(StandardCharsets.UTF_8);
            out.writeInt(folder.length);
            out.write(folder);
            out.writeInt(block.getValue().length);
            out.write(block.getValue());
        }
        byte[] content = bytes.toByteArray();
        out.writeLong(sum(content, content.length));
        return bytes.toByteArray();
    }

    private static long sum(byte[] content, int length) {
        CRC32C sum = new CRC32C();
        sum.update(content, 0, length);
        return sum.getValue();
    }

    private static Map<String, byte[]> read(byte[] content) throws IOException {
        int length = content.length - Long.BYTES;
        if (length < 0 || ByteBuffer.wrap(content).getLong(length) != sum(content, length)) {
            throw new IOException("damaged");
        }
        ByteBuffer in = ByteBuffer.wrap(content, 0, length);
        byte[] form = new byte[FORM.length()];
        in.get(form);
        if (!new String(form, StandardCharsets.ISO_8859_1).equals(FORM)) {
            throw new IOException("of another version");
        }
        Map<String, byte[]> blocks = new HashMap<>();
        while (in.hasRemaining()) {
            String folder = new String(piece(in), StandardCharsets.UTF_8);
            blocks.put(folder, piece(in));
        }
        return blocks;
    }

    private static byte[] piece(ByteBuffer in) {
        int length = in.getInt();
        if (length < 0 || length > in.remaining()) {
            throw new BufferUnderflowException();
        }
        byte[] piece = new byte[length];
        in.get(piece);
        return piece;
    }
}

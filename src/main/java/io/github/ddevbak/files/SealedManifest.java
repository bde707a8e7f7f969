package io.github.ddevbak.files;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Consumer;

/**
 * The manifest of a sealed set, read strictly: every byte of it must be what sealing writes, in the one form and order
 * there is. Keeps some seventy bytes of each line, whatever its path.
 */
public final class SealedManifest {
    /** Flaws that are told one by one. */
    private static final int TOLD = 20;

    private static final int DIGEST = 32;

    /** More than a path can come to, each byte of it escaped. */
    private static final int LONGEST = 16 << 10;

    private final PathPrints paths = new PathPrints();
    private final List<Flaw> flaws = new ArrayList<>();
    private byte[] digests = new byte[64 * DIGEST];
    private long bytes;
    private long lines;

    private SealedManifest() {}

    /**
     * Bytes that are not as sealing writes them.
     *
     * @param line number of the line, from 1
     * @param from its first byte in the file
     * @param to the byte after its last one
     * @param why as the end of a sentence
     */
    public record Flaw(long line, long from, long to, String why) {}

    /**
     * Reads to the end.
     *
     * @throws IOException where the bytes cannot be read
     */
    public static SealedManifest read(InputStream in) throws IOException {
        SealedManifest manifest = new SealedManifest();
        Order order = new Order();
        lines(in, line -> manifest.take(line, order));
        return manifest;
    }

    /** What stands before and must be smaller. */
    private static final class Order {
        private RawPath last = RawPath.EMPTY;
    }

    /** One line as it stands, its newline included where there is one. */
    private static final class Line {
        private final byte[] bytes;
        private final long from;

        Line(byte[] bytes, long from) {
            this.bytes = bytes;
            this.from = from;
        }
    }

    private static void lines(InputStream in, Consumer<Line> reader) throws IOException {
        byte[] buffer = new byte[1 << 16];
        ByteArrayOutputStream line = new ByteArrayOutputStream(256);
        long from = 0;
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
            int at = 0;
            for (int i = 0; i < read; i++) {
                if (buffer[i] == '\n' || line.size() + i - at >= LONGEST) {
                    line.write(buffer, at, i + 1 - at);
                    reader.accept(new Line(line.toByteArray(), from));
                    from += line.size();
                    line.reset();
                    at = i + 1;
                }
            }
            line.write(buffer, at, read - at);
        }
        if (line.size() > 0) {
            reader.accept(new Line(line.toByteArray(), from));
        }
    }

    private void take(Line line, Order order) {
        lines++;
        bytes = line.from + line.bytes.length;
        try {
            ManifestLine parsed = parsed(line.bytes);
            RawPath path = parsed.path();
            if (paths.contains(path)) {
                flaw(line, "it names a file that an earlier line names");
                return;
            }
            if (path.compareTo(order.last) < 0) {
                flaw(line, "it does not stand where its name belongs");
            }
            order.last = path;
            keep(paths.add(path), parsed.sha256());
        } catch (MalformedLineException wrong) {
            flaw(line, wrong.why());
        }
    }

    /** The line, where it is byte for byte what we write. */
    private static ManifestLine parsed(byte[] line) throws MalformedLineException {
        if (line.length == 0 || line[line.length - 1] != '\n') {
            throw new MalformedLineException("it does not end in a newline");
        }
        ManifestLine parsed = ManifestLine.parse(Arrays.copyOf(line, line.length - 1));
        ByteArrayOutputStream written = new ByteArrayOutputStream(line.length);
        try {
            parsed.writeTo(written);
        } catch (IOException impossible) {
            throw new IllegalStateException("memory takes every byte", impossible);
        }
        if (!Arrays.equals(written.toByteArray(), line)) {
            throw new MalformedLineException("it is not in the form that ddevbak writes, such as in its letter case");
        }
        return parsed;
    }

    private void keep(int number, String sha256) {
        if ((number + 1) * DIGEST > digests.length) {
            digests = Arrays.copyOf(digests, digests.length * 2);
        }
        System.arraycopy(HexFormat.of().parseHex(sha256), 0, digests, number * DIGEST, DIGEST);
    }

    private void flaw(Line line, String why) {
        if (flaws.size() < TOLD) {
            flaws.add(new Flaw(lines, line.from, line.from + line.bytes.length, why));
        }
    }

    /** The first flaws; none where every byte is as it must be. */
    public List<Flaw> flaws() {
        return List.copyOf(flaws);
    }

    /** How many files it names. */
    public int size() {
        return paths.size();
    }

    /** Its own size in bytes. */
    public long bytes() {
        return bytes;
    }

    /** Which of its files this is, from 0 in the order of the lines; negative where it is none. */
    public int number(RawPath path) {
        return paths.number(path);
    }

    /** What the content of that file must be, in lower-case hexadecimal. */
    public String sha256(int number) {
        return HexFormat.of().formatHex(digests, number * DIGEST, (number + 1) * DIGEST);
    }

    /** Takes a file of a manifest and its hash. */
    @FunctionalInterface
    public interface Visitor {
        void met(RawPath path, String sha256);
    }

    /** Goes through the files of a manifest, those of lines that cannot be used left out, without keeping any. */
    public static void each(InputStream in, Visitor visitor) throws IOException {
        lines(in, line -> {
            try {
                ManifestLine parsed = parsed(line.bytes);
                visitor.met(parsed.path(), parsed.sha256());
            } catch (MalformedLineException unusable) {
                // Whoever reads the manifest strictly tells of it.
                return;
            }
        });
    }
}

package io.github.ddevbak.files;

import io.github.ddevbak.project.Printable;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * A name or a relative path as the bytes the file system has. Java decodes names by the locale: under cron's
 * {@code LANG=C} an ü is lost, and the path with it. The way round is the URI form, which holds the bytes themselves.
 */
public final class RawPath implements Comparable<RawPath> {
    static final RawPath EMPTY = new RawPath(new byte[0]);

    private final byte[] bytes;

    private RawPath(byte[] bytes) {
        this.bytes = bytes;
    }

    /** Of bytes as they are. */
    public static RawPath of(byte[] bytes) {
        return new RawPath(bytes.clone());
    }

    /** Of a text, in UTF-8. */
    public static RawPath of(String text) {
        return new RawPath(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The bytes of a name or of a link's target. */
    public static RawPath of(Path path) {
        String text = path.toString();
        if (ascii(text)) {
            return new RawPath(text.getBytes(StandardCharsets.US_ASCII));
        }
        byte[] absolute = decoded(Path.of("/").resolve(path).toUri().getRawPath());
        int from = path.isAbsolute() ? 0 : 1;
        int to = absolute[absolute.length - 1] == '/' ? absolute.length - 1 : absolute.length;
        return new RawPath(Arrays.copyOfRange(absolute, from, to));
    }

    /** What lies in this folder under that name. */
    public RawPath child(RawPath name) {
        if (bytes.length == 0) {
            return name;
        }
        byte[] longer = Arrays.copyOf(bytes, bytes.length + 1 + name.bytes.length);
        longer[bytes.length] = '/';
        System.arraycopy(name.bytes, 0, longer, bytes.length + 1, name.bytes.length);
        return new RawPath(longer);
    }

    /** The part before the last slash; empty where there is none. */
    RawPath parent() {
        int slash = bytes.length - 1;
        while (slash >= 0 && bytes[slash] != '/') {
            slash--;
        }
        return slash < 0 ? EMPTY : new RawPath(Arrays.copyOf(bytes, slash));
    }

    /** The name in its folder. */
    byte[] name() {
        int from = bytes.length;
        while (from > 0 && bytes[from - 1] != '/') {
            from--;
        }
        return Arrays.copyOfRange(bytes, from, bytes.length);
    }

    /** Whether this is the other, or lies below it. */
    public boolean within(RawPath other) {
        int length = other.bytes.length;
        return length == 0
                || (bytes.length >= length
                        && Arrays.equals(bytes, 0, length, other.bytes, 0, length)
                        && (bytes.length == length || bytes[length] == '/'));
    }

    /** The file of this relative path below the folder, whatever the locale. */
    public Path under(Path folder) {
        if (ascii()) {
            return folder.resolve(text());
        }
        String base = folder.toUri().getRawPath();
        return Path.of(URI.create("file://" + base + (base.endsWith("/") ? "" : "/") + percent()));
    }

    /** Whether a line of a checksum manifest cannot hold it as it is. */
    boolean escaped() {
        for (byte b : bytes) {
            if (b == '\\' || b == '\n' || b == '\r') {
                return true;
            }
        }
        return false;
    }

    boolean ascii() {
        for (byte b : bytes) {
            if (b < 0) {
                return false;
            }
        }
        return true;
    }

    public boolean utf8() {
        if (ascii()) {
            return true;
        }
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException invalid) {
            return false;
        }
    }

    /** As text; bytes that are none become U+FFFD. */
    public String text() {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /** As text that is safe to print; where it is none, percent-encoded. */
    public String printable() {
        return utf8() ? Printable.text(text()) : percent();
    }

    /** Every byte that is not a letter, a digit or one of {@code /-._~} as {@code %xx}. */
    public String percent() {
        StringBuilder encoded = new StringBuilder(bytes.length + 16);
        for (byte b : bytes) {
            boolean plain = (b >= 'a' && b <= 'z') || (b >= 'A' && b <= 'Z') || (b >= '/' && b <= '9');
            if (plain || b == '-' || b == '.' || b == '_' || b == '~') {
                encoded.append((char) b);
            } else {
                encoded.append('%')
                        .append(Character.forDigit((b >> 4) & 0xf, 16))
                        .append(Character.forDigit(b & 0xf, 16));
            }
        }
        return encoded.toString();
    }

    void writeTo(OutputStream out) throws IOException {
        out.write(bytes);
    }

    /** Writes the bytes from the given one on. */
    void writeTo(ByteBuffer out, int from) {
        out.put(bytes, from, bytes.length - from);
    }

    byte[] bytes() {
        return bytes.clone();
    }

    int length() {
        return bytes.length;
    }

    /** How many bytes both begin with. */
    int shared(RawPath other) {
        int differs = Arrays.mismatch(bytes, other.bytes);
        return differs < 0 ? bytes.length : differs;
    }

    /** Compares with as many of the bytes. */
    int compareTo(byte[] other, int length) {
        return Arrays.compareUnsigned(bytes, 0, bytes.length, other, 0, length);
    }

    /** Orders directories as if their names ended in a slash, so that a walk meets whole paths in byte order. */
    public static int inWalkOrder(RawPath a, boolean aIsDirectory, RawPath b, boolean bIsDirectory) {
        int shared = Math.min(a.bytes.length, b.bytes.length);
        int differs = Arrays.mismatch(a.bytes, 0, shared, b.bytes, 0, shared);
        return differs >= 0
                ? Byte.compareUnsigned(a.bytes[differs], b.bytes[differs])
                : Integer.compare(a.after(shared, aIsDirectory), b.after(shared, bIsDirectory));
    }

    private int after(int index, boolean directory) {
        if (index < bytes.length) {
            return bytes[index] & 0xff;
        }
        return directory ? '/' : -1;
    }

    @Override
    public int compareTo(RawPath other) {
        return Arrays.compareUnsigned(bytes, other.bytes);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RawPath path && Arrays.equals(bytes, path.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return printable();
    }

    private static boolean ascii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 0x80) {
                return false;
            }
        }
        return true;
    }

    private static byte[] decoded(String percentEncoded) {
        ByteArrayOutputStream raw = new ByteArrayOutputStream(percentEncoded.length());
        for (int i = 0; i < percentEncoded.length(); i++) {
            char c = percentEncoded.charAt(i);
            if (c == '%') {
                raw.write(Integer.parseInt(percentEncoded, i + 1, i + 3, 16));
                i += 2;
            } else {
                raw.write(c);
            }
        }
        return raw.toByteArray();
    }
}

package io.github.ddevbak.files;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;

/**
 * One line of a checksum manifest, as GNU {@code sha256sum} writes and reads it: digest, a space, a space or {@code *},
 * the name; where the name holds a backslash, a newline or a carriage return, these are escaped and the line begins
 * with a backslash (coreutils 9.x, src/digest.c; perl's {@code shasum} reads the same).
 *
 * @param sha256 64 lower-case hexadecimal digits
 * @param path as written
 */
record ManifestLine(String sha256, RawPath path) {
    private static final int DIGITS = ContentHash.DIGITS;

    void writeTo(OutputStream out) throws IOException {
        write(ContentHash.of(sha256), path, out);
    }

    /** Writes the line of a file whose hash is at hand. */
    static void write(ContentHash hash, RawPath path, OutputStream out) throws IOException {
        boolean odd = path.escaped();
        byte[] name = odd ? escaped(path.bytes()) : path.bytes();
        int start = odd ? 1 : 0;
        byte[] line = new byte[start + DIGITS + 2 + name.length + 1];
        line[0] = '\\';
        hash.writeTo(line, start);
        line[start + DIGITS] = ' ';
        line[start + DIGITS + 1] = ' ';
        System.arraycopy(name, 0, line, start + DIGITS + 2, name.length);
        line[line.length - 1] = '\n';
        out.write(line);
    }

    /**
     * Reads a line, without its newline.
     *
     * @throws MalformedLineException says what is wrong with it
     */
    static ManifestLine parse(byte[] line) throws MalformedLineException {
        return parse(line, ManifestLine::relative);
    }

    /** The same, where names are relative to something else than the approot. */
    static ManifestLine parse(byte[] line, Recorded.Names names) throws MalformedLineException {
        boolean escaped = line.length > 0 && line[0] == '\\';
        int start = escaped ? 1 : 0;
        int name = start + DIGITS + 2;
        if (line.length < name) {
            throw new MalformedLineException("it is too short for a SHA-256 and a name");
        }
        String digits = new String(line, start, DIGITS, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
        if (!digits.chars().allMatch(HexFormat::isHexDigit)) {
            throw new MalformedLineException("it does not begin with the 64 digits of a SHA-256");
        }
        if (line[name - 2] != ' ' || (line[name - 1] != ' ' && line[name - 1] != '*')) {
            throw new MalformedLineException("digest and name are not parted by two spaces, or a space and a star");
        }
        byte[] written = Arrays.copyOfRange(line, name, line.length);
        return new ManifestLine(digits, names.path(escaped ? unescaped(written) : written));
    }

    /** The path without needless parts; refused where it is absolute, leads upwards or names nothing. */
    static RawPath relative(byte[] name) throws MalformedLineException {
        if (name.length == 0) {
            throw new MalformedLineException("it names no file");
        }
        if (name[0] == '/') {
            throw new MalformedLineException("its path is absolute");
        }
        RawPath path = RawPath.EMPTY;
        for (int from = 0; from <= name.length; ) {
            int to = from;
            while (to < name.length && name[to] != '/') {
                to++;
            }
            RawPath part = RawPath.of(Arrays.copyOfRange(name, from, to));
            path = joined(path, part);
            from = to + 1;
        }
        if (path.equals(RawPath.EMPTY)) {
            throw new MalformedLineException("it names no file");
        }
        return path;
    }

    private static RawPath joined(RawPath path, RawPath part) throws MalformedLineException {
        String text = part.text();
        if (text.equals("..")) {
            throw new MalformedLineException("its path leads upwards (..)");
        }
        if (text.indexOf('\0') >= 0) {
            throw new MalformedLineException("its path holds a zero byte");
        }
        return text.isEmpty() || text.equals(".") ? path : path.child(part);
    }

    private static byte[] escaped(byte[] name) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(name.length + 8);
        for (byte b : name) {
            switch (b) {
                case '\\' -> out.writeBytes(new byte[] {'\\', '\\'});
                case '\n' -> out.writeBytes(new byte[] {'\\', 'n'});
                case '\r' -> out.writeBytes(new byte[] {'\\', 'r'});
                default -> out.write(b);
            }
        }
        return out.toByteArray();
    }

    private static byte[] unescaped(byte[] written) throws MalformedLineException {
        ByteArrayOutputStream out = new ByteArrayOutputStream(written.length);
        boolean afterBackslash = false;
        for (byte b : written) {
            if (!afterBackslash && b == '\\') {
                afterBackslash = true;
                continue;
            }
            out.write(afterBackslash ? meaning(b) : b);
            afterBackslash = false;
        }
        if (afterBackslash) {
            throw new MalformedLineException("its name ends in half an escape");
        }
        return out.toByteArray();
    }

    private static int meaning(byte escape) throws MalformedLineException {
        return switch (escape) {
            case '\\' -> '\\';
            case 'n' -> '\n';
            case 'r' -> '\r';
            default -> throw new MalformedLineException("its name holds an unknown escape");
        };
    }
}

package io.github.ddevbak.files;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One name of a manifest and what was recorded of it.
 *
 * @param path relative to the approot
 */
record Recorded(RawPath path, FileState state) {
    private static final int DIGITS = 64;
    private static final int MODES = 0777;

    /** How a written name becomes a path relative to the approot. */
    @FunctionalInterface
    interface Names {
        RawPath path(byte[] written) throws MalformedLineException;
    }

    /**
     * Reads a line of {@code manifest.jsonl}; members that are not known are passed over.
     *
     * @throws MalformedLineException says what is wrong with it
     */
    static Recorded entry(byte[] line, Names names) throws MalformedLineException {
        Map<String, String> members = JsonLine.members(line);
        RawPath path = bytes(members, "path").orElseThrow(() -> new MalformedLineException("it has no path"));
        String type = type(members.get("type"));
        Optional<String> sha256 = sha256(members.get("sha256"));
        if (type.equals(FileState.FILE) && sha256.isEmpty()) {
            throw new MalformedLineException("it is of a file and has no sha256");
        }
        return new Recorded(
                names.path(path.bytes()),
                new FileState(
                        type,
                        number(members.get("size")),
                        number(members.get("mtime")),
                        mode(members.get("mode")),
                        sha256,
                        bytes(members, "target")));
    }

    private static Optional<RawPath> bytes(Map<String, String> members, String name) throws MalformedLineException {
        @Nullable String exact = members.get(name + "Bytes");
        if (exact != null) {
            return Optional.of(unpercented(exact));
        }
        return Optional.ofNullable(members.get(name)).map(RawPath::of);
    }

    private static RawPath unpercented(String percented) throws MalformedLineException {
        byte[] bytes = new byte[percented.length()];
        int length = 0;
        for (int i = 0; i < percented.length(); i++) {
            char c = percented.charAt(i);
            if (c == '%' && i + 2 < percented.length()) {
                bytes[length++] = (byte) hexadecimal(percented.substring(i + 1, i + 3));
                i += 2;
            } else if (c < 0x80 && c != '%') {
                bytes[length++] = (byte) c;
            } else {
                throw new MalformedLineException("its bytes are not percent-encoded");
            }
        }
        return RawPath.of(Arrays.copyOf(bytes, length));
    }

    private static int hexadecimal(String digits) throws MalformedLineException {
        if (!digits.chars().allMatch(HexFormat::isHexDigit)) {
            throw new MalformedLineException("its bytes are not percent-encoded");
        }
        return HexFormat.fromHexDigits(digits);
    }

    private static String type(@Nullable String word) throws MalformedLineException {
        if (word == null) {
            throw new MalformedLineException("it has no type");
        }
        return switch (word) {
            case "file" -> FileState.FILE;
            case "dir-empty" -> FileState.FOLDER;
            case "symlink" -> FileState.LINK;
            case "other" -> FileState.SPECIAL;
            default -> throw new MalformedLineException("its type is none of file, dir-empty, symlink and other");
        };
    }

    private static Optional<String> sha256(@Nullable String digits) throws MalformedLineException {
        if (digits == null) {
            return Optional.empty();
        }
        if (digits.length() != DIGITS || !digits.chars().allMatch(HexFormat::isHexDigit)) {
            throw new MalformedLineException("its sha256 is not 64 hexadecimal digits");
        }
        return Optional.of(digits.toLowerCase(Locale.ROOT));
    }

    private static long number(@Nullable String digits) throws MalformedLineException {
        if (digits == null) {
            return FileState.UNKNOWN;
        }
        try {
            return Long.parseLong(digits);
        } catch (NumberFormatException wrong) {
            throw new MalformedLineException("its size or mtime is no whole number");
        }
    }

    private static int mode(@Nullable String octal) throws MalformedLineException {
        if (octal == null) {
            return FileState.UNKNOWN;
        }
        if (!octal.matches("[0-7]{1,7}")) {
            throw new MalformedLineException("its mode is not octal");
        }
        return Integer.parseInt(octal, 8) & MODES;
    }
}

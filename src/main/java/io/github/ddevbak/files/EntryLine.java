package io.github.ddevbak.files;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * One line of {@code manifest.jsonl}: what the checksum manifest cannot say of a name. A path or target that is not
 * UTF-8 text is there a second time, as {@code pathBytes} or {@code targetBytes}, percent-encoded.
 *
 * @param path relative to the approot
 * @param stat as it was when it was read
 * @param target where a link points
 * @param sha256 of a file
 */
record EntryLine(RawPath path, Stat stat, Optional<RawPath> target, Optional<String> sha256) {

    void writeTo(OutputStream out) throws IOException {
        StringBuilder json = new StringBuilder(256).append('{');
        member(json, "path", path);
        json.append(",\"type\":\"").append(type());
        json.append("\",\"size\":").append(stat.size());
        // Nanoseconds are past what a JSON reader's double can hold.
        json.append(",\"mtime\":\"").append(stat.modified());
        json.append("\",\"mode\":\"").append(stat.octal()).append('"');
        target.ifPresent(where -> member(json.append(','), "target", where));
        sha256.ifPresent(digest -> json.append(",\"sha256\":\"").append(digest).append('"'));
        out.write(json.append("}\n").toString().getBytes(StandardCharsets.UTF_8));
    }

    private String type() {
        return switch (stat.kind()) {
            case FILE -> "file";
            case DIRECTORY -> "dir-empty";
            case SYMLINK -> "symlink";
            case OTHER -> "other";
        };
    }

    private static void member(StringBuilder json, String name, RawPath value) {
        json.append('"').append(name).append("\":");
        quoted(json, value.text());
        if (!value.utf8()) {
            json.append(",\"")
                    .append(name)
                    .append("Bytes\":\"")
                    .append(value.percent())
                    .append('"');
        }
    }

    private static void quoted(StringBuilder json, String text) {
        json.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                json.append('\\').append(c);
            } else if (c < 0x20 || c == 0x7f) {
                json.append("\\u00").append(Character.forDigit(c >> 4, 16)).append(Character.forDigit(c & 0xf, 16));
            } else {
                json.append(c);
            }
        }
        json.append('"');
    }
}

package io.github.ddevbak.files;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A checksum line that names its kind: {@code SHA256 (name) = digest} of BSD and of {@code sha256sum --tag}, and
 * {@code SHA256(name)= digest} of {@code openssl dgst}, which calls it SHA2-256 since 3.0.
 */
final class TaggedLine {
    /** Bytes as characters: a name may hold anything. */
    private static final Pattern FORM =
            Pattern.compile("SHA(?:2-)?256 ?\\((.*)\\) ?= ([0-9a-fA-F]{64})", Pattern.DOTALL);

    private TaggedLine() {}

    /** The same line as GNU writes it by default; nothing where it is of another form. */
    static Optional<byte[]> plain(byte[] line) {
        boolean escaped = line.length > 0 && line[0] == '\\';
        int from = escaped ? 1 : 0;
        if (line.length <= from || line[from] != 'S') {
            return Optional.empty();
        }
        Matcher form = FORM.matcher(new String(line, from, line.length - from, StandardCharsets.ISO_8859_1));
        if (!form.matches()) {
            return Optional.empty();
        }
        String plain = (escaped ? "\\" : "") + form.group(2) + "  " + form.group(1);
        return Optional.of(plain.getBytes(StandardCharsets.ISO_8859_1));
    }
}

package io.github.ddevbak.database;

import io.github.ddevbak.project.Printable;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/** The first and the last bytes of a dump, in which the dump tools sign their work. */
final class DumpEdges {
    private static final int KEPT = 1024;

    /** mariadb-dump since May 2024 writes the sandbox line first; ddev since v1.23.2 cuts it off again. */
    private static final Pattern MYSQL_HEAD = Pattern.compile(
            "\\s*(?:/\\*M?!999999\\\\- enable the sandbox mode \\*/ *\\n)?-- (?:MariaDB|MySQL) dump .*",
            Pattern.DOTALL);

    private static final Pattern POSTGRES_HEAD =
            Pattern.compile("\\s*--\\n-- PostgreSQL database dump\\n--\\n.*", Pattern.DOTALL);

    /** Without a date under {@code --skip-dump-date}. */
    private static final Pattern MYSQL_TRAILER =
            Pattern.compile("(?:.*\\n)?-- Dump completed(?: on [^\\n]+)?\\n\\s*", Pattern.DOTALL);

    private static final String POSTGRES_TRAILER = "--\n-- PostgreSQL database dump complete\n--\n\n";

    private final DumpDialect dialect;
    private final byte[] head = new byte[KEPT];
    private final byte[] tail = new byte[KEPT];
    private int headLength;
    private int tailLength;

    DumpEdges(DumpDialect dialect) {
        this.dialect = dialect;
    }

    void add(byte[] bytes, int offset, int length) {
        int atHead = Math.min(length, KEPT - headLength);
        System.arraycopy(bytes, offset, head, headLength, atHead);
        headLength += atHead;
        int fresh = Math.min(length, KEPT);
        int kept = Math.min(tailLength, KEPT - fresh);
        System.arraycopy(tail, tailLength - kept, tail, 0, kept);
        System.arraycopy(bytes, offset + length - fresh, tail, kept, fresh);
        tailLength = kept + fresh;
    }

    boolean empty() {
        return headLength == 0;
    }

    /** Why this is not the beginning of a dump; empty where it is. */
    Optional<String> headObjection() {
        String text = text(head, headLength);
        boolean fits = (dialect == DumpDialect.MYSQL ? MYSQL_HEAD : POSTGRES_HEAD)
                .matcher(text)
                .matches();
        return fits ? Optional.empty() : Optional.of("does not begin like a dump but with '" + beginning(text) + "'");
    }

    /** Whether the last line says that the dump is complete, for PostgreSQL with this token in the line for psql after it. */
    boolean endsWithTrailer(Optional<String> restrictToken) {
        String text = text(tail, tailLength);
        if (dialect == DumpDialect.MYSQL) {
            return MYSQL_TRAILER.matcher(text).matches();
        }
        String token = restrictToken.map(is -> "\\unrestrict " + is + "\n\n").orElse("");
        return text.endsWith(POSTGRES_TRAILER + token);
    }

    private static String text(byte[] bytes, int length) {
        return new String(Arrays.copyOf(bytes, length), StandardCharsets.ISO_8859_1);
    }

    private static String beginning(String text) {
        String line = text.strip().lines().findFirst().orElse("");
        return Printable.text(line.length() > 80 ? line.substring(0, 80) + "…" : line);
    }
}

package io.github.ddevbak.git;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Reads {@code packed-refs}: a line for each ref, and one with {@code ^} after an annotated tag for what it names
 * (refs/packed-backend.c, git 2.30 to 2.51).
 */
final class PackedRefs {
    /** Above 16 MiB git is asked, which need not read it all. */
    private static final long LONGEST = 16 << 20;

    private final Map<String, RefFiles.Ref> refs = new LinkedHashMap<>();
    private String last = "";

    private PackedRefs() {}

    /** The refs by name; none where nothing is packed, empty where git has to be asked. */
    static Optional<Map<String, RefFiles.Ref>> read(Path gitDir) throws IOException {
        Path file = gitDir.resolve("packed-refs");
        if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            return Optional.of(Map.of());
        }
        boolean plain = Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) && Files.size(file) <= LONGEST;
        String text = plain ? Files.readString(file, StandardCharsets.ISO_8859_1) : "";
        PackedRefs packed = new PackedRefs();
        boolean whole = plain && (text.isEmpty() || text.endsWith("\n"));
        return whole && text.lines().allMatch(packed::take) ? Optional.of(packed.refs) : Optional.empty();
    }

    /** False for a line that is not understood. */
    private boolean take(String line) {
        if (line.startsWith("#")) {
            return true;
        }
        if (line.startsWith("^")) {
            String peeled = line.substring(1);
            return RefFiles.object(peeled)
                    && refs.computeIfPresent(last, (name, ref) -> new RefFiles.Ref(ref.oid(), peeled)) != null;
        }
        int space = line.indexOf(' ');
        if (space < 0) {
            return false;
        }
        String oid = line.substring(0, space);
        last = line.substring(space + 1);
        refs.put(last, new RefFiles.Ref(oid, oid));
        // Other tools' refs may be named as they like: only those that are asked about have to be usual.
        return RefFiles.object(oid) && (!RefFiles.among(last) || RefFiles.named(last));
    }
}

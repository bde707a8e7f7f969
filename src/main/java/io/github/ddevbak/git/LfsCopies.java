package io.github.ddevbak.git;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Copies contents of Git LFS into a folder that is laid out as git-lfs does it, each proved by its name. */
final class LfsCopies {
    private final LfsStore store;
    private final Path toplevel;
    private final Map<String, String> leftOut = new LinkedHashMap<>();
    private int objects;
    private long bytes;

    LfsCopies(Repository repository) {
        this.store = LfsStore.of(repository);
        this.toplevel = repository.layout().toplevel();
    }

    /**
     * What came of it.
     *
     * @param leftOut path to the reason as the end of a sentence
     */
    record Written(int objects, long bytes, Map<String, String> leftOut) {
        static final Written NOTHING = new Written(0, 0, Map.of());

        Written {
            leftOut = Map.copyOf(leftOut);
        }
    }

    /**
     * Copies them, the smallest first, so that what is too much leaves out the fewest.
     *
     * @param target the folder of objects; made where there is anything
     * @param limit the most bytes of all
     * @throws IOException where the target cannot be written
     */
    Written write(Collection<LfsFile> files, Path target, long limit) throws IOException {
        Map<String, LfsFile> each = new LinkedHashMap<>();
        files.forEach(file -> each.putIfAbsent(file.pointer().oid(), file));
        List<LfsFile> sorted = new ArrayList<>(each.values());
        sorted.sort(Comparator.comparingLong(file -> file.pointer().size()));
        for (LfsFile file : sorted) {
            if (bytes + file.pointer().size() > limit) {
                leftOut.put(file.path(), Words.bytes(file.pointer().size()));
            } else {
                copy(file, target);
            }
        }
        return new Written(objects, bytes, leftOut);
    }

    private void copy(LfsFile file, Path target) throws IOException {
        Path content = store.find(file.pointer()).orElseGet(() -> RawName.under(toplevel, file.path()));
        Path copy = target.resolve(LfsPointer.place(file.pointer().oid()));
        try (InputStream in = open(file, content)) {
            Files.createDirectories(copy.resolveSibling("."));
            if (written(in, copy).equals(file.pointer().oid())) {
                objects++;
                bytes += file.pointer().size();
            } else {
                Files.delete(copy);
                leftOut.putIfAbsent(file.path(), "its content is damaged");
            }
        }
    }

    private InputStream open(LfsFile file, Path content) {
        try {
            return Files.newInputStream(content);
        } catch (IOException e) {
            leftOut.put(file.path(), "its content cannot be read");
            return InputStream.nullInputStream();
        }
    }

    private static String written(InputStream in, Path copy) throws IOException {
        try (OutputStream out = OwnerOnly.newFile(copy);
                DigestInputStream digested = new DigestInputStream(in, MessageDigest.getInstance("SHA-256"))) {
            digested.transferTo(out);
            return HexFormat.of().formatHex(digested.getMessageDigest().digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}

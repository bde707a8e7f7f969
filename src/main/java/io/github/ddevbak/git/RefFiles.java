package io.github.ddevbak.git;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashSet;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Branches, remote-tracking refs, tags, the stash and other refs as git's usual store keeps them: a file each below {@code refs/},
 * and {@code packed-refs} (gitrepository-layout(5), git-pack-refs(1), refs/packed-backend.c; git 2.30 to 2.51). What is
 * not beyond doubt, such as a ref emptied by a crash, is left to git, which knows what to say of it.
 */
final class RefFiles {
    static final String BRANCHES = "refs/heads/";
    static final String REMOTES = "refs/remotes/";
    static final String TAGS = "refs/tags/";
    static final String STASH = "refs/stash";

    private static final String SYMBOLIC = "ref: ";
    private static final Pattern OID = Pattern.compile("[0-9a-f]{40}|[0-9a-f]{64}");
    private static final Pattern NOTHING = Pattern.compile("0+");

    /** What git's own rules allow (git-check-ref-format(1)), and no letter that a file system may spell otherwise. */
    private static final Pattern NAME = Pattern.compile("(?:[!-~&&[^/.~^:?*\\[\\\\]][!-~&&[^/~^:?*\\[\\\\]]*(?:/|$))+");

    private static final Pattern FORBIDDEN = Pattern.compile("\\.\\.|@\\{|\\.lock(/|$)|\\.$|/$");
    private static final int LONGEST_REF = 1024;

    private final NavigableMap<String, Ref> refs = new TreeMap<>();
    private final Set<String> symbolic = new HashSet<>();
    private final Path folder;

    private RefFiles(Path folder) {
        this.folder = folder;
    }

    /**
     * Where a ref points.
     *
     * @param peeled the object that an annotated tag names, where the file says so; else as the oid
     */
    record Ref(String oid, String peeled) {}

    /** Reads all of them, loose ones first: git packs a ref before it takes the loose one away. */
    static Optional<RefFiles> read(Repository repository) {
        if (!repository
                .config()
                .value("extensions", "", "refstorage")
                .orElse("files")
                .equals("files")) {
            return Optional.empty();
        }
        Path folder = repository.layout().commonDir();
        RefFiles files = new RefFiles(folder);
        try {
            boolean usual = files.loose("refs/") && files.packed();
            return usual ? Optional.of(files) : Optional.empty();
        } catch (IOException | DirectoryIteratorException e) {
            return Optional.empty();
        }
    }

    /** Those whose full names begin so, by name; symbolic ones are left out. */
    Map<String, Ref> below(String beginning) {
        return refs.subMap(beginning, beginning + Character.MAX_VALUE);
    }

    boolean has(String name) {
        return refs.containsKey(name);
    }

    private boolean loose(String beginning) throws IOException {
        Path place = folder.resolve(beginning);
        if (Files.isSymbolicLink(place)) {
            return false;
        }
        try (DirectoryStream<Path> each = Files.newDirectoryStream(place)) {
            for (Path entry : each) {
                String name = String.valueOf(entry.getFileName());
                boolean passedOver = name.startsWith(".") || name.endsWith(".lock");
                if (!passedOver && !loose(beginning + name, entry)) {
                    return false;
                }
            }
        } catch (NoSuchFileException e) {
            // Git takes away a folder with its last ref.
            return true;
        }
        return true;
    }

    private boolean loose(String name, Path entry) throws IOException {
        try {
            BasicFileAttributes attributes =
                    Files.readAttributes(entry, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            return attributes.isDirectory() ? loose(name + "/") : attributes.isRegularFile() && one(name, entry);
        } catch (NoSuchFileException e) {
            return true;
        }
    }

    private boolean one(String name, Path file) throws IOException {
        try {
            String text = Files.size(file) > LONGEST_REF ? "" : Files.readString(file, StandardCharsets.ISO_8859_1);
            // A symbolic ref of a remote, such as origin/HEAD, names another one of it.
            if (text.startsWith(SYMBOLIC) && name.startsWith(REMOTES)) {
                symbolic.add(name);
                return !ForeignTracking.foreign(
                        name, text.substring(SYMBOLIC.length()).strip());
            }
            return text.endsWith("\n") && put(name, text.substring(0, text.length() - 1));
        } catch (NoSuchFileException e) {
            // None, or packed since the folder was listed.
            return true;
        }
    }

    private boolean put(String name, String oid) {
        refs.put(name, new Ref(oid, oid));
        return (named(name) || !among(name)) && object(oid);
    }

    private boolean packed() throws IOException {
        Optional<Map<String, Ref>> packed = PackedRefs.read(folder);
        packed.orElse(Map.of()).forEach((name, ref) -> {
            if (!symbolic.contains(name)) {
                refs.putIfAbsent(name, ref);
            }
        });
        return packed.isPresent();
    }

    /** Whether it is one of those that are read here. */
    static boolean among(String name) {
        return name.startsWith(BRANCHES) || name.startsWith(REMOTES) || name.startsWith(TAGS) || name.equals(STASH);
    }

    static boolean named(String name) {
        return NAME.matcher(name).matches() && !FORBIDDEN.matcher(name).find();
    }

    static boolean object(String oid) {
        return OID.matcher(oid).matches() && !NOTHING.matcher(oid).matches();
    }
}

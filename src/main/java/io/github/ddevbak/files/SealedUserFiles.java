package io.github.ddevbak.files;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a set records of user files, in two manifests that must agree with each other and with the files that were copied:
 * read against the set's own manifest, without looking at a file.
 */
public final class SealedUserFiles {
    private static final RawPath DATA = RawPath.of("files/" + UserFileCopies.FOLDER);
    private static final int TOLD = 20;

    private final SealedManifest sealed;
    private final List<Objection> objections = new ArrayList<>();
    private final Map<RawPath, RawPath> links = new HashMap<>();
    private final BitSet listed = new BitSet();
    private long[] sizes = new long[0];
    private long files;

    private SealedUserFiles(SealedManifest sealed) {
        this.sealed = sealed;
    }

    /**
     * What speaks against one of the two manifests.
     *
     * @param manifest its name, {@link FilesManifest#CHECKSUMS} or {@link FilesManifest#LINES}
     * @param why as a sentence without its full stop
     */
    public record Objection(String manifest, String why) {}

    /**
     * Reads both.
     *
     * @throws IOException where one cannot be read
     */
    public static SealedUserFiles read(InputStream checksums, InputStream lines, SealedManifest sealed)
            throws IOException {
        SealedUserFiles read = new SealedUserFiles(sealed);
        read.pairs(new ManifestLines(checksums), new ManifestLines(lines));
        return read;
    }

    private void pairs(ManifestLines checksums, ManifestLines lines) throws IOException {
        for (Optional<byte[]> line = lines.next(); line.isPresent(); line = lines.next()) {
            try {
                Recorded entry = Recorded.entry(line.get(), ManifestLine::relative);
                if (entry.state().type().equals(FileState.FILE)) {
                    file(entry, checksums.next(), checksums.number());
                } else {
                    entry.state().target().ifPresent(target -> links.put(DATA.child(entry.path()), target));
                }
            } catch (MalformedLineException wrong) {
                object(FilesManifest.LINES, "line " + lines.number() + ": " + wrong.why());
                return;
            }
        }
        if (checksums.next().isPresent()) {
            object(
                    FilesManifest.CHECKSUMS,
                    "line " + checksums.number() + " names a file that " + FilesManifest.LINES + " does not");
        }
    }

    private void file(Recorded entry, Optional<byte[]> line, long number) {
        files++;
        String sha256 = entry.state().sha256().orElse("");
        Optional<String> wrong = line.isEmpty()
                ? Optional.of("it ends before " + entry.path().printable())
                : disagreement(line.get(), entry, sha256);
        wrong.ifPresent(why -> object(FilesManifest.CHECKSUMS, "line " + number + ": " + why));
        int place = sealed.number(DATA.child(entry.path()));
        if (place >= 0) {
            listed.set(place);
            size(place, entry.state().size());
            if (!sealed.sha256(place).equals(sha256)) {
                object(
                        FilesManifest.LINES,
                        "it records another content of " + entry.path().printable() + " than the set's manifest");
            }
        }
    }

    private static Optional<String> disagreement(byte[] line, Recorded entry, String sha256) {
        try {
            ManifestLine parsed = ManifestLine.parse(line);
            return parsed.path().equals(entry.path()) && parsed.sha256().equals(sha256)
                    ? Optional.empty()
                    : Optional.of("it is not what " + FilesManifest.LINES + " records of "
                            + entry.path().printable());
        } catch (MalformedLineException malformed) {
            return Optional.of(malformed.why());
        }
    }

    private void size(int place, long size) {
        if (place >= sizes.length) {
            int before = sizes.length;
            sizes = Arrays.copyOf(sizes, Math.max(place + 1, sealed.size()));
            Arrays.fill(sizes, before, sizes.length, -1);
        }
        sizes[place] = size;
    }

    private void object(String manifest, String why) {
        if (objections.size() < TOLD) {
            objections.add(new Objection(manifest, why));
        }
    }

    /** The first objections; none where both manifests and the set's own say the same. */
    public List<Objection> objections() {
        return List.copyOf(objections);
    }

    /** How many files they name. */
    public long files() {
        return files;
    }

    /** How many of the copied files they name. */
    public long copied() {
        return listed.cardinality();
    }

    /** What the file of that number in the set's manifest must weigh; empty where they do not say. */
    public Optional<Long> size(int number) {
        return number < sizes.length && sizes[number] >= 0 ? Optional.of(sizes[number]) : Optional.empty();
    }

    /** Where links among the copies point, by their paths in the set. */
    public Map<RawPath, RawPath> links() {
        return Map.copyOf(links);
    }

    /** Whether the path is one of the copies. */
    public static boolean within(RawPath path) {
        return path.within(DATA) && !path.equals(DATA);
    }
}

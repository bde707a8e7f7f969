package io.github.ddevbak.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** Puts files of a set back into a project, each only where it is still what was stored. */
public final class PutBack {
    private final SafeWriter writer;
    private final Path root;
    private final FileDigest digest;
    private final BooleanSupplier cancelled;
    private final List<String> refused = new ArrayList<>();
    private long files;
    private long bytes;
    private long elsewhere;

    /** @param root the project's folder; it is there */
    public PutBack(Path root, BooleanSupplier cancelled) throws IOException {
        this.root = root.toRealPath();
        this.writer = new SafeWriter(root);
        this.digest = new FileDigest(FileDigest.Opener.REAL, cancelled);
        this.cancelled = cancelled;
    }

    /**
     * What came of it.
     *
     * @param files files and links that are back, and proved to be
     * @param bytes of the files
     * @param elsewhere how many files of the manifest the set does not hold
     * @param refused a sentence for each that is not back, safe to print
     */
    public record Result(long files, long bytes, long elsewhere, List<String> refused) {
        public Result {
            refused = List.copyOf(refused);
        }
    }

    /**
     * Files below a folder.
     *
     * @param folder holds them
     * @param hashes relative path to SHA-256
     */
    public Result files(Path folder, Map<String, String> hashes) throws IOException {
        for (Map.Entry<String, String> each : hashes.entrySet()) {
            Stopped.unlessGoing(cancelled);
            RawPath path = RawPath.of(each.getKey());
            Path source = path.under(folder);
            boolean executable = Files.isExecutable(source);
            one(path, source, executable ? 0700 : 0600, Stat.of(source).modified(), each.getValue());
        }
        return result();
    }

    /** The copies of a set's user files, by its {@code manifest.jsonl}. */
    public Result userFiles(Path lines, Path data) throws IOException {
        try (InputStream in = Files.newInputStream(lines)) {
            ManifestLines all = new ManifestLines(in);
            for (Optional<byte[]> next = all.next(); next.isPresent(); next = all.next()) {
                Stopped.unlessGoing(cancelled);
                try {
                    entry(Recorded.entry(next.get(), ManifestLine::relative), data);
                } catch (MalformedLineException wrong) {
                    refused.add("line " + all.number() + " of the manifest: " + wrong.why() + ".");
                }
            }
        }
        return result();
    }

    private Result result() {
        return new Result(files, bytes, elsewhere, refused);
    }

    private void entry(Recorded recorded, Path data) {
        FileState state = recorded.state();
        Path copy = recorded.path().under(data);
        if (state.type().equals(FileState.FILE)) {
            if (Files.exists(copy, LinkOption.NOFOLLOW_LINKS)) {
                one(
                        recorded.path(),
                        copy,
                        state.mode() == FileState.UNKNOWN ? 0644 : state.mode(),
                        state.modified(),
                        state.sha256().orElse(""));
            } else {
                elsewhere++;
            }
        } else if (state.target().isPresent() && Files.isSymbolicLink(copy)) {
            link(recorded.path(), state.target().orElseThrow());
        }
    }

    private void link(RawPath path, RawPath target) {
        try {
            writer.link(path.bytes(), target.bytes());
            files++;
        } catch (IOException why) {
            refused.add(path.printable() + " was not put back: " + Problems.reason(why) + ".");
        }
    }

    private void one(RawPath path, Path source, int mode, long modified, String sha256) {
        if (!read(source).equals(sha256)) {
            refused.add(path.printable() + " was not put back: its copy in the set is not what was stored.");
            return;
        }
        try (InputStream content = Files.newInputStream(source, LinkOption.NOFOLLOW_LINKS)) {
            writer.file(path.bytes(), content, mode, modified);
        } catch (IOException why) {
            refused.add(path.printable() + " was not put back: " + Problems.reason(why) + ".");
            return;
        }
        Path written = path.under(root);
        if (!read(written).equals(sha256)) {
            refused.add(path.printable() + " was put back and is not what was stored; look at the disk.");
            return;
        }
        files++;
        bytes += written.toFile().length();
    }

    private String read(Path file) {
        return digest.read(file) instanceof FileDigest.Outcome.Read read ? read.sha256() : "";
    }
}

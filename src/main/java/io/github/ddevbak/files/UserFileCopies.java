package io.github.ddevbak.files;

import io.github.ddevbak.files.FileDigest.Outcome;
import io.github.ddevbak.project.Finding;
import io.github.ddevbak.project.Printable;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;

/**
 * Copies user files into a set while they are hashed. What an earlier set holds unchanged is shared with it by a hard
 * link: copies are 0400, so that nothing writes through one set into another.
 */
public final class UserFileCopies {
    /** Where the copies are, beside their manifest. */
    public static final String FOLDER = "data";

    /** The permission bits of every copy. */
    static final int MODE = 0400;

    private static final Set<PosixFilePermission> READ_ONLY = PosixFilePermissions.fromString("r--------");

    /** What is the matter when the destination cannot hold one name, whatever its space (Linux, macOS). */
    private static final List<String> NAME_REFUSED =
            List.of("invalid argument", "file name too long", "illegal byte sequence", "invalid or incomplete");

    private final Path data;
    private final List<RawPath> dirs;
    private final StoredCopies earlier;
    private final StoredCheck check;
    private final ContentCopy copy;
    private final Tally tally = new Tally();
    private final FileFindings findings = new FileFindings();
    private final PathPrints linked = new PathPrints();
    private final PathPrints left = new PathPrints();
    private final AtomicReference<IOException> failure = new AtomicReference<>();
    private volatile RawPath made = RawPath.EMPTY;
    private volatile RawPath seen = RawPath.EMPTY;
    private volatile boolean linkable;

    /**
     * Where copies go.
     *
     * @param files the folder of the manifest; the copies go into its {@link #FOLDER}
     * @param dirs the upload directories to copy, relative to the approot
     * @param earlier what the newest set with copies holds
     */
    public UserFileCopies(
            Path files, List<String> dirs, StoredCopies earlier, Reread reread, BooleanSupplier cancelled) {
        this(files, dirs, earlier, reread, FileDigest.Opener.REAL, cancelled);
    }

    UserFileCopies(
            Path files,
            List<String> dirs,
            StoredCopies earlier,
            Reread reread,
            FileDigest.Opener opener,
            BooleanSupplier cancelled) {
        this.data = files.resolve(FOLDER);
        this.dirs = dirs.stream().map(RawPath::of).toList();
        this.earlier = earlier;
        this.check = new StoredCheck(reread, cancelled);
        this.copy = new ContentCopy(opener, cancelled);
        this.linkable = earlier.any();
    }

    /**
     * What was copied.
     *
     * @param files all that the set holds
     * @param bytes their sizes added up
     * @param linked how many of them are shared with an earlier set
     * @param newBytes the sizes of those that are not
     */
    public record Copied(long files, long bytes, long linked, long newBytes) {}

    /** Takes each copy, in the order of the manifest. */
    @FunctionalInterface
    public interface Visitor {
        /**
         * Takes one.
         *
         * @param shared whether it is a link to a copy of an earlier set
         * @param line of a checksum manifest one folder above that of the user files
         */
        void met(Path file, String sha256, boolean shared, byte[] line) throws IOException;
    }

    public Copied copied() {
        return tally.copied();
    }

    /** Bytes that were read to be copied, so far. */
    public long read() {
        return copy.bytes();
    }

    /** The upload directories that have copies, relative to the approot. */
    public List<String> held() {
        return dirs.stream()
                .filter(dir -> Files.isDirectory(dir.under(data), LinkOption.NOFOLLOW_LINKS))
                .map(RawPath::text)
                .toList();
    }

    /** Why the copies cannot be written at all; the run has ended early then. */
    public Optional<IOException> failure() {
        return Optional.ofNullable(failure.get());
    }

    /** Why something failed, in a few words. */
    public static String reason(IOException why) {
        return Printable.text(Problems.reason(why));
    }

    /** What was odd about single copies. */
    public List<Finding> findings() {
        synchronized (findings) {
            return findings.list();
        }
    }

    /**
     * Goes through the copies, once the manifest is written.
     *
     * @param checksums the manifest of the user files
     */
    public void each(Path checksums, Visitor visitor) throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(checksums), 1 << 16)) {
            ManifestLines lines = new ManifestLines(in);
            for (Optional<byte[]> next = lines.next(); next.isPresent(); next = lines.next()) {
                ManifestLine line = parsed(next.get());
                RawPath path = line.path();
                if (wanted(path) && !left.contains(path)) {
                    visitor.met(path.under(data), line.sha256(), linked.contains(path), below(line));
                }
            }
        }
    }

    private static ManifestLine parsed(byte[] line) throws IOException {
        try {
            return ManifestLine.parse(line);
        } catch (MalformedLineException wrong) {
            throw new IOException("the manifest of the user files cannot be read back: " + wrong.why(), wrong);
        }
    }

    private static byte[] below(ManifestLine line) throws IOException {
        ByteArrayOutputStream written = new ByteArrayOutputStream(200);
        new ManifestLine(line.sha256(), RawPath.of("files/" + FOLDER).child(line.path())).writeTo(written);
        return written.toByteArray();
    }

    /** Ends the run that feeds it, where copies cannot be written. */
    BooleanSupplier orFailed(BooleanSupplier cancelled) {
        return () -> cancelled.getAsBoolean() || failure.get() != null;
    }

    Content content() {
        return new Copying();
    }

    private boolean wanted(RawPath path) {
        return dirs.stream().anyMatch(path::within);
    }

    /** What a run gives away is copied. */
    private final class Copying implements Content {
        @Override
        public Outcome file(Entry entry, Hash hash) {
            if (!wanted(entry.path()) || failure.get() != null) {
                return hash.read();
            }
            Optional<StoredCopies.Stored> stored = linkable ? earlier.find(entry.path()) : Optional.empty();
            if (stored.isPresent() && stored.get().matches(entry.stat())) {
                Outcome outcome = hash.read();
                if (!(outcome instanceof Outcome.Read read) || shared(entry.path(), read, stored.get())) {
                    return outcome;
                }
            }
            return copied(entry, hash);
        }

        @Override
        public void link(Entry entry) throws IOException {
            if (wanted(entry.path()) && !dirs.contains(entry.path())) {
                makeFolder(entry.path().parent());
                try {
                    Files.createSymbolicLink(entry.path().under(data), Files.readSymbolicLink(entry.file()));
                } catch (IOException | UnsupportedOperationException notHere) {
                    // FAT has no links: the manifest has it.
                    return;
                }
            }
        }

        @Override
        public void folder(Entry entry) throws IOException {
            if (wanted(entry.path())) {
                makeFolder(entry.path());
            }
        }
    }

    /** Whether the copy of the earlier set now is that of this one too. */
    private boolean shared(RawPath path, Outcome.Read read, StoredCopies.Stored stored) {
        if (read.changing() || !stored.matches(read.stat()) || !stored.sha256().equals(read.sha256())) {
            return false;
        }
        Path old = path.under(earlier.data());
        StoredCheck.Verdict verdict =
                inPlace(path.parent()) ? check.of(path, old, stored) : StoredCheck.Verdict.MISSING;
        if (verdict == StoredCheck.Verdict.ROTTEN || verdict == StoredCheck.Verdict.MISSING) {
            add(Problems.storedCopy(path, earlier.set(), verdict == StoredCheck.Verdict.MISSING));
        }
        return verdict == StoredCheck.Verdict.SOUND && linked(path, old, stored.size());
    }

    /** Whether no link leads out of the earlier set on the way. */
    private boolean inPlace(RawPath folder) {
        if (folder.equals(seen)) {
            return true;
        }
        try {
            Path data = earlier.data().toRealPath();
            if (!folder.under(data).toRealPath().equals(folder.under(data))) {
                return false;
            }
        } catch (IOException gone) {
            return false;
        }
        seen = folder;
        return true;
    }

    private boolean linked(RawPath path, Path old, long size) {
        try {
            makeFolder(path.parent());
            Files.createLink(path.under(data), old);
        } catch (IOException | UnsupportedOperationException impossible) {
            // Another file system, or one without links, or a file with too many: it is copied.
            linkable = impossible instanceof FileAlreadyExistsException;
            return false;
        }
        synchronized (linked) {
            linked.add(path);
        }
        tally.linked(size);
        return true;
    }

    private Outcome copied(Entry entry, Content.Hash hash) {
        Path target = entry.path().under(data);
        try {
            makeFolder(entry.path().parent());
            return written(entry, target);
        } catch (FileAlreadyExistsException collision) {
            return refused(entry, hash, "it has the name of another one there");
        } catch (FileSystemException why) {
            String reason = Problems.reason(why);
            if (NAME_REFUSED.stream().anyMatch(reason.toLowerCase(Locale.ROOT)::startsWith)) {
                return refused(entry, hash, reason);
            }
            return failed(why);
        } catch (IOException why) {
            return failed(why);
        } catch (ContentCopy.TargetException why) {
            return failed(why.why());
        }
    }

    private Outcome written(Entry entry, Path target) throws IOException, ContentCopy.TargetException {
        Outcome outcome;
        try (FileChannel out = FileChannel.open(
                target,
                Set.of(StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW),
                PosixFilePermissions.asFileAttribute(READ_ONLY))) {
            outcome = copy.copy(entry.file(), out);
        }
        if (outcome instanceof Outcome.Read read) {
            finished(target, read.stat());
            tally.written(read.stat().size());
        } else {
            Files.deleteIfExists(target);
        }
        return outcome;
    }

    /** Time and mode, as far as the destination keeps them: shares and FAT do not. */
    private static void finished(Path target, Stat stat) {
        try {
            Files.getFileAttributeView(target, BasicFileAttributeView.class)
                    .setTimes(FileTime.from(stat.modified(), TimeUnit.NANOSECONDS), null, null);
        } catch (IOException notKept) {
            // The manifest has it, and the copy will not be shared.
            return;
        }
    }

    /** The set goes without the file; it is hashed all the same. */
    private Outcome refused(Entry entry, Content.Hash hash, String why) {
        add(Problems.copyRefused(entry.path(), why));
        synchronized (left) {
            left.add(entry.path());
        }
        return hash.read();
    }

    private Outcome failed(IOException why) {
        failure.compareAndSet(null, why);
        return new Outcome.Unreadable(why);
    }

    private void add(Finding finding) {
        synchronized (findings) {
            findings.add(finding);
        }
    }

    /** Makes a folder below the copies and those above it, 0700; a link in the place of one is no folder. */
    private void makeFolder(RawPath path) throws IOException {
        if (path.equals(RawPath.EMPTY)) {
            OwnerOnly.directories(data);
            return;
        }
        if (path.equals(made)) {
            return;
        }
        makeFolder(path.parent());
        Path folder = path.under(data);
        if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
            OwnerOnly.directory(folder);
        }
        made = path;
    }
}

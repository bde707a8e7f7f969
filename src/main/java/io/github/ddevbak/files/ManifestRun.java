package io.github.ddevbak.files;

import io.github.ddevbak.files.FileDigest.Outcome;
import io.github.ddevbak.files.KnownHashes.Known;
import io.github.ddevbak.project.PartState;
import io.github.ddevbak.project.Severity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One pass over the upload directories of a project: walk, hash, write line after line. */
final class ManifestRun {
    /** Progress is told after so many files. */
    private static final int TOLD = 256;

    private final Path approot;
    private final FileDigest digest;
    private final ManifestOutput out;
    private final Content content;
    private final Reading reading;
    private final FileFindings findings = new FileFindings();
    private long files;
    private long links;
    private long bytes;
    private long unread;

    /**
     * @param approot without links
     * @param out takes the lines
     * @param content what becomes of what is met, beside its lines
     */
    ManifestRun(Path approot, FileDigest digest, ManifestOutput out, Content content, Reading reading) {
        this.approot = approot;
        this.digest = digest;
        this.out = out;
        this.content = content;
        this.reading = reading;
    }

    FilesReport over(List<RawPath> dirs) throws IOException {
        try (KnownHashes hashes = reading.cache().open(approot)) {
            List<String> walked = walked(dirs, hashes);
            Stopped.unlessGoing(reading.cancelled());
            if (files == 0 && links > 0) {
                findings.add(Problems.onlyLinks(links));
            }
            out.flush();
            hashes.publish(files, bytes);
            return new FilesReport(state(), findings.list(), files, bytes, walked);
        }
    }

    private List<String> walked(List<RawPath> dirs, KnownHashes hashes) throws IOException {
        List<String> walked = new ArrayList<>();
        Runnable progress = () -> progress(hashes.earlier());
        try (OrderedWork<Piece> work = new OrderedWork<>(piece -> take(piece, hashes), reading.cancelled(), progress);
                TreeWalk walk = new TreeWalk(reading.cancelled(), findings, entry -> met(entry, hashes, work))) {
            for (RawPath dir : dirs) {
                Optional<Path> real = new UploadDirectory(approot, dir).resolve(findings);
                if (real.isPresent()) {
                    walked.add(dir.text());
                    walk.link(dir, dir.under(approot));
                    walk.walk(dir, real.get());
                }
            }
            work.finish();
        }
        progress.run();
        return walked;
    }

    private void progress(CacheHeader earlier) {
        reading.progress().done(files, unread + digest.bytes(), earlier.files(), earlier.bytes());
    }

    private PartState state() {
        if (findings.any(Severity.ERROR)) {
            return PartState.FAILED;
        }
        if (findings.any(Severity.LOSS)) {
            return PartState.AT_RISK;
        }
        return files == 0 ? PartState.NONE : PartState.OK;
    }

    private void met(Entry entry, KnownHashes hashes, OrderedWork<Piece> work) throws IOException {
        if (entry.stat().kind() != Stat.Kind.FILE) {
            work.known(new Piece(entry, null, null));
            return;
        }
        Known known = hashes.find(entry).orElse(null);
        if (known == null || known.due()) {
            work.give(
                    () -> new Piece(entry, known, content.file(entry, () -> digest.read(entry))),
                    entry.stat().size());
        } else if (content.equals(Content.NONE)) {
            work.known(new Piece(entry, known, unchanged(entry, known)));
        } else {
            work.give(
                    () -> new Piece(entry, known, content.file(entry, () -> unchanged(entry, known))),
                    entry.stat().size());
        }
    }

    private static Outcome unchanged(Entry entry, Known known) {
        return new Outcome.Read(known.hash(), entry.stat(), false);
    }

    private void take(Piece piece, KnownHashes hashes) throws IOException {
        Stopped.unlessGoing(reading.cancelled());
        Entry entry = piece.entry();
        if (piece.outcome() != null) {
            file(piece, piece.outcome(), hashes);
        } else if (entry.stat().kind() == Stat.Kind.SYMLINK) {
            link(entry);
        } else {
            if (entry.stat().kind() == Stat.Kind.OTHER) {
                findings.add(Problems.special(entry.path()));
            }
            if (entry.stat().directory()) {
                content.folder(entry);
            }
            out.other(entry, Optional.empty());
        }
    }

    private void file(Piece piece, Outcome outcome, KnownHashes hashes) throws IOException {
        RawPath path = piece.entry().path();
        if (outcome instanceof Outcome.Unreadable unreadable) {
            findings.add(Problems.unreadable(path, unreadable.why()));
        } else if (outcome instanceof Outcome.Read read) {
            if (read.changing()) {
                findings.add(Problems.changing(path));
            }
            Known known = piece.known();
            if (hashes.keep(piece.entry(), read, known) && known != null) {
                findings.add(Problems.rotten(path, known.hash().hex(), read.sha256()));
            }
            count(read, known, hashes);
            out.file(path, read);
        } else {
            findings.add(Problems.vanished(path));
        }
    }

    private void count(Outcome.Read read, @Nullable Known known, KnownHashes hashes) {
        files++;
        bytes += read.stat().size();
        if (known != null && !known.due()) {
            unread += read.stat().size();
        }
        if (files % TOLD == 0) {
            progress(hashes.earlier());
        }
    }

    private void link(Entry entry) throws IOException {
        RawPath target;
        try {
            target = RawPath.of(Files.readSymbolicLink(entry.file()));
        } catch (NoSuchFileException gone) {
            findings.add(Problems.vanished(entry.path()));
            return;
        } catch (IOException unreadable) {
            findings.add(Problems.unreadable(entry.path(), unreadable));
            return;
        }
        links++;
        if (UploadDirectory.leadsOut(entry.file(), approot)) {
            findings.add(Problems.linkOutside(entry.path(), target));
        } else {
            content.link(entry);
        }
        out.other(entry, Optional.of(target));
    }

    /** An entry, what was known of it, and, where it is a file, what came of reading it. */
    private record Piece(
            Entry entry, @Nullable Known known, @Nullable Outcome outcome) {}
}

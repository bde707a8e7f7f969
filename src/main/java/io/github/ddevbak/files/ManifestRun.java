package io.github.ddevbak.files;

import io.github.ddevbak.files.FileDigest.Outcome;
import io.github.ddevbak.project.PartState;
import io.github.ddevbak.project.Severity;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** One pass over the upload directories of a project: walk, hash, write line after line. */
final class ManifestRun {
    private final Path approot;
    private final FileDigest digest;
    private final BooleanSupplier cancelled;
    private final OutputStream sha256sum;
    private final OutputStream lines;
    private final Content content;
    private final FileFindings findings = new FileFindings();
    private long files;
    private long links;
    private long bytes;

    /**
     * @param approot without links
     * @param sha256sum takes the checksum manifest
     * @param lines takes the JSON lines
     * @param content what becomes of what is met, beside its lines
     */
    ManifestRun(
            Path approot,
            FileDigest digest,
            OutputStream sha256sum,
            OutputStream lines,
            Content content,
            BooleanSupplier cancelled) {
        this.approot = approot;
        this.digest = digest;
        this.sha256sum = sha256sum;
        this.lines = lines;
        this.content = content;
        this.cancelled = cancelled;
    }

    FilesReport over(List<RawPath> dirs) throws IOException {
        List<String> walked = new ArrayList<>();
        try (OrderedWork<Piece> work = new OrderedWork<>(this::take)) {
            TreeWalk walk = new TreeWalk(cancelled, findings, entry -> work.give(() -> piece(entry)));
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
        Stopped.unlessGoing(cancelled);
        if (files == 0 && links > 0) {
            findings.add(Problems.onlyLinks(links));
        }
        return new FilesReport(state(), findings.list(), files, bytes, walked);
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

    /** On one of the threads: reads the file, if it is one. */
    private Piece piece(Entry entry) {
        return new Piece(
                entry,
                entry.stat().kind() == Stat.Kind.FILE
                        ? Optional.of(content.file(entry, () -> digest.read(entry.file())))
                        : Optional.empty());
    }

    private void take(Piece piece) throws IOException {
        Stopped.unlessGoing(cancelled);
        if (piece.read().isPresent()) {
            file(piece.entry().path(), piece.read().get());
        } else if (piece.entry().stat().kind() == Stat.Kind.SYMLINK) {
            link(piece.entry());
        } else {
            if (piece.entry().stat().kind() == Stat.Kind.OTHER) {
                findings.add(Problems.special(piece.entry().path()));
            }
            if (piece.entry().stat().directory()) {
                content.folder(piece.entry());
            }
            line(piece.entry(), Optional.empty());
        }
    }

    private void file(RawPath path, Outcome outcome) throws IOException {
        if (outcome instanceof Outcome.Unreadable unreadable) {
            findings.add(Problems.unreadable(path, unreadable.why()));
        } else if (outcome instanceof Outcome.Read read) {
            if (read.changing()) {
                findings.add(Problems.changing(path));
            }
            files++;
            bytes += read.stat().size();
            new ManifestLine(read.sha256(), path).writeTo(sha256sum);
            new EntryLine(path, read.stat(), Optional.empty(), Optional.of(read.sha256())).writeTo(lines);
        } else {
            findings.add(Problems.vanished(path));
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
        line(entry, Optional.of(target));
    }

    private void line(Entry entry, Optional<RawPath> target) throws IOException {
        new EntryLine(entry.path(), entry.stat(), target, Optional.empty()).writeTo(lines);
    }

    /** An entry and, where it is a file, what came of reading it. */
    private record Piece(Entry entry, Optional<Outcome> read) {}
}

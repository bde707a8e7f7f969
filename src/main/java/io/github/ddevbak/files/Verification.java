package io.github.ddevbak.files;

import io.github.ddevbak.files.FileDigest.Outcome;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** One comparison of files with a manifest. */
final class Verification {
    /** Malformed lines that are told one by one. */
    private static final int TOLD = 100;

    private final Path root;
    private final BooleanSupplier cancelled;
    private final FileDigest digest;
    private final KnownPaths known = new KnownPaths();
    private final List<String> changed = new ArrayList<>();
    private final List<String> missing = new ArrayList<>();
    private final List<String> unreadable = new ArrayList<>();
    private final List<String> malformed = new ArrayList<>();
    private long unusable;
    private long checked;

    /** @param root without links */
    Verification(Path root, BooleanSupplier cancelled) {
        this.root = root;
        this.cancelled = cancelled;
        this.digest = new FileDigest(FileDigest.Opener.REAL, cancelled);
    }

    /** @param dirs where to look for added files; where empty, the directories of the manifest's own files */
    VerifyReport of(Path manifest, List<RawPath> dirs) throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(manifest), 1 << 16);
                OrderedWork<Compared> work = new OrderedWork<>(this::take)) {
            lines(new ManifestLines(in), work);
            work.finish();
        }
        Stopped.unlessGoing(cancelled);
        if (unusable > TOLD) {
            malformed.add("and " + (unusable - TOLD) + " more lines");
        }
        if (known.size() == 0 && unusable == 0) {
            malformed.add("the manifest holds no line");
        }
        return new VerifyReport(checked, changed, missing, added(dirs, manifest.toRealPath()), unreadable, malformed);
    }

    private void lines(ManifestLines lines, OrderedWork<Compared> work) throws IOException {
        for (Optional<byte[]> next = lines.next(); next.isPresent(); next = lines.next()) {
            Stopped.unlessGoing(cancelled);
            try {
                ManifestLine line = ManifestLine.parse(next.get());
                known.add(line.path());
                work.give(() -> new Compared(line, read(line.path())));
            } catch (MalformedLineException wrong) {
                if (++unusable <= TOLD) {
                    malformed.add("line " + lines.number() + ": " + wrong.why());
                }
            }
        }
    }

    /** On one of the threads: a file that a link leads out of the folder is not read. */
    private Outcome read(RawPath path) {
        try {
            Path real = path.under(root).toRealPath();
            return real.startsWith(root)
                    ? digest.read(real)
                    : new Outcome.Unreadable(new IOException("a link leads out of the folder"));
        } catch (IOException why) {
            return new Outcome.Unreadable(why);
        }
    }

    private void take(Compared compared) throws IOException {
        Stopped.unlessGoing(cancelled);
        String path = compared.line().path().printable();
        if (compared.outcome() instanceof Outcome.Read read) {
            checked++;
            if (!read.sha256().equals(compared.line().sha256())) {
                changed.add(path);
            }
        } else if (compared.outcome() instanceof Outcome.Unreadable failed) {
            boolean gone = failed.why() instanceof NoSuchFileException;
            (gone ? missing : unreadable).add(gone ? path : path + ": " + Problems.reason(failed.why()));
        } else {
            changed.add(path);
        }
    }

    private List<String> added(List<RawPath> dirs, Path manifest) throws IOException {
        List<String> added = new ArrayList<>();
        TreeWalk walk = new TreeWalk(cancelled, new FileFindings(), entry -> {
            if (entry.stat().kind() == Stat.Kind.FILE
                    && !known.contains(entry.path())
                    && !entry.file().equals(manifest)) {
                added.add(entry.path().printable());
            }
        });
        for (RawPath dir : dirs.isEmpty() ? known.outermostFolders() : dirs) {
            Path folder = dir.under(root);
            if (Files.isDirectory(folder) && !UploadDirectory.leadsOut(folder, root)) {
                walk.walk(dir, folder.toRealPath());
            }
        }
        return added;
    }

    /** A line and what reading its file came to. */
    private record Compared(ManifestLine line, Outcome outcome) {}
}

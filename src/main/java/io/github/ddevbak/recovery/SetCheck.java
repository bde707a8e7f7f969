package io.github.ddevbak.recovery;

import io.github.ddevbak.database.DumpDialect;
import io.github.ddevbak.database.DumpFacts;
import io.github.ddevbak.database.DumpReader;
import io.github.ddevbak.database.SnapshotFacts;
import io.github.ddevbak.database.SnapshotFile;
import io.github.ddevbak.database.SnapshotProof;
import io.github.ddevbak.project.Part;
import io.github.ddevbak.project.Printable;
import io.github.ddevbak.store.Artefact;
import io.github.ddevbak.store.ArtefactCheck;
import io.github.ddevbak.store.StoredDatabases;
import io.github.ddevbak.store.StoredDump;
import io.github.ddevbak.store.StoredSet;
import io.github.ddevbak.store.StoredVolumes;
import io.github.ddevbak.store.StoredVolumes.StoredVolume;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Reads what a restore is about to use, to its end, before anything is touched. */
final class SetCheck {
    private SetCheck() {}

    /** What is wrong with a part's artefacts in the set, as a sentence; empty where nothing is. */
    static Optional<String> objection(StoredSet set, Part part, Collection<StoredDump> dumps, boolean snapshot) {
        StoredDatabases databases = StoredDatabases.of(set.record());
        Set<String> wanted = new TreeSet<>();
        dumps.forEach(dump -> wanted.add(dump.file()));
        databases.globals().filter(file -> !snapshot).ifPresent(wanted::add);
        databases.snapshot().filter(one -> snapshot).ifPresent(one -> wanted.add(one.file()));
        for (Artefact artefact : set.record().artefacts()) {
            boolean used = artefact.part() == part && (part != Part.DATABASE || wanted.contains(artefact.path()));
            Optional<String> wrong = used ? objection(set, artefact, databases) : Optional.empty();
            if (wrong.isPresent()) {
                return Optional.of(Printable.text(artefact.path()) + " in set " + set.id() + " of '" + set.project()
                        + "' " + wrong.orElseThrow());
            }
        }
        return Optional.empty();
    }

    private static Optional<String> objection(StoredSet set, Artefact artefact, StoredDatabases databases) {
        Path file = set.folder().resolve(artefact.path());
        Optional<StoredDump> dump = databases.dumps().stream()
                .filter(one -> one.file().equals(artefact.path()))
                .findFirst();
        Optional<SnapshotFile> snapshot = artefact.path().startsWith("database/snapshot/")
                ? SnapshotFile.parse(String.valueOf(file.getFileName()))
                : Optional.empty();
        try {
            if (dump.isPresent() && Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
                return dump(file, artefact, dump.orElseThrow(), databases.server());
            }
            if (snapshot.isPresent() && Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
                SnapshotFacts facts =
                        SnapshotProof.read(file, snapshot.orElseThrow().server());
                return facts.sha256().equals(artefact.sha256())
                        ? facts.objection().map(why -> "is refused: " + why)
                        : Optional.of("is not what was stored");
            }
            Optional<StoredVolume> volume = StoredVolumes.of(set.record()).stream()
                    .filter(one -> one.file().equals(artefact.path()))
                    .findFirst();
            if (volume.isPresent() && Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
                return volume(file, artefact, volume.orElseThrow());
            }
            return ArtefactCheck.objection(set, artefact);
        } catch (IOException unreadable) {
            return Optional.of("cannot be read: " + Printable.text(String.valueOf(unreadable.getMessage())));
        }
    }

    private static Optional<String> volume(Path file, Artefact artefact, StoredVolume volume) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            ContentProof.Seen seen = VolumeContents.seen(in, volume);
            return seen.sha256().equals(artefact.sha256())
                    ? seen.objection().map(why -> "is refused: " + why)
                    : Optional.of("is not what was stored");
        }
    }

    private static Optional<String> dump(Path file, Artefact artefact, StoredDump dump, String server)
            throws IOException {
        DumpFacts facts =
                DumpReader.read(file, server.startsWith("postgres") ? DumpDialect.POSTGRES : DumpDialect.MYSQL);
        if (!facts.fileSha256().equals(artefact.sha256())) {
            return Optional.of("is not what was stored");
        }
        if (!dump.plainSha256().isEmpty() && !dump.plainSha256().equals(facts.plainSha256())) {
            return Optional.of("does not unpack to what was stored");
        }
        return facts.objection().map(why -> "is refused: " + why);
    }
}

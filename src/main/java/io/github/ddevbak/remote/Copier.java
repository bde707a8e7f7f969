package io.github.ddevbak.remote;

import io.github.ddevbak.project.Finding;
import io.github.ddevbak.project.Printable;
import io.github.ddevbak.store.NoteKind;
import io.github.ddevbak.store.SetCopies;
import io.github.ddevbak.store.SetCopy;
import io.github.ddevbak.store.SetNote;
import io.github.ddevbak.store.SetNotes;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;

/** Puts sets into one repository, and believes that they are there when restic lists every file of them. */
public final class Copier {
    private final ResticCli restic;
    private final Optional<String> host;
    private final Clock clock;
    private final String repositoryId;
    private List<RemoteSnapshot> snapshots;

    /**
     * Opens the repository.
     *
     * @param host what machine the sets are said to come from; empty for this one's name
     * @throws RemoteException where it cannot be opened
     */
    public Copier(ResticCli restic, Optional<String> host, Clock clock) {
        this.restic = restic;
        this.host = host;
        this.clock = clock;
        this.repositoryId = restic.open();
        this.snapshots = restic.snapshots();
    }

    /** Whether it is there already, as far as the repository's list tells. */
    public boolean lists(LocalSet local) {
        return snapshots.stream().anyMatch(one -> one.of(local));
    }

    /**
     * Puts a set there, unless it is.
     *
     * @param progress hears how many bytes of it were read
     * @throws RemoteException where the repository cannot be used
     */
    public CopiedSet copy(LocalSet local, LongConsumer progress) {
        try {
            return copied(local, progress);
        } catch (IOException unreadable) {
            return CopiedSet.failed(
                    local,
                    Finding.error(
                            "copy.failed",
                            named(local) + " cannot be read: "
                                    + Printable.text(String.valueOf(unreadable.getMessage())),
                            Files.isDirectory(local.set().folder())
                                    ? "Run 'ddevbak verify " + local.set().project() + "'."
                                    : "It is gone meanwhile; the next run copies the newest one."));
        }
    }

    private CopiedSet copied(LocalSet local, LongConsumer progress) throws IOException {
        Optional<CopiedSet> there = there(local);
        if (there.isPresent()) {
            return there.get();
        }
        SetCopies.lost(local.set(), repositoryId, clock.instant());
        Optional<SetNote> bad = SetNotes.of(local.set(), NoteKind.VERIFIED).filter(note -> !note.good());
        if (bad.isPresent()) {
            return CopiedSet.failed(
                    local,
                    Finding.error(
                            "copy.bad-set",
                            named(local) + " is not copied: 'ddevbak verify' found that it is not as it was sealed",
                            "Look at 'ddevbak verify " + local.set().project() + "', and make a new set."));
        }
        BackupSummary summary = restic.backup(local, parent(local), host, progress);
        SetListing arrived = restic.list(summary.snapshot());
        Optional<String> objection = SetFolderListing.of(local.set().folder()).objection(arrived);
        if (objection.isPresent()) {
            restic.forget(List.of(summary.snapshot()));
            return CopiedSet.failed(
                    local,
                    Finding.error(
                            "copy.not-as-sealed",
                            "What restic put into " + restic.repository().name() + " is not " + named(local) + ": "
                                    + Printable.text(objection.get()),
                            "Run 'ddevbak copy' again; if it stays, run 'ddevbak verify' and 'ddevbak verify"
                                    + " --remote'."));
        }
        snapshots = restic.snapshots();
        String id = snapshots.stream()
                .map(RemoteSnapshot::id)
                .filter(one -> one.startsWith(summary.snapshot()))
                .findFirst()
                .orElse(summary.snapshot());
        note(local, id);
        return CopiedSet.seen(local, CopyState.COPIED, id, arrived, summary.added());
    }

    /** One that a killed run left is looked at like any other; what is not whole is no copy. */
    private Optional<CopiedSet> there(LocalSet local) throws IOException {
        SetListing here = SetFolderListing.of(local.set().folder());
        for (RemoteSnapshot one : snapshots) {
            if (one.of(local)) {
                SetListing listing = restic.list(one.id());
                if (here.objection(listing).isEmpty()) {
                    note(local, one.id());
                    return Optional.of(CopiedSet.seen(local, CopyState.THERE, one.id(), listing, 0));
                }
            }
        }
        return Optional.empty();
    }

    private Optional<RemoteSnapshot> parent(LocalSet local) {
        return snapshots.stream().filter(one -> one.ofProject(local)).findFirst();
    }

    private void note(LocalSet local, String snapshot) {
        SetCopies.keep(
                local.set(),
                new SetCopy(
                        restic.repository().name(),
                        repositoryId,
                        restic.repository().shown(),
                        restic.repository().folder().orElse(""),
                        restic.repository().loopback(),
                        snapshot,
                        clock.instant()));
    }

    private static String named(LocalSet local) {
        return "The set " + local.set().id() + " of " + local.set().project();
    }
}

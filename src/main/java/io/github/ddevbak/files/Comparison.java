package io.github.ddevbak.files;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** Goes through names in byte order and says of each how it differs from what was recorded. */
final class Comparison {
    private final Look look;
    private final ManifestReader manifest;
    private final Moves moves;
    private final BooleanSupplier cancelled;
    private final Deque<Difference> appeared = new ArrayDeque<>();
    private long recorded;
    private long same;
    private long apart;

    Comparison(Look look, ManifestReader manifest, Moves moves, BooleanSupplier cancelled) {
        this.look = look;
        this.manifest = manifest;
        this.moves = moves;
        this.cancelled = cancelled;
    }

    void over(Sightings sightings) throws IOException {
        try (OrderedWork<Looked> work = new OrderedWork<>(this::take)) {
            sightings.each(sighting -> one(sighting, work));
            work.finish();
        }
        Stopped.unlessGoing(cancelled);
        settle(Optional.empty());
        if (apart > 0) {
            manifest.fault("the JSON lines beside it were not written with it: they differ on " + apart
                    + (apart == 1 ? " name" : " names"));
        }
    }

    /** Names that the manifest records. */
    long recorded() {
        return recorded;
    }

    /** Those of them that are as they were. */
    long same() {
        return same;
    }

    private void one(Sighting sighting, OrderedWork<Looked> work) throws IOException {
        Stopped.unlessGoing(cancelled);
        RawPath path = sighting.path();
        Optional<FileState> before = sighting.recorded();
        if (before.isEmpty()) {
            appeared(path, sighting.present().orElseThrow());
            return;
        }
        recorded++;
        judge(sighting);
        replaced(path);
        FileState was = before.get();
        boolean through = !was.known();
        Optional<FileState> now =
                sighting.present().filter(state -> !(through && state.type().equals(FileState.LINK)));
        if (now.isPresent()) {
            compared(path, was, now.get());
        } else {
            // A size that nobody recorded may be a large one.
            work.give(
                    () -> new Looked(path, was, look.at(path, through)),
                    was.size() == FileState.UNKNOWN ? Long.MAX_VALUE : was.size());
        }
    }

    private void judge(Sighting sighting) {
        if (sighting.twice()) {
            manifest.fault("it names " + sighting.path().printable() + " twice, with different checksums");
        }
        boolean entryOnly = sighting.checksum().isEmpty();
        boolean file = sighting.entry().map(FileState::file).orElse(true);
        if (manifest.checksums() && manifest.entries() && file && (entryOnly || !sighting.agreed())) {
            apart++;
        }
    }

    /** A manifest of checksums only says nothing of links, pipes and empty folders: nor are they told as added. */
    private void appeared(RawPath path, FileState now) throws IOException {
        settle(Optional.of(path));
        if (now.file() || manifest.entries()) {
            appeared.push(Difference.added(path, now));
        }
    }

    /** What appeared is added as soon as no recorded name below it can come any more. */
    private void settle(Optional<RawPath> reached) throws IOException {
        while (!appeared.isEmpty()
                && (reached.isEmpty() || isPast(appeared.peek().path(), reached.get()))) {
            moves.added(appeared.pop());
        }
    }

    private static boolean isPast(RawPath folder, RawPath reached) {
        return !reached.within(folder) && RawPath.inWalkOrder(folder, true, reached, false) < 0;
    }

    /** What appeared stands where a folder with recorded names stood; a folder that is only empty now is not told. */
    private void replaced(RawPath recordedName) throws IOException {
        settle(Optional.of(recordedName));
        if (!appeared.isEmpty() && recordedName.within(appeared.peek().path())) {
            Difference instead = appeared.pop();
            FileState now = instead.now().orElseThrow();
            if (!now.type().equals(FileState.FOLDER)) {
                moves.other(Difference.of(Drift.TYPE, instead.path(), FileState.folder(), now));
            }
        }
    }

    private void take(Looked looked) throws IOException {
        Stopped.unlessGoing(cancelled);
        if (looked.seen() instanceof Look.Seen.There there) {
            compared(looked.path(), looked.was(), there.state());
        } else if (looked.seen() instanceof Look.Seen.Unreadable failed) {
            moves.other(Difference.unreadable(looked.path(), looked.was(), Problems.reason(failed.why())));
        } else {
            moves.removed(Difference.removed(looked.path(), looked.was()));
        }
    }

    private void compared(RawPath path, FileState was, FileState now) throws IOException {
        Optional<Difference> difference = Difference.between(path, was, now);
        if (difference.isPresent()) {
            moves.other(difference.get());
        } else {
            same++;
        }
    }

    /** A recorded name that the walk did not meet, and what a look at it came to. */
    private record Looked(RawPath path, FileState was, Look.Seen seen) {}
}

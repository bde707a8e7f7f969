package io.github.ddevbak.files;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/** What manifests and the walk say of names, in any order; given back name after name, sorted by their bytes. */
final class Sightings implements AutoCloseable {
    private static final byte CHECKSUM = 0;
    private static final byte ENTRY = 1;
    private static final byte PRESENT = 2;

    private final Spool spool = new Spool();

    /** Takes one name after the other. */
    @FunctionalInterface
    interface Sink {
        void take(Sighting sighting) throws IOException;
    }

    void checksum(ManifestLine line) throws IOException {
        add(line.path(), CHECKSUM, FileState.checksum(line.sha256()));
    }

    void entry(Recorded recorded) throws IOException {
        add(recorded.path(), ENTRY, recorded.state());
    }

    /** Takes JSON lines of what is there now; those names are passed over. */
    OutputStream present(Set<RawPath> without) {
        return new EntryStream(now -> {
            if (!without.contains(now.path())) {
                add(now.path(), PRESENT, now.state());
            }
        });
    }

    /** The zero byte, which no path holds, puts everything said of one name together, and no other name between. */
    private void add(RawPath path, byte side, FileState state) throws IOException {
        byte[] name = path.bytes();
        byte[] key = Arrays.copyOf(name, name.length + 2);
        key[name.length + 1] = side;
        spool.add(key, state.encoded());
    }

    void each(Sink sink) throws IOException {
        Spool.Cursor cursor = spool.sorted();
        Group group = new Group();
        while (cursor.next()) {
            byte[] key = cursor.key();
            RawPath path = RawPath.of(Arrays.copyOf(key, key.length - 2));
            if (!path.equals(group.path)) {
                group.giveTo(sink);
                group = new Group();
                group.path = path;
            }
            group.add(key[key.length - 1], FileState.decoded(cursor.value()));
        }
        group.giveTo(sink);
    }

    @Override
    public void close() throws IOException {
        spool.close();
    }

    /** What is said of one name, while it is collected. */
    private static final class Group {
        private RawPath path = RawPath.EMPTY;
        private Optional<FileState> checksum = Optional.empty();
        private Optional<FileState> entry = Optional.empty();
        private Optional<FileState> present = Optional.empty();
        private boolean twice;

        void add(byte side, FileState state) {
            if (side == CHECKSUM) {
                twice |= checksum.isPresent() && !checksum.get().equals(state);
                checksum = checksum.or(() -> Optional.of(state));
            } else if (side == ENTRY) {
                twice |= entry.isPresent() && !entry.get().sha256().equals(state.sha256());
                entry = entry.or(() -> Optional.of(state));
            } else {
                present = Optional.of(state);
            }
        }

        void giveTo(Sink sink) throws IOException {
            if (!path.equals(RawPath.EMPTY)) {
                sink.take(new Sighting(path, checksum, twice, entry, present));
            }
        }
    }
}

package io.github.ddevbak.files;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * One name that is not as recorded.
 *
 * @param drift how it differs
 * @param path relative to the approot; of a moved file, the recorded name
 * @param to of a moved file, its name now
 * @param recorded what was recorded; empty where it was not
 * @param now what is there; empty where nothing is or nobody could look
 * @param why of one that could not be looked at, the reason; else empty
 */
public record Difference(
        Drift drift,
        RawPath path,
        Optional<RawPath> to,
        Optional<FileState> recorded,
        Optional<FileState> now,
        String why) {
    static Difference of(Drift drift, RawPath path, FileState recorded, FileState now) {
        return new Difference(drift, path, Optional.empty(), Optional.of(recorded), Optional.of(now), "");
    }

    /** How what is there differs from what was recorded; nothing where it does not. */
    static Optional<Difference> between(RawPath path, FileState recorded, FileState now) {
        return drift(recorded, now).map(drift -> of(drift, path, recorded, now));
    }

    private static Optional<Drift> drift(FileState recorded, FileState now) {
        if (!recorded.type().equals(now.type())) {
            return Optional.of(Drift.TYPE);
        }
        if (!recorded.sha256().equals(now.sha256())) {
            boolean untouched = recorded.known() && sameTimes(recorded, now);
            return Optional.of(untouched ? Drift.ROTTEN : Drift.CHANGED);
        }
        if (!recorded.target().equals(now.target())) {
            return Optional.of(Drift.TARGET);
        }
        if (!recorded.file() || !recorded.known()) {
            return Optional.empty();
        }
        if (recorded.mode() != now.mode() && recorded.mode() != FileState.UNKNOWN) {
            return Optional.of(Drift.MODE);
        }
        return sameTimes(recorded, now) ? Optional.empty() : Optional.of(Drift.TOUCHED);
    }

    private static boolean sameTimes(FileState one, FileState other) {
        return one.size() == other.size() && one.modified() == other.modified();
    }

    static Difference removed(RawPath path, FileState recorded) {
        return new Difference(Drift.REMOVED, path, Optional.empty(), Optional.of(recorded), Optional.empty(), "");
    }

    static Difference added(RawPath path, FileState now) {
        return new Difference(Drift.ADDED, path, Optional.empty(), Optional.empty(), Optional.of(now), "");
    }

    static Difference moved(RawPath path, FileState recorded, RawPath to, FileState now) {
        return new Difference(Drift.MOVED, path, Optional.of(to), Optional.of(recorded), Optional.of(now), "");
    }

    static Difference unreadable(RawPath path, FileState recorded, String why) {
        return new Difference(Drift.UNREADABLE, path, Optional.empty(), Optional.of(recorded), Optional.empty(), why);
    }

    /** By kind, then by name. */
    byte[] key() {
        byte[] name = path.bytes();
        return ByteBuffer.allocate(1 + name.length)
                .put((byte) drift.rank())
                .put(name)
                .array();
    }

    byte[] value() {
        return new Packed()
                .add(to.map(RawPath::bytes))
                .add(recorded.map(FileState::encoded))
                .add(now.map(FileState::encoded))
                .add(Optional.of(why.getBytes(StandardCharsets.UTF_8)))
                .bytes();
    }

    static Difference of(byte[] key, byte[] value) {
        Drift drift = Drift.ALL.get(key[0]);
        RawPath path = RawPath.of(Arrays.copyOfRange(key, 1, key.length));
        List<Optional<byte[]>> parts = Packed.parts(value);
        return new Difference(
                drift,
                path,
                parts.get(0).map(RawPath::of),
                parts.get(1).map(FileState::decoded),
                parts.get(2).map(FileState::decoded),
                new String(parts.get(3).orElseThrow(), StandardCharsets.UTF_8));
    }

    /** Key and value in one. */
    byte[] stored() {
        return new Packed().add(Optional.of(key())).add(Optional.of(value())).bytes();
    }

    static Difference stored(byte[] stored) {
        List<Optional<byte[]>> parts = Packed.parts(stored);
        return of(parts.get(0).orElseThrow(), parts.get(1).orElseThrow());
    }
}

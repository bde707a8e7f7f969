package io.github.ddevbak.files;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Some byte strings, present or not, as one. */
final class Packed {
    private static final int ABSENT = -1;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    Packed add(Optional<byte[]> part) {
        out.writeBytes(ByteBuffer.allocate(Integer.BYTES)
                .putInt(part.map(bytes -> bytes.length).orElse(ABSENT))
                .array());
        part.ifPresent(out::writeBytes);
        return this;
    }

    byte[] bytes() {
        return out.toByteArray();
    }

    static List<Optional<byte[]>> parts(byte[] packed) {
        List<Optional<byte[]>> parts = new ArrayList<>();
        ByteBuffer in = ByteBuffer.wrap(packed);
        while (in.hasRemaining()) {
            int length = in.getInt();
            byte[] part = new byte[Math.max(0, length)];
            in.get(part);
            parts.add(length == ABSENT ? Optional.empty() : Optional.of(part));
        }
        return parts;
    }
}

package io.github.ddevbak.files;

import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32C;

/**
 * The first bytes of a cache of hashes.
 *
 * @param approot the SHA-256 of the project's folder's path in hexadecimal digits, so that a cache under a foreign name is not taken
 * @param run number of the run that wrote it
 * @param files how many there were
 * @param bytes their sizes added up
 * @param devices the file systems they lie on, named in the records by their place in this list
 */
record CacheHeader(String approot, int run, long files, long bytes, List<Device> devices) {
    /** Bytes kept free for it, so that it can be written last. */
    static final int ROOM = 4096;

    /** Devices that one cache knows; the files on more are always read. */
    static final int DEVICES = 8;

    /** The last two digits are the version of the format. */
    private static final byte[] MAGIC = "ddevbak hashes 01\n".getBytes(StandardCharsets.US_ASCII);

    CacheHeader {
        devices = List.copyOf(devices);
    }

    ByteBuffer encoded() {
        ByteBuffer out = ByteBuffer.allocate(ROOM);
        out.put(MAGIC);
        put(out, approot);
        out.putInt(run).putLong(files).putLong(bytes).putInt(devices.size());
        for (Device device : devices) {
            out.putLong(device.number());
            put(out, device.type());
            put(out, device.name());
        }
        out.putInt(ROOM - Integer.BYTES, checksum(out.array()));
        return out.rewind();
    }

    /** @throws IOException where it is damaged, foreign, or of another version */
    static CacheHeader decoded(byte[] bytes) throws IOException {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        if (bytes.length != ROOM || in.getInt(ROOM - Integer.BYTES) != checksum(bytes)) {
            throw new IOException("damaged");
        }
        byte[] magic = new byte[MAGIC.length];
        in.get(magic);
        if (!Arrays.equals(magic, MAGIC)) {
            throw new IOException("of another version");
        }
        try {
            return decoded(in);
        } catch (BufferUnderflowException | IllegalArgumentException wrong) {
            throw new IOException("damaged", wrong);
        }
    }

    private static CacheHeader decoded(ByteBuffer in) {
        String approot = text(in);
        int run = in.getInt();
        long files = in.getLong();
        long bytes = in.getLong();
        List<Device> devices = new ArrayList<>();
        for (int left = Math.min(in.getInt(), DEVICES); left > 0; left--) {
            devices.add(new Device(in.getLong(), text(in), text(in)));
        }
        return new CacheHeader(approot, run, files, bytes, devices);
    }

    private static void put(ByteBuffer out, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.putShort((short) bytes.length).put(bytes);
    }

    private static String text(ByteBuffer in) {
        byte[] bytes = new byte[in.getShort() & 0xffff];
        in.get(bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }

    static int checksum(byte[] bytes) {
        CRC32C crc = new CRC32C();
        crc.update(bytes, 0, ROOM - Integer.BYTES);
        return (int) crc.getValue();
    }
}

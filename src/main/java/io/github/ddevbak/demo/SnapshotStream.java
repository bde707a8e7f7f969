package io.github.ddevbak.demo;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.github.luben.zstd.ZstdOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.zip.CRC32;

/** A small snapshot of a simulated server, in the forms real ones have (recording A00; mariabackup 10.11.19, tar). */
final class SnapshotStream {
    private static final int TAR_BLOCK = 512;
    private static final String BEGIN = "simulated server begins\n";
    private static final String END = "\nsimulated server ends";

    private SnapshotStream() {}

    /** The zstd file ddev v1.25.3 makes; a hollow one holds no server. */
    static byte[] of(Site site, boolean hollow) throws IOException {
        ByteArrayOutputStream plain = new ByteArrayOutputStream();
        if (site.configuration().postgres()) {
            tar(plain, site, hollow);
        } else {
            mbstream(plain, site, hollow);
        }
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (ZstdOutputStream zstd = new ZstdOutputStream(packed, 3)) {
            zstd.setChecksum(true);
            zstd.write(plain.toByteArray());
        }
        return packed.toByteArray();
    }

    /** The server in an unpacked snapshot; empty where there is none. */
    static Optional<ProjectState> server(byte[] plain) throws IOException {
        String text = new String(plain, ISO_8859_1);
        int from = text.indexOf(BEGIN);
        int to = text.indexOf(END, Math.max(0, from));
        return from < 0 || to < 0
                ? Optional.empty()
                : Optional.of(StateFolder.read(
                        new String(text.substring(from + BEGIN.length(), to).getBytes(ISO_8859_1), UTF_8)));
    }

    /** What the simulation itself reads back: the data files of real servers are not simulated. */
    private static byte[] contents(Site site) throws IOException {
        return (BEGIN + StateFolder.text(site.state()) + END).getBytes(UTF_8);
    }

    private static void mbstream(ByteArrayOutputStream stream, Site site, boolean hollow) throws IOException {
        chunked(stream, "aria_log_control", noise("aria", 52));
        if (hollow) {
            return;
        }
        chunked(stream, "ibdata1", noise("ibdata1", 96 << 10));
        for (SimulatedDatabase database : site.state().databases()) {
            chunked(stream, database.name() + "/db.opt", "default-character-set=utf8mb4\n".getBytes(UTF_8));
            for (SimulatedDatabase.Table table : database.tables()) {
                chunked(stream, database.name() + "/" + table.name() + ".ibd", noise(table.name(), 16 << 10));
            }
        }
        chunked(stream, "mysql/simulated.txt", contents(site));
        chunked(stream, "mysql/general_log.CSV", new byte[0]);
        chunked(stream, "ib_logfile0", noise("log", 4096));
        byte[] info = ("tool_name = mariabackup\nserver_version = "
                        + site.configuration().version() + "\n")
                .getBytes(UTF_8);
        boolean older = site.configuration().version().startsWith("10.");
        chunked(stream, older ? "xtrabackup_checkpoints" : "mariadb_backup_checkpoints", info);
        chunked(stream, "backup-my.cnf", "[mysqld]\ninnodb_page_size=16384\n".getBytes(UTF_8));
        chunked(stream, older ? "xtrabackup_info" : "mariadb_backup_info", info);
    }

    private static void chunked(ByteArrayOutputStream stream, String path, byte[] payload) {
        if (payload.length > 0) {
            chunk(stream, 'P', path);
            CRC32 crc = new CRC32();
            crc.update(payload);
            ByteBuffer sizes = ByteBuffer.allocate(20).order(ByteOrder.LITTLE_ENDIAN);
            sizes.putLong(payload.length).putLong(0).putInt((int) crc.getValue());
            stream.writeBytes(sizes.array());
            stream.writeBytes(payload);
        }
        chunk(stream, 'E', path);
    }

    private static void chunk(ByteArrayOutputStream stream, char type, String path) {
        byte[] name = path.getBytes(UTF_8);
        stream.writeBytes("XBSTCK01".getBytes(US_ASCII));
        stream.write(0);
        stream.write(type);
        stream.writeBytes(ByteBuffer.allocate(4)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(name.length)
                .array());
        stream.writeBytes(name);
    }

    private static void tar(ByteArrayOutputStream stream, Site site, boolean hollow) throws IOException {
        entry(stream, "./", '5', new byte[0]);
        if (!hollow) {
            entry(stream, "./backup_label", '0', "START WAL LOCATION: 0/2000028\n".getBytes(UTF_8));
            entry(stream, "./PG_VERSION", '0', (site.configuration().version() + "\n").getBytes(UTF_8));
            entry(stream, "./global/", '5', new byte[0]);
            entry(stream, "./global/pg_control", '0', noise("pg_control", 8192));
            entry(stream, "./base/", '5', new byte[0]);
            entry(stream, "./base/1/", '5', new byte[0]);
            entry(stream, "./base/1/1259", '0', noise("1259", 96 << 10));
            entry(stream, "./base/simulated.txt", '0', contents(site));
        }
        stream.writeBytes(new byte[20 * TAR_BLOCK]);
    }

    private static void entry(ByteArrayOutputStream stream, String name, char type, byte[] content) {
        byte[] header = new byte[TAR_BLOCK];
        put(header, 0, name);
        put(header, 100, type == '5' ? "0000700" : "0000600");
        put(header, 108, "0001751");
        put(header, 116, "0001751");
        put(header, 124, String.format(Locale.ROOT, "%011o", content.length));
        put(header, 136, "14732210000");
        Arrays.fill(header, 148, 156, (byte) ' ');
        header[156] = (byte) type;
        put(header, 257, "ustar  ");
        int sum = 0;
        for (byte b : header) {
            sum += b & 255;
        }
        put(header, 148, String.format(Locale.ROOT, "%06o", sum));
        header[154] = 0;
        stream.writeBytes(header);
        stream.writeBytes(content);
        stream.writeBytes(new byte[(TAR_BLOCK - content.length % TAR_BLOCK) % TAR_BLOCK]);
    }

    private static void put(byte[] header, int at, String text) {
        byte[] bytes = text.getBytes(US_ASCII);
        System.arraycopy(bytes, 0, header, at, bytes.length);
    }

    /** Bytes that compress to about half. */
    private static byte[] noise(String seed, int length) {
        byte[] bytes = new byte[length];
        Random random = new Random(seed.hashCode());
        for (int i = 0; i < length; i++) {
            bytes[i] = (byte) (i % 64 < 32 ? 0 : random.nextInt());
        }
        return bytes;
    }
}

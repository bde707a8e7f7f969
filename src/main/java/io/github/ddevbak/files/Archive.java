package io.github.ddevbak.files;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.BooleanSupplier;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/** Puts single files of a project into one {@code .tar.gz}, which plain {@code tar} unpacks to the same names, modes and times. */
public final class Archive {
    private static final int BUFFER = 128 << 10;

    private Archive() {}

    /**
     * What came of it.
     *
     * @param files files and links in the archive
     * @param bytes of the files, before compression
     * @param leftOut a few words for each that is not in it, such as {@code a.zip (1.2 GB)}, safe to print
     */
    public record Archived(int files, long bytes, List<String> leftOut) {
        public Archived {
            leftOut = List.copyOf(leftOut);
        }
    }

    /** One file that was looked at before anything was written. */
    private record Candidate(RawPath name, Path file, Stat stat) {}

    /**
     * Writes the archive, owner-only; where there is nothing to put into it, none is made. The smallest files are taken
     * first into account, so that a limit leaves out the fewest; in the archive they stand by name.
     *
     * @param names relative to the top, {@code /}-separated, as the file system's bytes; one that is gone is passed over
     * @param limit the most bytes of the files
     * @throws IOException where the archive cannot be written, or {@code InterruptedIOException} on a cancellation
     */
    public static Archived write(Path top, List<byte[]> names, Path archive, long limit, BooleanSupplier cancelled)
            throws IOException {
        List<String> leftOut = new ArrayList<>();
        List<Candidate> chosen = chosen(candidates(top, names, leftOut), limit, leftOut);
        if (chosen.isEmpty()) {
            return new Archived(0, 0, leftOut);
        }
        int files = 0;
        long bytes = 0;
        try (OutputStream file = Files.newOutputStream(owned(archive), StandardOpenOption.WRITE);
                OutputStream gzip = new Quick(file)) {
            TarStream tar = new TarStream(gzip);
            for (Candidate each : chosen) {
                Stopped.unlessGoing(cancelled);
                if (added(each, tar, gzip, leftOut)) {
                    files++;
                    bytes += each.stat().kind() == Stat.Kind.FILE ? each.stat().size() : 0;
                }
            }
            tar.end();
        }
        if (files == 0) {
            Files.delete(archive);
        }
        return new Archived(files, bytes, leftOut);
    }

    private static Path owned(Path archive) throws IOException {
        Path folder = archive.getParent();
        if (folder != null) {
            OwnerOnly.directories(folder);
        }
        return Files.createFile(archive, OwnerOnly.FILE);
    }

    private static List<Candidate> candidates(Path top, List<byte[]> names, List<String> leftOut) throws IOException {
        List<Candidate> candidates = new ArrayList<>();
        for (byte[] bytes : names) {
            RawPath name = RawPath.of(bytes);
            Path file = name.under(top);
            try {
                Stat stat = Stat.of(file);
                if (stat.kind() == Stat.Kind.FILE && !Files.isReadable(file)) {
                    leftOut.add(name.printable() + " (it cannot be read)");
                } else if (stat.kind() == Stat.Kind.OTHER) {
                    leftOut.add(name.printable() + " (a pipe, socket or device)");
                } else if (stat.kind() != Stat.Kind.DIRECTORY) {
                    candidates.add(new Candidate(name, file, stat));
                }
            } catch (NoSuchFileException gone) {
                // Nothing is lost with it.
            } catch (IOException unreadable) {
                leftOut.add(name.printable() + " (" + Problems.reason(unreadable) + ")");
            }
        }
        return candidates;
    }

    private static List<Candidate> chosen(List<Candidate> candidates, long limit, List<String> leftOut) {
        candidates.sort(
                Comparator.comparingLong((Candidate each) -> each.stat().size()).thenComparing(Candidate::name));
        List<Candidate> chosen = new ArrayList<>();
        long sum = 0;
        for (Candidate each : candidates) {
            long size = each.stat().kind() == Stat.Kind.FILE ? each.stat().size() : 0;
            if (sum + size > limit) {
                leftOut.add(each.name().printable() + " (" + size(size) + ")");
            } else {
                sum += size;
                chosen.add(each);
            }
        }
        chosen.sort(Comparator.comparing(Candidate::name));
        return chosen;
    }

    private static boolean added(Candidate each, TarStream tar, OutputStream out, List<String> leftOut)
            throws IOException {
        if (each.stat().kind() == Stat.Kind.SYMLINK) {
            return linked(each, tar, leftOut);
        }
        try (Source source = Source.open(each)) {
            if (source.trouble() != null) {
                leftOut.add(each.name().printable() + " (" + source.trouble() + ")");
                return false;
            }
            tar.file(each.name(), each.stat());
            copied(source, each.stat().size(), out);
            tar.pad(each.stat().size());
            if (source.trouble() != null || changed(each)) {
                leftOut.add(each.name().printable() + " (it changed while it was read)");
            }
            return true;
        }
    }

    /** Exactly so many bytes, whatever becomes of the file: the archive must stay whole for those behind it. */
    private static void copied(Source source, long size, OutputStream out) throws IOException {
        byte[] buffer = new byte[BUFFER];
        for (long left = size; left > 0; ) {
            int wanted = (int) Math.min(left, buffer.length);
            int read = source.fill(buffer, wanted);
            Arrays.fill(buffer, read, wanted, (byte) 0);
            out.write(buffer, 0, wanted);
            left -= wanted;
        }
    }

    private static boolean changed(Candidate each) {
        try {
            Stat now = Stat.of(each.file());
            return now.size() != each.stat().size()
                    || now.modified() != each.stat().modified();
        } catch (IOException gone) {
            return true;
        }
    }

    /** A file that is read; what goes wrong with it is remembered, so that it is not taken for the archive's fault. */
    private static final class Source implements Closeable {
        private final @Nullable InputStream in;
        private @Nullable String trouble;

        private Source(@Nullable InputStream in, @Nullable String trouble) {
            this.in = in;
            this.trouble = trouble;
        }

        static Source open(Candidate each) {
            try {
                return new Source(Files.newInputStream(each.file(), LinkOption.NOFOLLOW_LINKS), null);
            } catch (IOException why) {
                return new Source(null, Problems.reason(why));
            }
        }

        @Nullable
        String trouble() {
            return trouble;
        }

        /** As many of the wanted bytes as there are. */
        int fill(byte[] buffer, int wanted) {
            if (in == null || trouble != null) {
                return 0;
            }
            try {
                int read = in.readNBytes(buffer, 0, wanted);
                trouble = read < wanted ? "it became shorter" : null;
                return read;
            } catch (IOException why) {
                trouble = Problems.reason(why);
                return 0;
            }
        }

        @Override
        public void close() {
            try {
                if (in != null) {
                    in.close();
                }
            } catch (IOException onlyRead) {
                trouble = Problems.reason(onlyRead);
            }
        }
    }

    /** Bytes in decimal units. */
    private static String size(long bytes) {
        return bytes < 1_000_000 ? bytes + " bytes" : String.format(Locale.ROOT, "%.1f MB", bytes / 1e6);
    }

    /** gzip at its fastest: it is made anew at each run. */
    private static final class Quick extends GZIPOutputStream {
        Quick(OutputStream out) throws IOException {
            super(out, BUFFER);
            def.setLevel(Deflater.BEST_SPEED);
        }
    }

    private static boolean linked(Candidate each, TarStream tar, List<String> leftOut) throws IOException {
        RawPath target;
        try {
            target = RawPath.of(Files.readSymbolicLink(each.file()));
        } catch (IOException changed) {
            leftOut.add(each.name().printable() + " (it changed while it was read)");
            return false;
        }
        tar.link(each.name(), target, each.stat());
        return true;
    }
}

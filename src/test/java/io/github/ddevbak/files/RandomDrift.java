package io.github.ddevbak.files;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/** A random tree of files with odd names, and random changes of it, of which it is known what must be told. */
final class RandomDrift {
    private static final String LETTERS = "ab -.\\\n%\u00fc\u00ff~+(";

    private final Random random;
    private final Path approot;
    private final List<RawPath> files = new ArrayList<>();
    private final List<Expected> expected = new ArrayList<>();
    private int contents;

    RandomDrift(Random random, Path approot) {
        this.random = random;
        this.approot = approot;
    }

    private record Expected(Drift drift, RawPath path, String to) {}

    /** Makes files in folders of up to three levels below {@code up}; no name is the beginning of another. */
    void makeTree(int count) throws IOException {
        for (int i = 0; i < count; i++) {
            RawPath path = RawPath.of("up");
            for (int level = random.nextInt(3); level > 0; level--) {
                path = path.child(RawPath.of("d" + random.nextInt(3)));
            }
            files.add(write(path.child(name("f" + i)), content()));
        }
    }

    /** Changes about half of the files and adds some. */
    void drift() throws IOException {
        for (RawPath path : files) {
            Path file = path.under(approot);
            switch (random.nextInt(12)) {
                case 0 -> {
                    write(path, content());
                    expect(Drift.CHANGED, path);
                }
                case 1 -> {
                    Files.delete(file);
                    expect(Drift.REMOVED, path);
                }
                case 2 -> move(path, file);
                case 3 -> {
                    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("r-x--x---"));
                    expect(Drift.MODE, path);
                }
                case 4 -> {
                    Files.setLastModifiedTime(file, FileTime.fromMillis(random.nextInt()));
                    expect(Drift.TOUCHED, path);
                }
                case 5 -> rot(path, file);
                case 6 -> {
                    Files.delete(file);
                    Files.createSymbolicLink(file, Path.of("nowhere"));
                    expect(Drift.TYPE, path);
                }
                default -> {}
            }
        }
        for (int i = random.nextInt(9); i > 0; i--) {
            expect(Drift.ADDED, write(RawPath.of("up/new").child(name("n" + i)), content()));
        }
    }

    private void move(RawPath path, Path file) throws IOException {
        RawPath to = RawPath.of("up/moved").child(name("m" + files.indexOf(path)));
        Files.createDirectories(to.under(approot).getParent());
        Files.move(file, to.under(approot));
        expected.add(new Expected(Drift.MOVED, path, " -> " + to.printable()));
    }

    private void rot(RawPath path, Path file) throws IOException {
        FileTime time = Files.getLastModifiedTime(file);
        byte[] content = Files.readAllBytes(file);
        content[random.nextInt(content.length)] ^= 1;
        Files.write(file, content);
        Files.setLastModifiedTime(file, time);
        expect(Drift.ROTTEN, path);
    }

    private void expect(Drift drift, RawPath path) {
        expected.add(new Expected(drift, path, ""));
    }

    private RawPath write(RawPath path, String content) throws IOException {
        Path file = path.under(approot);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
        return path;
    }

    /** No two are the same, nor do they become so by one bit. */
    private String content() {
        contents++;
        return "content " + contents + " " + "x".repeat(2 * contents);
    }

    private RawPath name(String begin) {
        StringBuilder name = new StringBuilder(begin).append('_');
        for (int i = random.nextInt(6); i > 0; i--) {
            name.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return RawPath.of(name.toString().getBytes(StandardCharsets.ISO_8859_1));
    }

    /** As {@link Told#lines} has it. */
    List<String> expected() {
        return expected.stream()
                .sorted(Comparator.comparing((Expected one) -> one.drift().rank())
                        .thenComparing(Expected::path))
                .map(one -> one.drift().word() + " " + one.path().printable() + one.to())
                .toList();
    }
}

package io.github.ddevbak.files;

import io.github.ddevbak.project.Project;
import io.github.ddevbak.project.ProjectName;
import io.github.ddevbak.project.ProjectStatus;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** A folder of user files, made for one test, and what can be asked of it. */
record Tree(Path root) {

    Tree file(String path, String content) throws IOException {
        Path file = root.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
        return this;
    }

    Tree folder(String path) throws IOException {
        Files.createDirectories(root.resolve(path));
        return this;
    }

    Tree link(String path, String target) throws IOException {
        Path link = root.resolve(path);
        Files.createDirectories(link.getParent());
        Files.createSymbolicLink(link, Path.of(target));
        return this;
    }

    FilesReport written(Path to, String... dirs) throws IOException {
        return FilesManifest.write(root, List.of(dirs), to, () -> false);
    }

    String printed(String... dirs) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        FilesManifest.print(root, List.of(dirs), out, () -> false);
        return out.toString(StandardCharsets.UTF_8);
    }

    FilesReport report(String... dirs) throws IOException {
        return FilesManifest.print(root, List.of(dirs), new ByteArrayOutputStream(), () -> false);
    }

    Told verified(Path manifest, String... dirs) throws IOException {
        return compared(ManifestSource.of(manifest), dirs);
    }

    Told compared(ManifestSource source, String... dirs) throws IOException {
        return compared(source, () -> false, dirs);
    }

    Told compared(ManifestSource source, BooleanSupplier cancelled, String... dirs) throws IOException {
        try (Differences differences = new ManifestComparison(root, List.of(dirs), cancelled)
                .with(source, (walked, lines) -> FilesManifest.lines(root, walked, lines, Reading.all(cancelled)))) {
            return Told.of(differences);
        }
    }

    /** The report of a run whose files are opened by the given opener. */
    FilesReport opened(FileDigest.Opener opener, ByteArrayOutputStream checksums, String dir) throws IOException {
        ByteArrayOutputStream lines = new ByteArrayOutputStream();
        return new ManifestRun(
                        root.toRealPath(),
                        new FileDigest(opener, () -> false),
                        ManifestOutput.both(checksums, lines),
                        Content.NONE,
                        Reading.all(() -> false))
                .over(List.of(RawPath.of(dir)));
    }

    /** Copies of the folder {@code uploads}, its files opened by the given opener. */
    UserFileCopies copies(Path target, FileDigest.Opener opener) {
        return new UserFileCopies(
                target, List.of("uploads"), StoredCopies.none(), new Reread(0, false), opener, () -> false);
    }

    static String line(String content, String path) {
        return sha256(content) + "  " + path + "\n";
    }

    static String sha256(String content) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static Project project(Path approot, String type, String docroot, String... uploadDirs) {
        return new Project(
                new ProjectName("shop"),
                approot,
                type,
                docroot,
                ProjectStatus.UNKNOWN,
                Optional.empty(),
                false,
                List.of(uploadDirs),
                true);
    }

    /** Runs a program here and says its exit code, or nothing where it is not installed. */
    Optional<Integer> run(Map<String, String> environment, Path output, String... command) throws InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(root.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().putAll(environment);
        Process process;
        try {
            process = builder.start();
        } catch (IOException notInstalled) {
            return Optional.empty();
        }
        try {
            process.getOutputStream().close();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return Optional.of(process.waitFor());
    }
}

package io.github.ddevbak.backup;

import io.github.ddevbak.files.FilesProgress;
import io.github.ddevbak.files.HashCache;
import io.github.ddevbak.files.Reading;
import io.github.ddevbak.git.GitFiles;
import io.github.ddevbak.process.Cancellation;
import io.github.ddevbak.process.SystemProcessRunner;
import io.github.ddevbak.project.DatabaseServer;
import io.github.ddevbak.project.PartState;
import io.github.ddevbak.project.Project;
import io.github.ddevbak.project.ProjectName;
import io.github.ddevbak.project.ProjectStatus;
import io.github.ddevbak.project.Shell;
import io.github.ddevbak.settings.CopyFiles;
import io.github.ddevbak.settings.ProjectSettings;
import io.github.ddevbak.store.Destination;
import io.github.ddevbak.store.PartRecord;
import io.github.ddevbak.store.RestoreGuide;
import io.github.ddevbak.store.SetRecord;
import io.github.ddevbak.store.Staging;
import io.github.ddevbak.store.StoredSet;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/** A project with user files, and a destination into which they are saved by the real parts of the flow. */
final class SavedFiles {
    static final String UPLOADS = "web/sites/default/files";

    private static final String LISTING = """
        find . -type f -printf '%P f %m %s %T@\\n' -exec cksum {} + -o -type l -printf '%P l %l\\n' \
            -o -type d -printf '%P d\\n' | sort | cat -v
        """;
    private static final Instant NOW = Instant.parse("2026-11-22T16:31:05Z");
    private static final ProjectSettings AUTO =
            new ProjectSettings(false, 0, Optional.empty(), CopyFiles.AUTO, 1000, List.of());

    private final Path approot;
    private final Path global;
    private final Destination destination;
    private final AtomicLong promised = new AtomicLong();
    private ProjectSettings settings = AUTO;
    private List<String> uploadDirs = List.of();
    private final HeardFiles heard = new HeardFiles();
    private HashCache cache = HashCache.NONE;
    private boolean rehash;
    private int runs;

    SavedFiles(Path folder) throws IOException {
        this(folder, folder.resolve("dest"));
    }

    SavedFiles(Path folder, Path destination) throws IOException {
        approot = Files.createDirectories(folder.resolve("shop"));
        global = Files.createDirectories(folder.resolve("global"));
        this.destination = new Destination(destination);
        this.destination.prepare();
        write(".ddev/config.yaml", "name: shop\n");
    }

    /** What came of one save; the set is sealed where the part did not fail. */
    record Saved(PartRecord part, Optional<StoredSet> set) {
        Path data() {
            return set.orElseThrow().folder().resolve("files/data").resolve(UPLOADS);
        }

        Map<?, ?> copied() {
            return part.facts().get("copied") instanceof Map<?, ?> map ? map : Map.of();
        }

        List<String> codes() {
            return part.findings().stream().map(finding -> finding.code()).toList();
        }

        /** What {@code sha256sum -c} says of the set; empty where it has nothing against it. */
        String checked() throws IOException, InterruptedException {
            return Shell.run(
                            set.orElseThrow().folder(),
                            Map.of("LC_ALL", "C"),
                            "sha256sum",
                            "-c",
                            "--strict",
                            "--quiet",
                            "MANIFEST.sha256")
                    .output();
        }
    }

    Path approot() {
        return approot;
    }

    Path uploads() {
        return approot.resolve(UPLOADS);
    }

    SavedFiles with(CopyFiles copy, Optional<String> upstream) {
        settings = new ProjectSettings(false, 0, upstream, copy, 1000, List.of());
        return this;
    }

    SavedFiles uploadDirs(String... dirs) {
        uploadDirs = List.of(dirs);
        return this;
    }

    SavedFiles rehash() {
        rehash = true;
        return this;
    }

    /** What is known of files that have stood still, as all have by then, is kept between the saves. */
    SavedFiles remembering(Path state) {
        cache = HashCache.in(state, Clock.offset(Clock.systemUTC(), Duration.ofHours(1)), false);
        return this;
    }

    List<String> heard() {
        return heard.lines();
    }

    /** Writes a file of the project, with a time of change that is long ago. */
    SavedFiles write(String path, String content) throws IOException {
        Path file = approot.resolve(path);
        Files.createDirectories(file.getParent());
        Files.write(file, content.getBytes(StandardCharsets.UTF_8));
        Files.setLastModifiedTime(
                file, FileTime.from(NOW.minusSeconds(5000 + content.length()).plusNanos(123_456_789)));
        return this;
    }

    SavedFiles upload(String path, String content) throws IOException {
        return write(UPLOADS + "/" + path, content);
    }

    Saved save() throws IOException {
        Clock clock = Clock.fixed(NOW.plusSeconds(++runs), ZoneOffset.UTC);
        try (Staging staging = destination.stage(new ProjectName("shop"), clock.instant(), "")) {
            FilesTarget target = new FilesTarget(project(), destination, staging, promised);
            SystemProcessRunner runner = new SystemProcessRunner(new Cancellation(), Map.of("PATH", "/usr/bin:/bin"));
            FilesPart part = new FilesPart(
                    new UncoveredFolders(new GitFiles(runner, Duration.ofMinutes(1))),
                    new Reading(cache, FilesProgress.NONE, () -> false),
                    clock);
            FilesLook look = new FilesLook(rehash, global, promised, heard);
            PartRecord saved = part.save(project(), target, settings, look);
            return new Saved(
                    saved, saved.state() == PartState.FAILED ? Optional.empty() : Optional.of(sealed(staging, saved)));
        }
    }

    private StoredSet sealed(Staging staging, PartRecord part) throws IOException {
        return staging.seal(
                artefacts -> new SetRecord(
                        SetRecord.SCHEMA,
                        "shop",
                        staging.id(),
                        "",
                        NOW,
                        approot.toString(),
                        "drupal11",
                        "web",
                        "running",
                        Map.of(),
                        List.of(part),
                        artefacts,
                        "recoverable",
                        "mistake",
                        1),
                RestoreGuide::text);
    }

    Project project() {
        return new Project(
                new ProjectName("shop"),
                approot,
                "drupal11",
                "web",
                ProjectStatus.RUNNING,
                Optional.<DatabaseServer>empty(),
                false,
                uploadDirs,
                true);
    }

    /** The commands of the part of a set's guide that puts user files back. */
    static String restoring(StoredSet set) throws IOException {
        String guide = Files.readString(set.folder().resolve("RESTORE.md"));
        StringBuilder commands = new StringBuilder("set -e\nSET=$PWD\n".replace("\\\n", "\n"));
        boolean inside = false;
        for (String line :
                guide.substring(guide.indexOf("\n## Files\n")).lines().toList()) {
            if (line.startsWith("```")) {
                inside = !inside;
            } else if (inside) {
                commands.append(line).append('\n');
            }
        }
        return commands.toString();
    }

    /** Kind, mode, size, time and content of everything below a folder, as a listing that can be compared. */
    static String tree(Path folder) throws IOException, InterruptedException {
        return Shell.run(folder, Map.of("LC_ALL", "C", "TZ", "UTC"), "sh", "-c", LISTING)
                .output();
    }

    static Object inode(Path file) throws IOException {
        return Files.getAttribute(file, "unix:ino");
    }

    /** Changes a stored copy behind ddevbak's back; quietly stands for a disk that rots. */
    static void spoil(Path copy, String content, boolean quietly) throws IOException {
        FileTime time = Files.getLastModifiedTime(copy);
        Files.setPosixFilePermissions(copy, PosixFilePermissions.fromString("rw-------"));
        Files.writeString(copy, content);
        Files.setPosixFilePermissions(copy, PosixFilePermissions.fromString("r--------"));
        if (quietly) {
            Files.setLastModifiedTime(copy, time);
        }
    }
}

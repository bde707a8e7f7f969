package io.github.ddevbak.store;

import io.github.ddevbak.project.ProjectName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What is known of the hooks, in {@code <state>/hooks}: those installed, those that began, and those whose snapshot was not
 * taken. The hook's own shell makes the note of its beginning, so that one whose ddevbak never ran is seen too.
 */
public final class HookNotes {
    private static final String ENDING = ".json";

    private final Path folder;

    public HookNotes(Path state) {
        this.folder = state.toAbsolutePath().resolve("hooks");
    }

    /** A hook that began and has not ended. */
    public record Begun(ProjectName project, Instant at) {}

    public List<InstalledHook> installed() {
        return read("installed", Records::hook);
    }

    public List<HookFailure> failures() {
        return read("failed", Records::hookFailure);
    }

    /** Those that began and did not end, or are at work now. */
    public List<Begun> begun() {
        return SetFolder.entries(folder.resolve("begun")).stream()
                .flatMap(file -> ProjectName.parse(SetFolder.name(file)).flatMap(name -> begun(name, file)).stream())
                .toList();
    }

    /** Whether there may be anything to tell; costs two looks at folders. */
    public boolean troubled() {
        return !SetFolder.entries(folder.resolve("failed")).isEmpty()
                || !SetFolder.entries(folder.resolve("begun")).isEmpty();
    }

    public void install(InstalledHook hook) {
        StateNote.write(file("installed", hook.project()), Records.json(hook));
        try {
            FileModes.makeFolder(folder.resolve("begun"));
        } catch (IOException refused) {
            throw new DestinationException(
                    "The folder " + folder.resolve("begun") + " cannot be made: " + Reason.of(refused)
                            + ". Give yourself access.",
                    refused);
        }
    }

    /** Forgets all of a project's hook. */
    public void remove(ProjectName project) {
        StateNote.remove(file("installed", project));
        good(project);
    }

    /** The snapshot was not taken. */
    public void failed(HookFailure failure) {
        StateNote.write(file("failed", failure.project()), Records.json(failure));
        ended(failure.project());
    }

    /** A snapshot was taken: what failed before is mended. */
    public void good(ProjectName project) {
        StateNote.remove(file("failed", project));
        ended(project);
    }

    /** The hook has come to its end. */
    public void ended(ProjectName project) {
        StateNote.remove(folder.resolve("begun").resolve(project.text()));
    }

    private static Optional<Begun> begun(ProjectName name, Path file) {
        try {
            return Optional.of(new Begun(name, Files.getLastModifiedTime(file).toInstant()));
        } catch (IOException gone) {
            return Optional.empty();
        }
    }

    private <T> List<T> read(String kind, Function<Path, T> reading) {
        return SetFolder.entries(folder.resolve(kind)).stream()
                .filter(file -> SetFolder.name(file).endsWith(ENDING))
                .flatMap(file -> readable(file, reading).stream())
                .toList();
    }

    /** A broken note is passed over: the file of the hook itself says more. */
    private static <T> Optional<T> readable(Path file, Function<Path, T> reading) {
        try {
            return Optional.of(reading.apply(file));
        } catch (StoredFileException broken) {
            return Optional.empty();
        }
    }

    private Path file(String kind, ProjectName project) {
        return folder.resolve(kind).resolve(project.text() + ENDING);
    }
}

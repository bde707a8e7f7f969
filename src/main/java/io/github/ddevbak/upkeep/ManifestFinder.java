package io.github.ddevbak.upkeep;

import io.github.ddevbak.files.FilesManifest;
import io.github.ddevbak.files.ManifestSource;
import io.github.ddevbak.files.NoManifestException;
import io.github.ddevbak.project.Part;
import io.github.ddevbak.project.Printable;
import io.github.ddevbak.project.Project;
import io.github.ddevbak.store.Destination;
import io.github.ddevbak.store.SetName;
import io.github.ddevbak.store.StoredSet;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Finds the manifest of user files that a user means by a set's name, a folder or a file. */
final class ManifestFinder {
    private static final int LISTED = 5;

    private final Destination destination;

    ManifestFinder(Destination destination) {
        this.destination = destination;
    }

    /**
     * A set's name comes before a file of that name.
     *
     * @param folder what a relative path starts from
     * @throws NoManifestException where nothing is meant by it; the message says what there is
     */
    ManifestSource find(Project project, String text, Path folder) throws NoManifestException {
        SetName name = new SetName(text);
        List<StoredSet> sets = name.possible() ? destination.sets(project.name()) : List.of();
        List<StoredSet> meant = name.among(sets);
        for (StoredSet set : meant) {
            Optional<ManifestSource> source = of(set.folder());
            if (source.isPresent()) {
                return source.get().called("set " + set.id());
            }
        }
        Path path = folder.resolve(text).normalize();
        if (Files.exists(path)) {
            return named(path);
        }
        throw meant.isEmpty() ? nothing(project, text, sets) : without(meant);
    }

    /** A set's manifest of itself stands for that of its user files. */
    private static ManifestSource named(Path path) throws NoManifestException {
        Path above = path.resolveSibling("set.json");
        if (!Files.isDirectory(path) && path.endsWith(FilesManifest.CHECKSUMS) && Files.exists(above)) {
            return named(path.resolveSibling(""));
        }
        if (!Files.isDirectory(path)) {
            return ManifestSource.of(path);
        }
        Optional<ManifestSource> source = of(path);
        if (source.isEmpty() && Files.isRegularFile(path.resolve(FilesManifest.CHECKSUMS))) {
            source = Optional.of(ManifestSource.of(path.resolve(FilesManifest.CHECKSUMS)));
        }
        return source.orElseThrow(() -> new NoManifestException("the folder " + Printable.text(path.toString())
                + " holds no " + FilesManifest.CHECKSUMS + " of user files."));
    }

    private static Optional<ManifestSource> of(Path set) {
        Path manifest = set.resolve("files").resolve(FilesManifest.CHECKSUMS);
        return Files.isRegularFile(manifest) ? Optional.of(ManifestSource.of(manifest)) : Optional.empty();
    }

    private static NoManifestException without(List<StoredSet> meant) {
        String said = meant.stream()
                .limit(LISTED)
                .map(set -> set.id() + " (files: " + files(set) + ")")
                .collect(Collectors.joining(", "));
        return new NoManifestException("no set that is meant holds a manifest of user files: " + said + ".");
    }

    private static String files(StoredSet set) {
        return set.record().parts().stream()
                .filter(part -> part.part() == Part.FILES)
                .map(part -> part.state().word())
                .findFirst()
                .orElse("not asked for");
    }

    private NoManifestException nothing(Project project, String text, List<StoredSet> sets) {
        String has = sets.isEmpty()
                ? "'" + project.name() + "' has no set of that name in "
                        + Printable.text(destination.folder().toString())
                : "the newest sets of '" + project.name() + "' are "
                        + sets.stream().limit(LISTED).map(StoredSet::id).collect(Collectors.joining(", "));
        return new NoManifestException(
                "there is no file '" + Printable.text(text) + "', and " + has + ". See all sets with 'ddevbak list'.");
    }
}

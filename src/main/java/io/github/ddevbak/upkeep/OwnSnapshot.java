package io.github.ddevbak.upkeep;

import io.github.ddevbak.backup.SnapshotNames;
import io.github.ddevbak.database.SnapshotFile;
import io.github.ddevbak.ddev.SnapshotCli;
import io.github.ddevbak.project.Part;
import io.github.ddevbak.project.PartState;
import io.github.ddevbak.store.SetId;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A snapshot that {@code ddevbak snapshot} had ddev take, known by the name that only we give: {@code ddevbak-} and the
 * second it was taken in, behind it the server's type and version. One that a user named is never such a one.
 *
 * @param id when it was taken
 */
record OwnSnapshot(SetId id, Path file, long bytes) {
    /** Those of a project; none where its folder of snapshots is gone or leads out of the project. */
    static List<OwnSnapshot> of(Path approot) throws IOException {
        Path folder = SnapshotCli.folder(approot);
        if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)
                || !folder.toRealPath().startsWith(approot.toRealPath())) {
            return List.of();
        }
        List<OwnSnapshot> own = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
            for (Path entry : entries) {
                Optional<SetId> id = id(String.valueOf(entry.getFileName()));
                if (id.isPresent() && Files.isRegularFile(entry, LinkOption.NOFOLLOW_LINKS)) {
                    own.add(new OwnSnapshot(id.get(), entry, Files.size(entry)));
                }
            }
        }
        return own;
    }

    private static Optional<SetId> id(String fileName) {
        return SnapshotFile.parse(fileName).map(SnapshotFile::name).flatMap(SnapshotNames::taken);
    }

    /** As retention sees it: a copy of the database that was proved when it was made. */
    RetentionSet retained() {
        return new RetentionSet(
                id, Map.of(Part.DATABASE, PartState.OK), Set.of(), false, Optional.empty(), Optional.empty());
    }
}

package io.github.ddevbak.store;

import io.github.ddevbak.project.Printable;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.UserPrincipal;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes a folder fit to be the destination, or says why it is not. */
final class Preparation {
    private static final Set<String> OURS = Set.of("projects", "global", "runs", "lost+found");
    private static final int PROBE = 4096;

    private final Path folder;

    Preparation(Path folder) {
        this.folder = folder;
    }

    void run() {
        if (Files.isSymbolicLink(folder) && !Files.exists(folder)) {
            throw refused("is a link that leads nowhere. Mend the link", null);
        }
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            throw refused("is a file, not a folder. Move it away", null);
        }
        try {
            FileModes.makeFolder(folder);
        } catch (IOException failure) {
            throw refused("cannot be made: " + Reason.of(failure) + ". Give yourself access", failure);
        }
        try {
            prepare(probe());
        } catch (IOException failure) {
            throw refused("cannot be written: " + Reason.of(failure) + ". Make room or give yourself access", failure);
        }
    }

    private void prepare(UserPrincipal us) throws IOException {
        if (whollyOurs() && Files.getOwner(folder).equals(us)) {
            FileModes.restrictFolder(folder.toRealPath());
        }
        for (String name : List.of("projects", "global", "runs")) {
            Path own = folder.resolve(name);
            FileModes.makeFolder(own);
            restrict(own, us);
        }
        for (Path project : SetFolder.entries(folder.resolve("projects"))) {
            if (Files.isDirectory(project, LinkOption.NOFOLLOW_LINKS)) {
                restrict(project, us);
            }
        }
    }

    /** A folder that others use too is left as it is: what we make in it is closed anyway. */
    private boolean whollyOurs() {
        return SetFolder.entries(folder).stream()
                .allMatch(entry -> OURS.contains(SetFolder.name(entry)) || AtomicFile.leftover(entry));
    }

    private void restrict(Path own, UserPrincipal us) throws IOException {
        UserPrincipal owner = Files.getOwner(own);
        if (!owner.equals(us)) {
            throw refused(
                    "holds sets that belong to " + Printable.text(owner.getName()) + " (" + own
                            + "). Run ddevbak as that user",
                    null);
        }
        FileModes.restrictFolder(own.toRealPath());
    }

    /** Writes a block, as an empty file fits on a full disk, and tells whose it is. */
    private UserPrincipal probe() throws IOException {
        Path probe = AtomicFile.besideName(folder.resolve("probe"));
        try (FileOutputStream out = new FileOutputStream(probe.toFile())) {
            out.write(new byte[PROBE]);
            out.getFD().sync();
            return Files.getOwner(probe);
        } finally {
            Files.deleteIfExists(probe);
        }
    }

    private DestinationException refused(String why, @Nullable IOException cause) {
        String sentence = "The destination " + Printable.text(folder.toString()) + " " + why
                + ", or name another folder with --dest.";
        return cause == null ? new DestinationException(sentence) : new DestinationException(sentence, cause);
    }
}

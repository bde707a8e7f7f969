package io.github.ddevbak.git;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Repositories in folders whose files the repository around them has as its own, such as where {@code git init} was said
 * in a tracked folder: git status does not tell them.
 */
final class TrackedRepositories {
    private TrackedRepositories() {}

    /** Looks for a {@code .git} in every folder of the index and in no other; one left out is looked at by itself. */
    static List<Unseen.Nested> of(Layout layout, Index index, Set<Path> leftOut) {
        List<Unseen.Nested> found = new ArrayList<>();
        for (String name : index.folders()) {
            Path folder = RawName.under(layout.toplevel(), name);
            Path dotGit = folder.resolve(".git");
            if (Files.exists(dotGit, LinkOption.NOFOLLOW_LINKS)
                    && !GitPointer.leadsNowhere(dotGit)
                    && really(folder).filter(real -> !leftOut.contains(real)).isPresent()) {
                found.add(new Unseen.Nested(RawName.text(name) + "/", folder, Unseen.Kept.FILES));
            }
        }
        return found;
    }

    /** Empty where the folder, or one around it, was replaced by a link. */
    private static Optional<Path> really(Path folder) {
        try {
            return Optional.of(folder.toRealPath()).filter(folder::equals);
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}

package io.github.ddevbak.backup;

import io.github.ddevbak.files.UserFileSizes;
import io.github.ddevbak.project.ByteCount;
import io.github.ddevbak.project.Finding;
import io.github.ddevbak.project.Printable;
import io.github.ddevbak.settings.CopyFiles;
import io.github.ddevbak.settings.ProjectSettings;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * Which user files go into the set. Pure, but for the question how much there is.
 *
 * @param dirs the upload directories to copy; empty for none
 * @param sizes what there is in them
 * @param reason why the files that nothing brings back are not copied; empty where they are, or there are none
 * @param hint what to do about that
 */
record CopyChoice(List<String> dirs, UserFileSizes sizes, String reason, String hint) {
    private static final String DECLARE = "declare where they come from: 'files: {upstream: \"…\"}' in"
            + " .ddev/ddevbak.yaml, or fill in a provider in .ddev/providers.";

    CopyChoice {
        dirs = List.copyOf(dirs);
    }

    /** How much there is in some directories. */
    @FunctionalInterface
    interface Sizes {
        UserFileSizes of(List<String> dirs) throws IOException;
    }

    static CopyChoice of(ProjectSettings settings, FileOrigins origins, Sizes sizes) throws IOException {
        List<String> uncovered = origins.uncovered();
        UserFileSizes none = new UserFileSizes(0, 0, 0);
        if (settings.copy() == CopyFiles.ALWAYS) {
            return new CopyChoice(origins.dirs(), sizes.of(origins.dirs()), "", "");
        }
        if (uncovered.isEmpty()) {
            return new CopyChoice(List.of(), none, "", "");
        }
        UserFileSizes there = sizes.of(uncovered);
        if (settings.copy() == CopyFiles.NEVER) {
            return new CopyChoice(
                    List.of(), there, "copying them is switched off", "Use '--copy-files auto', or " + DECLARE);
        }
        if (there.bytes() > settings.copyMax()) {
            return new CopyChoice(
                    List.of(),
                    there,
                    "they are more than the " + ByteCount.text(settings.copyMax()) + " that are copied",
                    "Raise it ('files: {copy-max: …}' in .ddev/ddevbak.yaml), use '--copy-files always', or "
                            + DECLARE);
        }
        return new CopyChoice(uncovered, there, "", "");
    }

    /** The loss of files that have no copy. */
    Optional<Finding> loss(String project, FileOrigins origins) {
        if (reason.isEmpty() || sizes.files() == 0) {
            return Optional.empty();
        }
        String where = origins.known() ? " in " + Printable.text(String.join(", ", origins.uncovered())) : "";
        String upstream = origins.known()
                ? origins.words() + " brings back only " + Printable.text(origins.first())
                : "no upstream to pull them from is known";
        return Optional.of(Finding.loss(
                "files.no-copy",
                sizes.files() + (sizes.files() == 1 ? " user file" : " user files") + where + " of '" + project + "', "
                        + ByteCount.text(sizes.bytes()) + ", " + (sizes.files() == 1 ? "has" : "have") + " no copy: "
                        + upstream + ", and " + reason,
                hint));
    }
}

package io.github.ddevbak.files;

import java.util.List;

/**
 * How files compare with a manifest; every text is safe to print.
 *
 * @param checked files that were read to their end
 * @param changed paths whose content differs, or which are no longer files
 * @param missing paths that are not there
 * @param added files beside or below those of the manifest that it does not have; no fault in themselves
 * @param unreadable paths that could not be read, or that a link leads out of the folder
 * @param malformed lines of the manifest that could not be used, each with its number and why
 */
public record VerifyReport(
        long checked,
        List<String> changed,
        List<String> missing,
        List<String> added,
        List<String> unreadable,
        List<String> malformed) {

    public VerifyReport {
        changed = List.copyOf(changed);
        missing = List.copyOf(missing);
        added = List.copyOf(added);
        unreadable = List.copyOf(unreadable);
        malformed = List.copyOf(malformed);
    }

    /** Whether every line could be used and every file of it holds what the manifest says. */
    public boolean good() {
        return changed.isEmpty() && missing.isEmpty() && unreadable.isEmpty() && malformed.isEmpty();
    }
}

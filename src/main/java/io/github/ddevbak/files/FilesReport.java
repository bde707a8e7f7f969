package io.github.ddevbak.files;

import io.github.ddevbak.project.Finding;
import io.github.ddevbak.project.PartState;
import java.util.List;

/**
 * What a look at a project's user files came to.
 *
 * @param state OK; NONE where no directory exists or none holds a file; AT_RISK where a directory lies outside the
 *     project; FAILED where something could not be read
 * @param findings in the order of the files
 * @param files regular files in the manifest
 * @param bytes their sizes added up
 * @param dirs the directories that were there and were walked, relative to the approot, byte-sorted
 */
public record FilesReport(PartState state, List<Finding> findings, long files, long bytes, List<String> dirs) {
    public FilesReport {
        findings = List.copyOf(findings);
        dirs = List.copyOf(dirs);
    }
}

package io.github.ddevbak.backup;

import io.github.ddevbak.ddev.Upstream;
import io.github.ddevbak.files.FilesManifest;
import io.github.ddevbak.files.FilesReport;
import io.github.ddevbak.files.UploadDirs;
import io.github.ddevbak.project.Finding;
import io.github.ddevbak.project.Part;
import io.github.ddevbak.project.PartState;
import io.github.ddevbak.project.Printable;
import io.github.ddevbak.project.Project;
import io.github.ddevbak.store.PartRecord;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** Writes the manifest of a project's user files, and says where they could come back from. */
public final class FilesPart {
    private final BooleanSupplier cancelled;
    private final Clock clock;

    public FilesPart(BooleanSupplier cancelled, Clock clock) {
        this.cancelled = cancelled;
        this.clock = clock;
    }

    /**
     * Writes the manifest and says where the files could come back from.
     *
     * @param folder where the manifest is written
     * @param globalDir ddev's global folder, where an upstream's account may be filled in
     * @param declared the upstream that the configuration declares
     */
    public PartRecord manifest(Project project, Path folder, Path globalDir, Optional<String> declared) {
        long begin = clock.millis();
        List<Finding> findings = new ArrayList<>(UploadDirs.findings(project));
        List<String> dirs = UploadDirs.of(project);
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("dirs", dirs);
        try {
            FilesReport report = FilesManifest.write(project.approot(), dirs, folder, cancelled);
            findings.addAll(report.findings());
            facts.put("files", report.files());
            facts.put("bytes", report.bytes());
            Optional<String> upstream = declared.or(() -> Upstream.provider(project.approot(), globalDir));
            upstream.ifPresent(name -> facts.put("upstream", name));
            if (report.state() == PartState.OK && upstream.isEmpty()) {
                findings.add(noCopy(project, report));
            }
            return Outcomes.of(Part.FILES, report.state(), findings, facts, clock.millis() - begin);
        } catch (InterruptedIOException e) {
            findings.add(Finding.error("files.cancelled", "it was cancelled", "Run ddevbak again."));
            return Outcomes.of(Part.FILES, PartState.FAILED, findings, facts, clock.millis() - begin);
        } catch (IOException e) {
            findings.add(Finding.error(
                    "files.not-read",
                    "the user files of '" + project.name() + "' could not be read: "
                            + Printable.text(String.valueOf(e.getMessage())),
                    "Make them readable to the user who runs ddevbak, then run it again."));
            return Outcomes.of(Part.FILES, PartState.FAILED, findings, facts, clock.millis() - begin);
        }
    }

    private static Finding noCopy(Project project, FilesReport report) {
        return Finding.loss(
                "files.no-copy",
                report.files() + (report.files() == 1 ? " user file" : " user files") + " of '" + project.name()
                        + "' have no copy: sets hold only their checksums, and no upstream to pull them from is known",
                "Fill in a provider in .ddev/providers, or declare where they come from:"
                        + " 'files: {upstream: \"…\"}' in .ddev/ddevbak.yaml.");
    }
}

package io.github.ddevbak.upkeep;

import io.github.ddevbak.files.FilesManifest;
import io.github.ddevbak.files.FilesReport;
import io.github.ddevbak.files.UploadDirs;
import io.github.ddevbak.files.VerifyReport;
import io.github.ddevbak.project.Finding;
import io.github.ddevbak.project.Project;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/** Writes and verifies manifests of user files outside a set. */
public final class Manifests {
    private final BooleanSupplier cancelled;

    public Manifests(BooleanSupplier cancelled) {
        this.cancelled = cancelled;
    }

    /** Hashes the project's user files into the stream, in the form {@code sha256sum -c} reads. */
    public FilesReport print(Project project, OutputStream to) throws IOException {
        FilesReport report = FilesManifest.print(project.approot(), UploadDirs.of(project), to, cancelled);
        List<Finding> findings = new ArrayList<>(UploadDirs.findings(project));
        findings.addAll(report.findings());
        return new FilesReport(report.state(), findings, report.files(), report.bytes(), report.dirs());
    }

    /** Re-reads a project's user files against a manifest. */
    public VerifyReport verify(Project project, Path manifest) throws IOException {
        return FilesManifest.verify(manifest, project.approot(), UploadDirs.of(project), cancelled);
    }
}

package io.github.ddevbak.upkeep;

import io.github.ddevbak.files.Differences;
import io.github.ddevbak.files.FilesManifest;
import io.github.ddevbak.files.FilesReport;
import io.github.ddevbak.files.HashCache;
import io.github.ddevbak.files.ManifestComparison;
import io.github.ddevbak.files.ManifestSource;
import io.github.ddevbak.files.Reading;
import io.github.ddevbak.files.UploadDirs;
import io.github.ddevbak.project.Finding;
import io.github.ddevbak.project.Project;
import io.github.ddevbak.store.Destination;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Writes manifests of user files outside a set, and compares user files with one. */
public final class Manifests {
    private final ManifestFinder finder;
    private final Reading reading;
    private final Function<Project, List<Finding>> evidence;

    /**
     * Manifests of user files, beside the sets in the destination.
     *
     * @param reading which files need not be read, where not all are to be
     * @param evidence what is known of a project's user files without reading them
     */
    public Manifests(Destination destination, Reading reading, Function<Project, List<Finding>> evidence) {
        this.finder = new ManifestFinder(destination);
        this.reading = reading;
        this.evidence = evidence;
    }

    /**
     * Hashes the project's user files.
     *
     * @param sums takes the form that {@code sha256sum -c} reads
     * @param lines takes size, time, mode and type of every name, as JSON lines
     */
    public FilesReport print(Project project, OutputStream sums, OutputStream lines) throws IOException {
        return known(project, FilesManifest.print(project.approot(), UploadDirs.of(project), sums, lines, reading));
    }

    /** The same without the JSON lines. */
    public FilesReport print(Project project, OutputStream sums) throws IOException {
        return known(project, FilesManifest.print(project.approot(), UploadDirs.of(project), sums, reading));
    }

    private FilesReport known(Project project, FilesReport report) {
        FilesReport told = told(project, report);
        List<Finding> findings = new ArrayList<>(told.findings());
        findings.addAll(evidence.apply(project));
        return new FilesReport(report.state(), findings, report.files(), report.bytes(), report.dirs());
    }

    /** What the configuration names and is no upload directory comes first. */
    private static FilesReport told(Project project, FilesReport report) {
        List<Finding> findings = new ArrayList<>(UploadDirs.findings(project));
        findings.addAll(report.findings());
        return new FilesReport(report.state(), findings, report.files(), report.bytes(), report.dirs());
    }

    /**
     * The manifest that is meant by a set's name, a folder or a file.
     *
     * @param folder what a relative path starts from
     * @throws io.github.ddevbak.files.NoManifestException where nothing is meant by it
     */
    public ManifestSource find(Project project, String text, Path folder) throws IOException {
        return finder.find(project, text, folder);
    }

    /** Re-reads every file and compares with the manifest. */
    public Differences verify(Project project, ManifestSource source) throws IOException {
        return compare(project, source, new Reading(HashCache.NONE, reading.progress(), reading.cancelled()));
    }

    /** Compares with the manifest; what the cache knows is not read again. */
    public Differences diff(Project project, ManifestSource source) throws IOException {
        return compare(project, source, reading);
    }

    private static Differences compare(Project project, ManifestSource source, Reading reading) throws IOException {
        return new ManifestComparison(project.approot(), UploadDirs.of(project), reading.cancelled())
                .with(
                        source,
                        (dirs, lines) -> told(project, FilesManifest.lines(project.approot(), dirs, lines, reading)));
    }
}

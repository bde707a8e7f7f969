package io.github.ddevbak.backup;

import io.github.ddevbak.ddev.Upstream;
import io.github.ddevbak.files.UploadDirs;
import io.github.ddevbak.project.Finding;
import io.github.ddevbak.project.Project;
import io.github.ddevbak.settings.ProjectSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What is known of a project's user files without reading any: where they would come back from, and what is left out. */
public final class UserFileEvidence {
    private final UncoveredFolders uncovered;
    private final List<Path> globalDirs;
    private final ProjectSettings.Lookup settings;

    /** @param globalDirs where ddev may keep its global files, in order of preference */
    public UserFileEvidence(UncoveredFolders uncovered, List<Path> globalDirs, ProjectSettings.Lookup settings) {
        this.uncovered = uncovered;
        this.globalDirs = List.copyOf(globalDirs);
        this.settings = settings;
    }

    /**
     * All of it as findings for a person.
     *
     * @throws io.github.ddevbak.settings.SettingsException where the project's own settings cannot be used
     */
    public List<Finding> findings(Project project) {
        FileOrigins origins = origins(project, globalDir(), settings.of(project));
        List<Finding> findings = new ArrayList<>();
        if (!origins.dirs().isEmpty()) {
            findings.addAll(origins.told());
            if (!origins.known()) {
                findings.add(Finding.info(
                        "files.upstream",
                        "Nothing is known that would bring the user files of '" + project.name() + "' back: no provider"
                                + " in .ddev/providers is filled in, and no upstream is declared; 'ddevbak all' copies"
                                + " them"));
            }
        }
        findings.addAll(uncovered.findings(project));
        return findings;
    }

    static FileOrigins origins(Project project, Path globalDir, ProjectSettings settings) {
        return new FileOrigins(
                settings.upstream(),
                Upstream.providers(project.approot(), globalDir),
                UploadDirs.of(project),
                UploadDirs.first(project));
    }

    private Path globalDir() {
        return globalDirs.stream()
                .filter(dir -> Files.isRegularFile(dir.resolve("global_config.yaml")))
                .findFirst()
                .orElse(globalDirs.get(0));
    }
}

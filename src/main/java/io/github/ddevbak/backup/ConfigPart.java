package io.github.ddevbak.backup;

import io.github.ddevbak.files.FileCopies;
import io.github.ddevbak.git.GitFiles;
import io.github.ddevbak.git.PreciousFiles;
import io.github.ddevbak.project.Finding;
import io.github.ddevbak.project.Part;
import io.github.ddevbak.project.PartState;
import io.github.ddevbak.project.Printable;
import io.github.ddevbak.project.Project;
import io.github.ddevbak.store.PartRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Saves the configuration that a restore needs and git does not have: git is asked which that is. */
public final class ConfigPart {
    private final GitFiles git;
    private final Clock clock;

    public ConfigPart(GitFiles git, Clock clock) {
        this.git = git;
        this.clock = clock;
    }

    /** Copies into the folder, which is made where there is anything to copy. */
    public PartRecord save(Project project, Path folder) {
        long begin = clock.millis();
        Map<String, Object> facts = new LinkedHashMap<>();
        List<Finding> findings = new ArrayList<>();
        try {
            Optional<List<GitFiles.GitFile>> lacking = git.notInGit(project.approot(), PreciousFiles.pathspecs());
            List<String> candidates = lacking.isPresent()
                    ? lacking.get().stream().map(GitFiles.GitFile::path).toList()
                    : PreciousConfig.walk(project.approot());
            List<String> wanted = candidates.stream()
                    .filter(path -> PreciousFiles.wanted(project.approot(), path))
                    .toList();
            long bytes = 0;
            if (!wanted.isEmpty()) {
                FileCopies.Copied copied = FileCopies.copyWhatCan(project.approot(), wanted, folder);
                bytes = copied.bytes();
                copied.refused().forEach(why -> findings.add(refused(project, why)));
            }
            facts.put("files", wanted);
            facts.put("bytes", bytes);
            PartState state = wanted.isEmpty() ? PartState.NONE : PartState.OK;
            return Outcomes.of(Part.CONFIG, state, findings, facts, clock.millis() - begin);
        } catch (IOException e) {
            findings.add(Finding.error(
                    "config.not-saved",
                    "the configuration of '" + project.name() + "' could not be saved: "
                            + Printable.text(String.valueOf(e.getMessage())),
                    "Make the file readable to the user who runs ddevbak, and the destination writable, then run it"
                            + " again."));
            return Outcomes.of(Part.CONFIG, PartState.FAILED, findings, facts, clock.millis() - begin);
        }
    }

    private static Finding refused(Project project, String why) {
        return Finding.loss(
                "config.file-not-saved",
                why,
                "Make the file in '" + project.name() + "' a readable one inside the project, or add it to git.");
    }
}

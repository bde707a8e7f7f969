package io.github.ddevbak.backup;

import io.github.ddevbak.files.FilesManifest;
import io.github.ddevbak.files.FilesProgress;
import io.github.ddevbak.files.FilesReport;
import io.github.ddevbak.files.Reading;
import io.github.ddevbak.files.Reread;
import io.github.ddevbak.files.StoredCopies;
import io.github.ddevbak.files.UploadDirs;
import io.github.ddevbak.files.UserFileCopies;
import io.github.ddevbak.files.UserFileSizes;
import io.github.ddevbak.project.Finding;
import io.github.ddevbak.project.Part;
import io.github.ddevbak.project.PartState;
import io.github.ddevbak.project.Printable;
import io.github.ddevbak.project.Project;
import io.github.ddevbak.settings.ProjectSettings;
import io.github.ddevbak.store.PartRecord;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** Writes the manifest of a project's user files, copies those that nothing else brings back, and says what does. */
public final class FilesPart {
    private final UncoveredFolders uncovered;
    private final Reading reading;
    private final BooleanSupplier cancelled;
    private final Clock clock;

    /** @param reading which files need not be read again, where not all are to be */
    public FilesPart(UncoveredFolders uncovered, Reading reading, Clock clock) {
        this.uncovered = uncovered;
        this.reading = reading;
        this.cancelled = reading.cancelled();
        this.clock = clock;
    }

    /**
     * Looks at the user files and saves what is to be saved of them.
     *
     * @param settings what holds for the project
     */
    PartRecord save(Project project, FilesTarget target, ProjectSettings settings, FilesLook look) {
        long begin = clock.millis();
        List<Finding> findings = new ArrayList<>(UploadDirs.findings(project));
        Map<String, Object> facts = new LinkedHashMap<>();
        PartState state = PartState.FAILED;
        try {
            state = saved(
                    project,
                    target,
                    UserFileEvidence.origins(project, look.globalDir(), settings),
                    settings,
                    look,
                    findings,
                    facts);
            findings.addAll(uncovered.findings(project));
        } catch (InterruptedIOException e) {
            findings.add(Finding.error("files.cancelled", "it was cancelled", "Run ddevbak again."));
        } catch (IOException e) {
            findings.add(Finding.error(
                    "files.not-read",
                    "the user files of '" + project.name() + "' could not be read, or their manifest not be written: "
                            + UserFileCopies.reason(e),
                    "Make them readable to the user who runs ddevbak, and the destination writable, then run it"
                            + " again."));
        }
        return Outcomes.of(Part.FILES, state, findings, facts, clock.millis() - begin);
    }

    private PartState saved(
            Project project,
            FilesTarget target,
            FileOrigins origins,
            ProjectSettings settings,
            FilesLook look,
            List<Finding> findings,
            Map<String, Object> facts)
            throws IOException {
        facts.put("dirs", origins.dirs());
        StoredCopies stored = target.stored();
        CopyChoice choice =
                CopyChoice.of(settings, origins, dirs -> UserFileSizes.of(project.approot(), dirs, stored, cancelled));
        Optional<Finding> noRoom = choice.dirs().isEmpty()
                ? Optional.empty()
                : target.room(choice.sizes().newBytes());
        if (noRoom.isPresent()) {
            findings.add(noRoom.get());
            return PartState.FAILED;
        }
        Reread reread = new Reread(target.round(), look.rehash());
        UserFileCopies copies = new UserFileCopies(target.folder(), choice.dirs(), stored, reread, cancelled);
        FilesReport report =
                written(project, target, origins, copies, reading(project, choice, copies, look), findings);
        facts.put("files", report.files());
        facts.put("bytes", report.bytes());
        origins.addTo(facts);
        if (report.files() > 0) {
            findings.addAll(origins.told());
            choice.loss(project.name().text(), origins).ifPresent(findings::add);
        }
        if (copies.copied().files() > 0) {
            target.keep(copies, target.folder().resolve(FilesManifest.CHECKSUMS));
            facts.put("copied", facts(copies, reread));
        }
        return report.state();
    }

    private Reading reading(Project project, CopyChoice choice, UserFileCopies copies, FilesLook look) {
        FilesProgress progress = choice.dirs().isEmpty()
                ? (files, bytes, ofFiles, ofBytes) ->
                        look.listener().files(project.name().text(), "hashing", files, ofFiles, bytes, ofBytes)
                : (files, bytes, ofFiles, ofBytes) -> copying(project, choice, copies, look, files, bytes);
        return new Reading(reading.cache().rehashing(look.rehash()), progress, cancelled);
    }

    /** What there is to copy was counted before, and what is copied is not among the bytes that were only hashed. */
    private static void copying(
            Project project, CopyChoice choice, UserFileCopies copies, FilesLook look, long files, long bytes) {
        long ofFiles = choice.sizes().files();
        long ofBytes = choice.sizes().bytes();
        look.listener()
                .files(
                        project.name().text(),
                        "copying",
                        files,
                        Math.max(files, ofFiles),
                        Math.min(Math.max(bytes, ofBytes), bytes + copies.read()),
                        Math.max(bytes, ofBytes));
    }

    /** The manifest, with what could not be copied as an error and not as something unread. */
    private FilesReport written(
            Project project,
            FilesTarget target,
            FileOrigins origins,
            UserFileCopies copies,
            Reading wished,
            List<Finding> findings)
            throws IOException {
        try {
            FilesReport report =
                    FilesManifest.write(project.approot(), origins.dirs(), target.folder(), copies, wished);
            findings.addAll(report.findings());
            findings.addAll(copies.findings());
            return report;
        } catch (InterruptedIOException ended) {
            if (copies.failure().isEmpty() || cancelled.getAsBoolean()) {
                throw ended;
            }
            findings.add(Finding.error(
                    "files.not-copied",
                    "the user files of '" + project.name() + "' could not be copied into the set: "
                            + UserFileCopies.reason(copies.failure().get()),
                    "Make room at " + Printable.text(target.destination().toString())
                            + ", name another destination with --dest, or leave them out with '--copy-files never'."));
            return new FilesReport(PartState.FAILED, List.of(), 0, 0, List.of());
        }
    }

    private static Map<String, Object> facts(UserFileCopies copies, Reread reread) {
        UserFileCopies.Copied copied = copies.copied();
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("dirs", copies.held());
        facts.put("files", copied.files());
        facts.put("bytes", copied.bytes());
        facts.put("linked", copied.linked());
        facts.put("newBytes", copied.newBytes());
        facts.put("round", reread.round() % Reread.ROUNDS);
        return facts;
    }
}

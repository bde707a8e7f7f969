package io.github.ddevbak.backup;

import io.github.ddevbak.database.ArchiveFacts;
import io.github.ddevbak.database.ArchiveWriter;
import io.github.ddevbak.ddev.Answer;
import io.github.ddevbak.ddev.ServiceVolumes;
import io.github.ddevbak.ddev.VolumeCli;
import io.github.ddevbak.ddev.VolumeCli.Volume;
import io.github.ddevbak.process.ProcessResult;
import io.github.ddevbak.project.Finding;
import io.github.ddevbak.project.Part;
import io.github.ddevbak.project.PartState;
import io.github.ddevbak.project.Printable;
import io.github.ddevbak.project.Project;
import io.github.ddevbak.store.DestinationException;
import io.github.ddevbak.store.FileNames;
import io.github.ddevbak.store.PartRecord;
import io.github.ddevbak.store.Staging;
import io.github.ddevbak.store.StoredVolumes;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Saves what add-on services of a project keep in Docker volumes, while those services are held up. */
public final class VolumesPart {
    private final VolumeCli cli;
    private final ServiceKeeper keeper;
    private final int threads;
    private final Clock clock;

    /** @param threads that compress */
    public VolumesPart(VolumeCli cli, ServiceKeeper keeper, int threads, Clock clock) {
        this.cli = cli;
        this.keeper = keeper;
        this.threads = threads;
        this.clock = clock;
    }

    /** Saves the volumes of a project. */
    PartRecord save(Project project, Staging staging, Consumer<String> working) {
        long begin = clock.millis();
        List<Finding> findings = new ArrayList<>();
        Map<String, Object> facts = new LinkedHashMap<>();
        List<ServiceVolumes.Declared> declared = ServiceVolumes.declared(project.approot());
        PartState state = PartState.NONE;
        if (!declared.isEmpty()) {
            state = saved(project, declared, staging, working, facts, findings);
        }
        return Outcomes.of(Part.VOLUMES, state, findings, facts, clock.millis() - begin);
    }

    private PartState saved(
            Project project,
            List<ServiceVolumes.Declared> declared,
            Staging staging,
            Consumer<String> working,
            Map<String, Object> facts,
            List<Finding> findings) {
        working.accept("asking docker for volumes");
        Answer<List<Volume>> asked = cli.volumes(project.name(), declared);
        Answer<Optional<String>> image = cli.image();
        Optional<Finding> refused =
                VolumeTroubles.refused(project.name(), asked).or(() -> VolumeTroubles.refused(project.name(), image));
        if (refused.isPresent()) {
            findings.add(refused.get());
            return PartState.FAILED;
        }
        List<Volume> there = asked.value().orElseThrow();
        declared.stream()
                .filter(one ->
                        there.stream().noneMatch(volume -> volume.declared().equals(one)))
                .map(one -> notMade(project, one))
                .forEach(findings::add);
        if (there.isEmpty()) {
            return PartState.NONE;
        }
        Optional<String> tag = image.value().orElseThrow();
        if (tag.isEmpty()) {
            findings.add(VolumeTroubles.noImage(project.name()));
            return PartState.FAILED;
        }
        facts.put("image", tag.get());
        held(project, there, tag.get(), staging, working, facts, findings);
        return PartState.OK;
    }

    private void held(
            Project project,
            List<Volume> there,
            String image,
            Staging staging,
            Consumer<String> working,
            Map<String, Object> facts,
            List<Finding> findings) {
        try {
            ServiceKeeper.Held held =
                    keeper.hold(project.name(), there.stream().map(Volume::name).toList(), ServiceKeeper.Hold.PAUSE);
            held.trouble().ifPresent(findings::add);
            if (held.trouble().isEmpty()) {
                facts.put("held", held.containers());
                facts.put(StoredVolumes.FACT, all(project, there, image, held.helper(), staging, working, findings));
            }
        } catch (DestinationException e) {
            findings.add(notWritten(project, String.valueOf(e.getMessage())));
        } finally {
            release(project, findings);
        }
    }

    /** One that fails is tried once more, and told, when the run ends. */
    private void release(Project project, List<Finding> findings) {
        try {
            keeper.release(project.name()).stream()
                    .filter(finding -> !finding.code().equals("volumes.not-released"))
                    .forEach(findings::add);
        } catch (DestinationException e) {
            // the note stays, and the run's end works it off
            return;
        }
    }

    private List<Map<String, Object>> all(
            Project project,
            List<Volume> there,
            String image,
            String helper,
            Staging staging,
            Consumer<String> working,
            List<Finding> findings) {
        List<Map<String, Object>> saved = new ArrayList<>();
        for (Volume volume : there) {
            working.accept("reading volume " + volume.name());
            try {
                String path =
                        StoredVolumes.path(FileNames.encode(volume.declared().key()));
                Path file = staging.file(path);
                Read read = read(volume, image, helper, file);
                if (read.objection().isPresent()) {
                    findings.add(notRead(project, volume, read.objection().get()));
                    return saved;
                }
                ArchiveFacts facts = read.facts().orElseThrow();
                staging.note(path, Part.VOLUMES, facts.sha256());
                saved.add(StoredVolumes.facts(
                        new StoredVolumes.StoredVolume(
                                volume.declared().key(),
                                volume.declared().shown(),
                                volume.name(),
                                path,
                                facts.files(),
                                facts.contentBytes()),
                        facts.bytes(),
                        facts.sha256()));
            } catch (IOException e) {
                findings.add(notWritten(project, String.valueOf(e.getMessage())));
                return saved;
            }
        }
        return saved;
    }

    /** What was written, or why it is not the volume. */
    private record Read(Optional<ArchiveFacts> facts, Optional<String> objection) {
        static Read refused(String why) {
            return new Read(Optional.empty(), Optional.of(why));
        }
    }

    private Read read(Volume volume, String image, String helper, Path file) throws IOException {
        Answer<String> before = cli.made(volume.name());
        if (before.value().isEmpty()) {
            return Read.refused("it went away");
        }
        try (ArchiveWriter writer = new ArchiveWriter(file, threads)) {
            ProcessResult result = cli.read(image, volume.name(), helper, writer);
            if (!result.ok()) {
                return Read.refused(result.ending().words() + DdevWords.because(result));
            }
            Optional<String> objection = writer.objection();
            if (objection.isPresent()) {
                return Read.refused("what came of it is no whole archive: " + objection.get());
            }
            if (!cli.made(volume.name()).value().equals(before.value())) {
                return Read.refused("it was removed meanwhile, and is another one now");
            }
            return new Read(Optional.of(writer.finish()), Optional.empty());
        }
    }

    private static Finding notMade(Project project, ServiceVolumes.Declared one) {
        return Finding.info(
                "volumes.not-made",
                "volume '" + Printable.text(one.shown()) + "' of '" + project.name()
                        + "' is declared and not there: there is nothing to save");
    }

    private static Finding notRead(Project project, Volume volume, String why) {
        return Finding.error(
                "volumes.not-read",
                "volume '" + volume.name() + "' of '" + project.name() + "' was not saved: " + why,
                "Nothing was kept of the project's volumes; earlier sets are untouched. Look at 'docker volume inspect "
                        + volume.name() + "', then run ddevbak again.");
    }

    private static Finding notWritten(Project project, String why) {
        return Finding.error(
                "volumes.not-written",
                "the volumes of '" + project.name() + "' could not be written: " + Printable.text(why),
                "Look at the free space and the rights of the destination, then run ddevbak again.");
    }
}

package io.github.ddevbak.recovery;

import io.github.ddevbak.backup.ServiceKeeper;
import io.github.ddevbak.backup.VolumeTroubles;
import io.github.ddevbak.database.ArchiveCount;
import io.github.ddevbak.ddev.Answer;
import io.github.ddevbak.ddev.LastWords;
import io.github.ddevbak.ddev.ServiceVolumes;
import io.github.ddevbak.ddev.VolumeCli;
import io.github.ddevbak.ddev.VolumeCli.Volume;
import io.github.ddevbak.process.ProcessResult;
import io.github.ddevbak.project.Finding;
import io.github.ddevbak.project.Part;
import io.github.ddevbak.project.Printable;
import io.github.ddevbak.project.Project;
import io.github.ddevbak.project.ProjectName;
import io.github.ddevbak.store.DestinationException;
import io.github.ddevbak.store.StoredSet;
import io.github.ddevbak.store.StoredVolumes;
import io.github.ddevbak.store.StoredVolumes.StoredVolume;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;

/** Replaces the content of add-on services' volumes by that of a set, while those services are stopped. */
final class VolumeRestore {
    private final VolumeCli cli;
    private final ServiceKeeper keeper;

    VolumeRestore(VolumeCli cli, ServiceKeeper keeper) {
        this.cli = cli;
        this.keeper = keeper;
    }

    /** A volume of the set and the one it goes into. */
    private record Pair(StoredVolume stored, Volume volume) {}

    RestoredPart run(RestorePlan plan, Consumer<String> working) {
        StoredSet set = Objects.requireNonNull(plan.sets().get(Part.VOLUMES));
        Project project = plan.target();
        List<Finding> findings = new ArrayList<>();
        Map<String, Object> facts = new LinkedHashMap<>();
        List<Pair> pairs = pairs(project, StoredVolumes.of(set.record()), findings);
        Answer<Optional<String>> image = cli.image();
        VolumeTroubles.refused(project.name(), image).ifPresent(findings::add);
        if (image.value().isPresent() && image.value().get().isEmpty()) {
            findings.add(VolumeTroubles.noImage(project.name()));
        }
        if (findings.isEmpty()) {
            String tag = image.value().flatMap(found -> found).orElseThrow();
            facts.put("volumes", held(project, set, pairs, tag, working, findings));
        }
        return new RestoredPart(Part.VOLUMES, set.id(), findings, facts);
    }

    private List<Pair> pairs(Project project, List<StoredVolume> stored, List<Finding> findings) {
        List<ServiceVolumes.Declared> declared = ServiceVolumes.declared(project.approot());
        Answer<List<Volume>> there = cli.volumes(project.name(), declared);
        VolumeTroubles.refused(project.name(), there).ifPresent(findings::add);
        List<Pair> pairs = new ArrayList<>();
        for (StoredVolume one : stored) {
            Optional<Volume> into = there.value().stream()
                    .flatMap(List::stream)
                    .filter(volume -> volume.declared().key().equals(one.key()))
                    .findFirst();
            into.ifPresent(volume -> pairs.add(new Pair(one, volume)));
            if (there.value().isPresent() && into.isEmpty()) {
                findings.add(notThere(project.name(), one));
            }
        }
        return pairs;
    }

    private List<Map<String, Object>> held(
            Project project,
            StoredSet set,
            List<Pair> pairs,
            String image,
            Consumer<String> working,
            List<Finding> findings) {
        List<Map<String, Object>> done = new ArrayList<>();
        try {
            working.accept("stopping the services");
            List<String> names =
                    pairs.stream().map(pair -> pair.volume().name()).toList();
            ServiceKeeper.Held held = keeper.hold(project.name(), names, ServiceKeeper.Hold.STOP);
            held.trouble().ifPresent(findings::add);
            for (Pair pair : held.trouble().isPresent() ? List.<Pair>of() : pairs) {
                working.accept("writing volume " + pair.volume().name());
                Optional<String> wrong = written(set, pair, image, held.helper());
                wrong.ifPresent(why -> findings.add(notWritten(project.name(), set, pair, why)));
                if (wrong.isPresent()) {
                    break;
                }
                done.add(Map.of(
                        "name", pair.volume().name(),
                        "files", pair.stored().files(),
                        "bytes", pair.stored().bytes()));
            }
        } catch (DestinationException e) {
            findings.add(Finding.error(
                    "volumes.not-held", "the services were left alone: " + e.getMessage(), "Mend that and try again."));
        } finally {
            working.accept("letting the services go");
            findings.addAll(keeper.release(project.name()));
        }
        return done;
    }

    /** Why it is not as in the set; empty where it is, read back. */
    private Optional<String> written(StoredSet set, Pair pair, String image, String helper) {
        Path file = set.folder().resolve(pair.stored().file());
        try (InputStream packed = Files.newInputStream(file);
                InputStream tar = new GZIPInputStream(packed, 1 << 16)) {
            ProcessResult result = cli.write(image, pair.volume().name(), helper, tar);
            if (!result.ok()) {
                return Optional.of(result.ending().words() + ": " + LastWords.of(result));
            }
        } catch (IOException unreadable) {
            return Optional.of(Printable.text(String.valueOf(unreadable.getMessage())));
        }
        ArchiveCount count = new ArchiveCount();
        ProcessResult back = cli.read(image, pair.volume().name(), helper, count);
        return back.ok()
                ? count.objection()
                        .or(() -> VolumeContents.disagreement(count.files(), count.bytes(), pair.stored()))
                        .map(why -> "read back, " + why)
                : Optional.of("it could not be read back: " + LastWords.of(back));
    }

    private static Finding notThere(ProjectName project, StoredVolume volume) {
        return Finding.error(
                "volumes.not-there",
                "'" + project + "' has no volume '" + Printable.text(volume.key()) + "' to put that of the set into",
                "Bring its .ddev/docker-compose files back, run 'ddev start " + project
                        + "' once, which makes the volume, then run ddevbak restore --volumes again.");
    }

    private static Finding notWritten(ProjectName project, StoredSet set, Pair pair, String why) {
        return Finding.error(
                "volumes.not-restored",
                "volume '" + pair.volume().name() + "' of '" + project + "' was not put back: " + why,
                "What was in it before is in the set labelled " + SafetyCopy.LABEL + "; "
                        + pair.stored().file()
                        + " is in set " + set.id() + ". Look at 'docker ps -a' and the free space, then run ddevbak"
                        + " restore --volumes again.");
    }
}

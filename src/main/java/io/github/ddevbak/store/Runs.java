package io.github.ddevbak.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** The folder of the runs' files, one for each invocation that made sets. */
final class Runs {
    private static final String ENDING = ".json";

    private final Path folder;

    Runs(Path folder) {
        this.folder = folder;
    }

    /** The newest wanted one whose file can be read. */
    Optional<RunRecord> newest(Predicate<RunRecord> wanted) {
        return newest(wanted, 1).stream().findFirst();
    }

    /** The newest wanted ones whose file can be read, newest first. */
    List<RunRecord> newest(Predicate<RunRecord> wanted, int most) {
        return SetFolder.entries(folder).stream()
                .filter(file -> id(file).isPresent())
                .sorted(Comparator.comparing((Path file) -> id(file).orElseThrow())
                        .reversed())
                .flatMap(file -> readable(file).stream())
                .filter(wanted)
                .limit(most)
                .toList();
    }

    /** Reads every file once, and keeps of each only which sets it made. */
    KeptRuns kept() {
        Map<String, List<Path>> files = new HashMap<>();
        for (Path file : SetFolder.entries(folder)) {
            if (id(file).isPresent()) {
                readable(file)
                        .ifPresent(run -> run.projects().stream()
                                .filter(line -> !line.set().isEmpty())
                                .forEach(line -> files.computeIfAbsent(
                                                KeptRuns.key(line.project(), line.set()), unused -> new ArrayList<>(1))
                                        .add(file)));
            }
        }
        return new KeptRuns(files);
    }

    /** The first name of this second that no run has. */
    String newStamp(Instant now) {
        for (int ordinal = 1; ; ordinal++) {
            String id = SetId.of(now, "", ordinal).text();
            if (!taken(id)) {
                return id;
            }
        }
    }

    void save(RunRecord run) {
        RunRecord saved = run;
        for (int ordinal = 2; taken(saved.id()); ordinal++) {
            saved = run.withId(run.id() + "-" + ordinal);
        }
        Path file = folder.resolve(saved.id() + ENDING);
        try {
            FileModes.makeFolder(folder);
            AtomicFile.write(file, Records.json(saved));
        } catch (IOException refused) {
            throw new DestinationException(
                    "What this run did could not be noted in " + file + ": " + Reason.of(refused)
                            + ". The sets themselves are as they were told; make room or give yourself access.",
                    refused);
        }
    }

    private boolean taken(String id) {
        return Files.exists(folder.resolve(id + ENDING), LinkOption.NOFOLLOW_LINKS);
    }

    private static Optional<SetId> id(Path file) {
        String name = SetFolder.name(file);
        return name.endsWith(ENDING)
                ? SetId.parse(name.substring(0, name.length() - ENDING.length()))
                : Optional.empty();
    }

    static Optional<RunRecord> readable(Path file) {
        try {
            return Optional.of(Records.run(file));
        } catch (StoredFileException broken) {
            return Optional.empty();
        }
    }
}

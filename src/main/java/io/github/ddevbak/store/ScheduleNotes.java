package io.github.ddevbak.store;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** What is known of the schedule, in {@code <state>/schedule}: what was installed, and when its job last began. */
public final class ScheduleNotes {
    private final Path folder;

    public ScheduleNotes(Path state) {
        this.folder = state.toAbsolutePath().resolve("schedule");
    }

    /** A folder for what belongs to the schedule; made by the first note. */
    public Path folder() {
        return folder;
    }

    /**
     * The schedule that was installed and not removed.
     *
     * @throws StoredFileException where the note cannot be read
     */
    public Optional<InstalledSchedule> installed() {
        Path file = folder.resolve("installed.json");
        return Files.exists(file) ? Optional.of(Records.schedule(file)) : Optional.empty();
    }

    /** The newest start of its job; empty where there was none, or the note of it is broken. */
    public Optional<ScheduleFiring> firing() {
        Path file = folder.resolve("fired.json");
        try {
            return Files.exists(file) ? Optional.of(Records.firing(file)) : Optional.empty();
        } catch (StoredFileException broken) {
            return Optional.empty();
        }
    }

    /** Keeps the note of a new schedule, whose job has not begun yet. */
    public void install(InstalledSchedule schedule) {
        StateNote.remove(folder.resolve("fired.json"));
        StateNote.write(folder.resolve("installed.json"), Records.json(schedule));
    }

    public void fired(ScheduleFiring firing) {
        StateNote.write(folder.resolve("fired.json"), Records.json(firing));
    }

    public void remove() {
        StateNote.remove(folder.resolve("fired.json"));
        StateNote.remove(folder.resolve("installed.json"));
    }
}

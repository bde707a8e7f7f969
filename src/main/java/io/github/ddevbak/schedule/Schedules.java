package io.github.ddevbak.schedule;

import io.github.ddevbak.backup.Request;
import io.github.ddevbak.project.Finding;
import io.github.ddevbak.project.Severity;
import io.github.ddevbak.store.Destination;
import io.github.ddevbak.store.InstalledSchedule;
import io.github.ddevbak.store.RunRecord;
import io.github.ddevbak.store.ScheduleFiring;
import io.github.ddevbak.store.ScheduleNotes;
import io.github.ddevbak.store.StoredFileException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Installs, removes and watches the one schedule there is. */
public final class Schedules {
    /** Exit codes of runs that did their work. */
    private static final List<Integer> DONE = List.of(0, 1, 3, 4, 5);

    private final List<Timers> systems;
    private final ScheduleNotes notes;
    private final Clock clock;

    /** @param systems in order of preference */
    public Schedules(List<Timers> systems, ScheduleNotes notes, Clock clock) {
        this.systems = List.copyOf(systems);
        this.notes = notes;
        this.clock = clock;
    }

    /**
     * The system that is to fire the job.
     *
     * @param asked by the user; empty: the first that works here
     * @throws ScheduleRefusedException where it does not work here, or none does
     */
    public Timers choose(Optional<TimerSystem> asked) {
        List<Timers> chosen = systems.stream()
                .filter(one -> asked.isEmpty() || one.system() == asked.get())
                .toList();
        return chosen.stream()
                .filter(Timers::usable)
                .findFirst()
                .orElseThrow(() -> new ScheduleRefusedException((asked.isPresent()
                                ? asked.get().word() + " does not work here for you"
                                : "neither launchd, nor your systemd ('systemctl --user'), nor cron ('crontab') works"
                                        + " here for you")
                        + ". Install cron, or start 'ddevbak all --soft-fail --if-older-than 20h' by what you have."));
    }

    /**
     * Has the system start the job from now on, in the place of what was installed before.
     *
     * @throws ScheduleRefusedException where it cannot be installed
     */
    public InstalledSchedule install(Timers timers, Job job, Path destination) {
        Map<String, String> texts = timers.texts(job);
        known().filter(old -> !old.system().equals(timers.system().word()))
                .flatMap(old -> TimerSystem.parse(old.system()))
                .ifPresent(old -> of(old).remove());
        timers.install(job);
        InstalledSchedule schedule = new InstalledSchedule(
                InstalledSchedule.SCHEMA,
                timers.system().word(),
                job.rhythm().words(),
                job.rhythm().interval().toSeconds(),
                clock.instant(),
                destination.toString(),
                job.command(),
                job.environment(),
                texts);
        notes.install(schedule);
        return schedule;
    }

    /** Removes what is ours from every system; names those where there was something. */
    public List<TimerSystem> remove() {
        Optional<InstalledSchedule> known = known();
        List<TimerSystem> removed = new ArrayList<>();
        for (Timers system : systems) {
            boolean recorded = known.filter(
                            one -> one.system().equals(system.system().word()))
                    .isPresent();
            if (recorded || !system.present().isEmpty()) {
                system.remove();
                removed.add(system.system());
            }
        }
        notes.remove();
        return removed;
    }

    /** Whether one is on record that can be read. */
    public boolean scheduled() {
        return known().isPresent();
    }

    /** The schedule on record. */
    public Optional<InstalledSchedule> installed() {
        return notes.installed();
    }

    /** What stands now where it was written. */
    public Map<String, String> present(InstalledSchedule schedule) {
        return TimerSystem.parse(schedule.system())
                .map(system -> of(system).present())
                .orElse(Map.of());
    }

    /** When the system does not start the job; empty where it does whenever the machine runs. */
    public Optional<String> condition(InstalledSchedule schedule) {
        return TimerSystem.parse(schedule.system()).flatMap(system -> of(system).condition());
    }

    public Optional<ScheduleFiring> firing() {
        return notes.firing();
    }

    /** Notes that the job began, and what came of it. */
    public void fired(ScheduleFiring firing) {
        notes.fired(firing);
    }

    /** That it saves into another folder than the one that is looked at; empty where it does not. */
    public Optional<Finding> elsewhere(Path looked) {
        return known().filter(schedule -> !Path.of(schedule.destination()).equals(looked))
                .map(schedule -> new Finding(
                        Severity.INFO,
                        "schedule.elsewhere",
                        "the schedule saves into " + schedule.destination() + ", and this looks at " + looked,
                        "Name that folder with --dest, or as 'dest' in the configuration."));
    }

    /** What is wrong with it; asks the system where it is to look closely. */
    public List<Finding> findings(boolean closely) {
        Optional<InstalledSchedule> installed;
        try {
            installed = notes.installed();
        } catch (StoredFileException broken) {
            return List.of(Finding.warning(
                    "store.broken-note", String.valueOf(broken.getMessage()), "Install the schedule again."));
        }
        return installed.map(schedule -> findings(schedule, closely)).orElse(List.of());
    }

    private List<Finding> findings(InstalledSchedule schedule, boolean closely) {
        Instant now = clock.instant();
        Optional<RunRecord> newest = new Destination(Path.of(schedule.destination()))
                .newestRun(run -> Request.aboutEverything(run.command()) && DONE.contains(run.exitCode()));
        List<Finding> findings = new ArrayList<>(ScheduleFindings.alive(schedule, notes.firing(), newest, now));
        if (closely) {
            Optional<String> asleep = TimerSystem.parse(schedule.system())
                    .flatMap(system -> of(system).asleep());
            findings.addAll(ScheduleFindings.intact(
                    schedule,
                    present(schedule),
                    asleep,
                    Files.isExecutable(Path.of(schedule.command().get(0)))));
        }
        return findings;
    }

    private Optional<InstalledSchedule> known() {
        try {
            return notes.installed();
        } catch (StoredFileException broken) {
            return Optional.empty();
        }
    }

    private Timers of(TimerSystem system) {
        return systems.stream()
                .filter(one -> one.system() == system)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("there is a " + system));
    }
}

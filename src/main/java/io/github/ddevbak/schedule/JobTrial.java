package io.github.ddevbak.schedule;

import io.github.ddevbak.process.Invocation;
import io.github.ddevbak.process.ProcessResult;
import io.github.ddevbak.process.ProcessRunner;
import io.github.ddevbak.store.InstalledSchedule;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Runs other words by the program of the installed job, in the environment that the job has and no other. */
public final class JobTrial {
    private static final Duration MOST = Duration.ofMinutes(10);

    /** Options of the job that only {@code all} knows, and those of them that have a value. */
    private static final Set<String> OF_ALL = Set.of("all", "--quiet", "--soft-fail");

    private static final Set<String> WITH_VALUE = Set.of("--if-older-than", "--wait-for-docker", "--lock-wait");

    /** What each system gives every job. */
    private static final List<String> ALWAYS = List.of("USER", "LOGNAME");

    private final Schedules schedules;
    private final ProcessRunner runner;
    private final Map<String, String> ours;

    /** @param ours the environment that this very program has */
    public JobTrial(Schedules schedules, ProcessRunner runner, Map<String, String> ours) {
        this.schedules = schedules;
        this.runner = runner;
        this.ours = Map.copyOf(ours);
    }

    /**
     * What came of it.
     *
     * @param environment that of the job, as it stands in its file now
     * @param result of the program
     */
    public record Tried(InstalledSchedule schedule, Map<String, String> environment, ProcessResult result) {
        public Tried {
            environment = Map.copyOf(environment);
        }
    }

    /**
     * Runs the words.
     *
     * @throws ScheduleRefusedException where no job is installed, it is gone, or its environment cannot be read
     */
    public Tried run(List<String> words) {
        InstalledSchedule schedule = schedules
                .installed()
                .orElseThrow(() -> new ScheduleRefusedException("No schedule is installed, so there is no job whose"
                        + " environment could be tried. Install one with 'ddevbak schedule install --daily 12:30'."));
        Map<String, String> present = schedules.present(schedule);
        TimerSystem system = TimerSystem.parse(schedule.system())
                .filter(known -> !present.isEmpty())
                .orElseThrow(() -> new ScheduleRefusedException("What the schedule wrote for " + schedule.system()
                        + " is gone, so there is no job whose environment could be tried. Install it again with"
                        + " 'ddevbak schedule install', or forget it with 'ddevbak schedule remove'."));
        Map<String, String> environment = JobText.environment(system, present.values());
        List<String> command = new ArrayList<>(List.of(schedule.command().get(0)));
        command.addAll(words);
        command.addAll(passedOn(schedule.command()));
        Invocation call = Invocation.of(command).with(only(environment)).within(MOST);
        return new Tried(schedule, environment, runner.run(call));
    }

    /** What the job says of every command: the destination, the configuration, the projects. */
    static List<String> passedOn(List<String> job) {
        List<String> words = new ArrayList<>();
        for (int i = 1; i < job.size(); i++) {
            if (WITH_VALUE.contains(job.get(i))) {
                i++;
            } else if (!OF_ALL.contains(job.get(i))) {
                words.add(job.get(i));
            }
        }
        return words;
    }

    /** An empty value takes a variable away. */
    private Map<String, String> only(Map<String, String> environment) {
        Map<String, String> variables = new TreeMap<>();
        ours.forEach((name, value) -> variables.put(name, ALWAYS.contains(name) ? value : ""));
        variables.putAll(environment);
        return variables;
    }
}

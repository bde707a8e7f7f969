package io.github.ddevbak.schedule;

import io.github.ddevbak.project.Finding;
import io.github.ddevbak.project.Project;
import io.github.ddevbak.project.ProjectName;
import io.github.ddevbak.store.HookFailure;
import io.github.ddevbak.store.HookNotes;
import io.github.ddevbak.store.InstalledHook;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Installs, removes and watches the hooks that take a snapshot before ddev stops a project. */
public final class Hooks {
    private static final Duration START = Duration.ofMinutes(1);

    private final HookNotes notes;
    private final Clock clock;

    public Hooks(HookNotes notes, Clock clock) {
        this.notes = notes;
        this.clock = clock;
    }

    /** One project's hook. */
    public record Hook(String project, Path file, HookState state) {}

    /** Where a project's hook is. */
    public static Path file(Path approot) {
        return approot.resolve(".ddev").resolve("config.ddevbak.yaml");
    }

    /**
     * Gives the project its hook.
     *
     * @throws ScheduleRefusedException where another's file has the name, ours was edited, or the project is not there
     */
    public Path install(Project project, HookFile hook) {
        Path configuration = project.approot().resolve(".ddev").resolve("config.yaml");
        if (!Files.isRegularFile(configuration)) {
            throw new ScheduleRefusedException(
                    configuration + " is not there, so '" + project.name() + "' was given no hook.");
        }
        MarkedFile file = marked(project.approot());
        refuseEdited(project.name().text(), file);
        file.write(hook.text());
        notes.install(new InstalledHook(
                InstalledHook.SCHEMA,
                project.name(),
                project.approot().toString(),
                hook.limit().toSeconds(),
                clock.instant()));
        return file.path();
    }

    /**
     * Takes the hook from the project; true where it had one, or was on record for one.
     *
     * @throws ScheduleRefusedException where the file is another's, or ours and edited
     */
    public boolean remove(Project project) {
        MarkedFile file = marked(project.approot());
        refuseEdited(project.name().text(), file);
        boolean recorded =
                notes.installed().stream().anyMatch(one -> one.project().equals(project.name()));
        boolean had = file.remove();
        notes.remove(project.name());
        return had || recorded;
    }

    /** Those that were given a hook and are none of these: deleted since, or known to ddev no more. */
    public List<Project> others(List<Project> known) {
        return notes.installed().stream()
                .filter(one ->
                        known.stream().noneMatch(project -> project.name().equals(one.project())))
                .map(one -> Project.noted(one.project(), Path.of(one.approot())))
                .toList();
    }

    /** How these projects stand, and every other that was given a hook, by name. */
    public List<Hook> look(List<Project> projects) {
        Map<String, Path> approots = new TreeMap<>();
        List<InstalledHook> installed = notes.installed();
        installed.forEach(one -> approots.put(one.project().text(), Path.of(one.approot())));
        projects.forEach(one -> approots.put(one.name().text(), one.approot()));
        List<Hook> hooks = new ArrayList<>();
        approots.forEach((name, approot) -> {
            boolean recorded =
                    installed.stream().anyMatch(one -> one.project().text().equals(name));
            hooks.add(new Hook(name, file(approot), state(marked(approot), recorded)));
        });
        return hooks;
    }

    private static HookState state(MarkedFile file, boolean recorded) {
        if (!file.there()) {
            return recorded ? HookState.LOST : HookState.NONE;
        }
        if (!file.ours()) {
            return HookState.FOREIGN;
        }
        return file.text().filter(HookFile::written).isPresent() ? HookState.PRESENT : HookState.CHANGED;
    }

    /** The hook's snapshot was taken, or another was since. */
    public void good(ProjectName project) {
        notes.good(project);
    }

    /** There was nothing to take a snapshot of. */
    public void nothing(ProjectName project) {
        notes.ended(project);
    }

    public void failed(ProjectName project, String why) {
        notes.failed(new HookFailure(HookFailure.SCHEMA, project, clock.instant(), why));
    }

    /** Whether there may be anything to tell. */
    public boolean troubled() {
        return notes.troubled();
    }

    /** What failed, what never ended, and what is no longer there. */
    public List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        List<InstalledHook> installed = notes.installed();
        for (HookFailure failure : notes.failures()) {
            findings.add(failed(failure.project(), failure.at(), failure.why()));
        }
        for (HookNotes.Begun begun : notes.begun()) {
            Duration limit = installed.stream()
                    .filter(one -> one.project().equals(begun.project()))
                    .findFirst()
                    .map(one -> Duration.ofSeconds(one.limitSeconds()))
                    .orElse(HookFile.LIMIT);
            if (clock.instant().isAfter(begun.at().plus(limit).plus(START))) {
                findings.add(failed(
                        begun.project(),
                        begun.at(),
                        "the hook did not come to its end; was ddevbak killed, or is it gone?"));
            }
        }
        for (Hook hook : look(List.of())) {
            if (hook.state() != HookState.PRESENT) {
                findings.add(Finding.warning(
                        "hook.lost",
                        "the hook of '" + hook.project() + "' is "
                                + hook.state().word() + ": " + hook.file(),
                        hint(hook)));
            }
        }
        return findings;
    }

    /** What stands there and is not as we wrote it is touched by nobody but its owner. */
    private static String hint(Hook hook) {
        String again = "'ddevbak hook install " + hook.project() + "', or 'ddevbak hook remove " + hook.project() + "'";
        return hook.state() == HookState.LOST
                ? "Run " + again + "."
                : "Take what is yours out of that file and delete it, then run " + again + ".";
    }

    private static Finding failed(ProjectName project, Instant at, String why) {
        return Finding.warning(
                "hook.failed",
                "no snapshot was taken when ddev stopped '" + project + "' at " + at + ": " + why,
                "Run 'ddevbak all " + project + "', which saves the databases and clears this.");
    }

    private static void refuseEdited(String project, MarkedFile file) {
        if (file.ours() && !file.text().filter(HookFile::written).isPresent()) {
            throw new ScheduleRefusedException(
                    file.path() + " of '" + project
                            + "' was edited since ddevbak wrote it. It was left alone; delete it yourself if it is not wanted.");
        }
    }

    private static MarkedFile marked(Path approot) {
        return new MarkedFile(file(approot), HookFile.MARK);
    }
}

package io.github.ddevbak.upkeep;

import io.github.ddevbak.project.Finding;
import io.github.ddevbak.project.Printable;
import io.github.ddevbak.schedule.HookState;
import io.github.ddevbak.schedule.Hooks;
import io.github.ddevbak.schedule.Schedules;
import io.github.ddevbak.settings.NoticeSettings;
import io.github.ddevbak.store.InstalledSchedule;
import io.github.ddevbak.store.NoticeMemory;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Looks at what goes on by itself: the schedule, the hooks, and those who are told. */
final class WatchChecks {
    private final Doctor.Watched watched;
    private final List<Check> checks;

    /** @param checks what was found is added to them */
    WatchChecks(Doctor.Watched watched, List<Check> checks) {
        this.watched = watched;
        this.checks = checks;
    }

    void look() {
        schedule(watched.unattended().schedules());
        hooks(watched.unattended().hooks());
        notices();
    }

    private void schedule(Schedules schedules) {
        List<Finding> findings = schedules.findings(true);
        findings.forEach(f -> checks.add(Check.warning("schedule", f.sentence(), f.hint())));
        if (findings.isEmpty()) {
            Optional<InstalledSchedule> installed = schedules.installed();
            checks.add(Check.ok(
                    "schedule",
                    installed
                            .map(one -> one.system() + ", " + one.rhythm()
                                    + schedules
                                            .firing()
                                            .map(firing -> ", last began at " + firing.at())
                                            .orElse(", has not begun yet"))
                            .orElse("none is installed; see 'ddevbak schedule --help'")));
        }
    }

    private void hooks(Hooks hooks) {
        List<Finding> findings = hooks.findings();
        findings.forEach(f -> checks.add(Check.warning("hook", f.sentence(), f.hint())));
        if (findings.isEmpty()) {
            List<Hooks.Hook> installed = hooks.look(List.of());
            long present = installed.stream()
                    .filter(hook -> hook.state() == HookState.PRESENT)
                    .count();
            checks.add(Check.ok(
                    "hook",
                    installed.isEmpty()
                            ? "none is installed; see 'ddevbak hook --help'"
                            : present + (present == 1 ? " project has" : " projects have") + " it as it was written"));
        }
    }

    private void notices() {
        // What failed before the last of them was taken out is no matter any more.
        List<String> failures = watched.notices().isEmpty()
                ? List.of()
                : watched.notes().read().map(NoticeMemory::failures).orElse(List.of());
        failures.forEach(failure -> checks.add(
                Check.warning("notice", Printable.text(failure), "Mend it, and try it with 'ddevbak notice test'.")));
        if (failures.isEmpty()) {
            checks.add(Check.ok(
                    "notice",
                    watched.notices().isEmpty()
                            ? "nobody is told of runs; see 'ddevbak notice --help'"
                            : watched.notices().stream()
                                    .map(NoticeSettings::inWords)
                                    .collect(Collectors.joining(", "))));
        }
    }
}

package io.github.ddevbak.schedule;

import io.github.ddevbak.project.Finding;
import java.util.ArrayList;
import java.util.List;

/** What goes on by itself, watched: the schedule and the hooks. */
public final class Unattended {
    private final Schedules schedules;
    private final Hooks hooks;

    public Unattended(Schedules schedules, Hooks hooks) {
        this.schedules = schedules;
        this.hooks = hooks;
    }

    public Schedules schedules() {
        return schedules;
    }

    public Hooks hooks() {
        return hooks;
    }

    /** Everything that is wrong; asks cron, systemd or launchd. */
    public List<Finding> findings() {
        List<Finding> findings = new ArrayList<>(schedules.findings(true));
        findings.addAll(hooks.findings());
        return findings;
    }

    /** What our own notes tell, quickly: for the end of any command. */
    public List<Finding> notice() {
        List<Finding> findings = new ArrayList<>(schedules.findings(false));
        if (hooks.troubled()) {
            findings.addAll(hooks.findings());
        }
        return findings;
    }
}

package io.github.ddevbak.schedule;

import io.github.ddevbak.process.Invocation;
import io.github.ddevbak.process.ProcessResult;
import io.github.ddevbak.process.ProcessRunner;
import io.github.ddevbak.project.Printable;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The timers of the user's own systemd manager. */
public final class SystemdTimers implements Timers {
    private static final String TIMER = "ddevbak.timer";

    private final ProcessRunner runner;
    private final MarkedFile service;
    private final MarkedFile timer;

    /** @param configuration the folder that {@code systemd/user} is in */
    public SystemdTimers(ProcessRunner runner, Path configuration) {
        this.runner = runner;
        Path folder = configuration.resolve("systemd").resolve("user");
        this.service = new MarkedFile(folder.resolve("ddevbak.service"), MARK);
        this.timer = new MarkedFile(folder.resolve(TIMER), MARK);
    }

    @Override
    public TimerSystem system() {
        return TimerSystem.SYSTEMD;
    }

    @Override
    public boolean usable() {
        return call("show-environment").ok();
    }

    @Override
    public Map<String, String> texts(Job job) {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put(service.path().toString(), SystemdText.service(job));
        texts.put(timer.path().toString(), SystemdText.timer(job));
        return texts;
    }

    @Override
    public Map<String, String> present() {
        Map<String, String> present = new LinkedHashMap<>();
        service.text().ifPresent(text -> present.put(service.path().toString(), text));
        timer.text().ifPresent(text -> present.put(timer.path().toString(), text));
        return present;
    }

    @Override
    public void install(Job job) {
        service.refuseOthers();
        timer.refuseOthers();
        service.write(SystemdText.service(job));
        timer.write(SystemdText.timer(job));
        said("daemon-reload");
        said("enable", TIMER);
        // A timer that ran already takes its new times only so.
        said("restart", TIMER);
        asleep().ifPresent(why -> {
            throw new ScheduleRefusedException(why + ". See 'systemctl --user status " + TIMER + "'.");
        });
    }

    @Override
    public void remove() {
        service.refuseOthers();
        timer.refuseOthers();
        if (timer.there()) {
            said("disable", "--now", TIMER);
        }
        boolean any = timer.remove();
        if (service.remove() || any) {
            said("daemon-reload");
        }
    }

    @Override
    public Optional<String> asleep() {
        ProcessResult active = call("is-active", TIMER);
        return active.ok()
                ? Optional.empty()
                : Optional.of("systemd says of " + TIMER + ": "
                        + (active.stdout().isBlank()
                                ? active.ending().words()
                                : Printable.text(active.stdout().strip())));
    }

    private void said(String... words) {
        ProcessResult result = call(words);
        if (!result.ok()) {
            throw new ScheduleRefusedException("'systemctl --user " + String.join(" ", words) + "' failed ("
                    + result.ending().words() + "): " + Printable.text(result.lastWords())
                    + ". Mend that, or choose cron with --system cron.");
        }
    }

    private ProcessResult call(String... words) {
        List<String> command = new ArrayList<>(List.of("systemctl", "--user"));
        command.addAll(List.of(words));
        return runner.run(Invocation.of(command).within(Duration.ofSeconds(30)));
    }
}

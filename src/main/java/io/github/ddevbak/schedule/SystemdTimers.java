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
    private static final String SERVICE = "ddevbak.service";

    private final ProcessRunner runner;
    private final MarkedFile service;
    private final MarkedFile timer;

    /** @param configuration the folder that {@code systemd/user} is in */
    public SystemdTimers(ProcessRunner runner, Path configuration) {
        this.runner = runner;
        Path folder = configuration.resolve("systemd").resolve("user");
        this.service = new MarkedFile(folder.resolve(SERVICE), MARK);
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
        // What failed before is no reason not to start it anew.
        call("reset-failed", SERVICE);
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
            // When it was last due: one that is installed later would be started at once to make up for the time since.
            call("clean", "--what=state", TIMER);
        }
        // A job that is under way goes on to its end; one that waits to be tried again does not.
        if (call("show", "--property=SubState", SERVICE).stdout().contains("auto-restart")) {
            said("stop", SERVICE);
        }
        boolean any = timer.remove();
        if (service.remove() || any) {
            said("daemon-reload");
            call("reset-failed", SERVICE);
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

    @Override
    public Optional<String> condition() {
        // With the name, the same words do for one who has to say them as root.
        String user = Printable.text(ask("id", "-un").stdout().strip());
        return ask("loginctl", "show-user", user, "--property=Linger").stdout().contains("Linger=no")
                ? Optional.of("Its job is started while you are logged in; 'loginctl enable-linger " + user
                        + "' has it started whenever the machine runs.")
                : Optional.empty();
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
        return ask(command.toArray(String[]::new));
    }

    private ProcessResult ask(String... command) {
        return runner.run(Invocation.of(command).within(Duration.ofSeconds(30)));
    }
}

package io.github.ddevbak.schedule;

import io.github.ddevbak.process.Invocation;
import io.github.ddevbak.process.ProcessResult;
import io.github.ddevbak.process.ProcessRunner;
import io.github.ddevbak.project.Printable;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** The agents of a user of macOS. */
public final class LaunchdTimers implements Timers {
    private final ProcessRunner runner;
    private final MarkedFile plist;

    public LaunchdTimers(ProcessRunner runner, Path home) {
        this.runner = runner;
        this.plist = new MarkedFile(
                home.resolve("Library").resolve("LaunchAgents").resolve(LaunchdText.LABEL + ".plist"), MARK);
    }

    @Override
    public TimerSystem system() {
        return TimerSystem.LAUNCHD;
    }

    @Override
    public boolean usable() {
        return call("launchctl", "version").ok();
    }

    @Override
    public Map<String, String> texts(Job job) {
        return Map.of(plist.path().toString(), LaunchdText.plist(job));
    }

    @Override
    public Map<String, String> present() {
        return plist.text().map(text -> Map.of(plist.path().toString(), text)).orElse(Map.of());
    }

    @Override
    public void install(Job job) {
        String domain = domain();
        plist.write(LaunchdText.plist(job));
        // An agent that is loaded keeps its old times; that there was none is no failure.
        call("launchctl", "bootout", domain + "/" + LaunchdText.LABEL);
        said("launchctl", "bootstrap", domain, plist.path().toString());
        said("launchctl", "print", domain + "/" + LaunchdText.LABEL);
    }

    @Override
    public void remove() {
        plist.refuseOthers();
        if (plist.there()) {
            call("launchctl", "bootout", domain() + "/" + LaunchdText.LABEL);
            plist.remove();
        }
    }

    @Override
    public Optional<String> asleep() {
        ProcessResult user = call("id", "-u");
        ProcessResult result = user.ok() ? call("launchctl", "print", agent(user.stdout())) : user;
        return result.ok()
                ? Optional.empty()
                : Optional.of("launchd does not know " + LaunchdText.LABEL + ": " + Printable.text(result.lastWords()));
    }

    @Override
    public Optional<String> condition() {
        return Optional.of("Its job is started while you are logged in to the desktop.");
    }

    private static String agent(String user) {
        return "gui/" + user.strip() + "/" + LaunchdText.LABEL;
    }

    private String domain() {
        return "gui/" + said("id", "-u").strip();
    }

    private String said(String... command) {
        ProcessResult result = call(command);
        if (!result.ok()) {
            throw new ScheduleRefusedException("'" + String.join(" ", command) + "' failed ("
                    + result.ending().words() + "): " + Printable.text(result.lastWords())
                    + ". Log in to the desktop, or choose cron with --system cron.");
        }
        return result.stdout();
    }

    private ProcessResult call(String... command) {
        return runner.run(Invocation.of(command).within(Duration.ofSeconds(30)));
    }
}

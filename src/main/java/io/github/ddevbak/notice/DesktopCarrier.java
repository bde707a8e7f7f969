package io.github.ddevbak.notice;

import io.github.ddevbak.process.Ending;
import io.github.ddevbak.process.Invocation;
import io.github.ddevbak.process.ProcessResult;
import io.github.ddevbak.process.ProcessRunner;
import io.github.ddevbak.project.Printable;
import io.github.ddevbak.settings.Durations;
import io.github.ddevbak.settings.NoticeSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Shows a note on the desktop: by notify-send, on macOS by osascript; what it says is an argument and never a script. */
final class DesktopCarrier implements Carrier {
    private static final String BUS = "DBUS_SESSION_BUS_ADDRESS";
    private static final int LINES = 3;
    private static final int LONGEST = 240;

    /** A desktop answers at once, or is not there. */
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final ProcessRunner runner;
    private final Desktop desktop;

    /**
     * Where the program stands.
     *
     * @param mac whether this is macOS
     * @param environment our own
     */
    record Desktop(boolean mac, Map<String, String> environment, Path home) {
        Desktop {
            environment = Map.copyOf(environment);
        }
    }

    DesktopCarrier(ProcessRunner runner, Desktop desktop) {
        this.runner = runner;
        this.desktop = desktop;
    }

    @Override
    public void carry(NoticeSettings notice, Message message) {
        Outcome outcome = message.outcome();
        String body = outcome.details().stream()
                .limit(LINES)
                .map(line -> line.length() > LONGEST ? line.substring(0, LONGEST) + "…" : line)
                .collect(Collectors.joining("\n"));
        Invocation call = Invocation.of(desktop.mac() ? mac(outcome.summary(), body) : linux(outcome, body))
                .with(desktop.mac() ? Map.of() : bus().variables())
                .within(Durations.shorter(message.patience(), PATIENCE))
                .sheltered(true);
        ProcessResult result = runner.run(call);
        if (!result.ok()) {
            String said = Printable.text(result.lastWords());
            throw new NoticeFailedException(call.command().get(0) + " failed ("
                    + result.ending().words() + (said.isEmpty() ? "" : ": " + said) + "); " + advice(result));
        }
    }

    private String advice(ProcessResult result) {
        if (desktop.mac()) {
            return "is somebody logged in?";
        }
        if (result.ending() instanceof Ending.NotStarted) {
            return "install libnotify-bin";
        }
        return bus().known()
                ? "does a desktop of yours run, with a program that shows notices?"
                : "there is no session bus of yours at " + Printable.text(bus().place())
                        + ", so no desktop of yours runs";
    }

    /** What is shown are arguments of the script's handler, so that nothing in them is a word of the script. */
    private static List<String> mac(String summary, String body) {
        return List.of(
                "osascript",
                "-e",
                "on run argv",
                "-e",
                "display notification (item 3 of argv) with title (item 1 of argv) subtitle (item 2 of argv)",
                "-e",
                "end run",
                "ddevbak",
                summary,
                body);
    }

    /** The body of a note is markup, in which backslashes are read too; its title is neither. */
    private static List<String> linux(Outcome outcome, String body) {
        return List.of(
                "notify-send",
                "--app-name=ddevbak",
                "--urgency=" + (outcome.exitCode() == 0 ? "normal" : "critical"),
                "--",
                outcome.summary(),
                body.replace("\\", "\\\\")
                        .replace("&", "&amp;")
                        .replace("<", "&lt;")
                        .replace(">", "&gt;"));
    }

    /**
     * The way to the desktop.
     *
     * @param known whether it is there
     * @param place where it is or would be
     * @param variables that tell notify-send of it, where it is not told already
     */
    private record Bus(boolean known, String place, Map<String, String> variables) {}

    /** A job of cron's is not told where the user's bus is. */
    private Bus bus() {
        String told = desktop.environment().getOrDefault(BUS, "");
        if (!told.isEmpty()) {
            return new Bus(true, told, Map.of());
        }
        String place = runtime() + "/bus";
        return Files.exists(Path.of(place))
                ? new Bus(true, place, Map.of(BUS, "unix:path=" + place))
                : new Bus(false, place, Map.of());
    }

    private String runtime() {
        String told = desktop.environment().getOrDefault("XDG_RUNTIME_DIR", "");
        try {
            return told.isEmpty() ? "/run/user/" + Files.getAttribute(desktop.home(), "unix:uid") : told;
        } catch (IOException | UnsupportedOperationException | IllegalArgumentException unknown) {
            return "/run/user";
        }
    }
}

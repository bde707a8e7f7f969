package io.github.ddevbak.notice;

import io.github.ddevbak.process.Invocation;
import io.github.ddevbak.process.ProcessResult;
import io.github.ddevbak.process.ProcessRunner;
import io.github.ddevbak.settings.NoticeSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Shows a note on the desktop: by notify-send, on macOS by osascript; what it says is an argument and never a script. */
final class DesktopCarrier implements Carrier {
    private static final String BUS = "DBUS_SESSION_BUS_ADDRESS";
    private static final int LINES = 3;
    private static final int LONGEST = 240;

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
                .with(desktop.mac() ? Map.of() : bus())
                .within(message.patience())
                .sheltered(true);
        ProcessResult result = runner.run(call);
        if (!result.ok()) {
            String program = call.command().get(0);
            throw new NoticeFailedException(
                    program + " failed (" + result.ending().words() + "); "
                            + (desktop.mac()
                                    ? "is somebody logged in?"
                                    : "install libnotify-bin, and see whether somebody is logged in to the desktop"));
        }
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

    /** A job of cron's is not told where the user's bus is. */
    private Map<String, String> bus() {
        if (desktop.environment().containsKey(BUS)) {
            return Map.of();
        }
        try {
            String runtime = desktop.environment().containsKey("XDG_RUNTIME_DIR")
                    ? desktop.environment().get("XDG_RUNTIME_DIR")
                    : "/run/user/" + Files.getAttribute(desktop.home(), "unix:uid");
            Path bus = Path.of(runtime, "bus");
            return Files.exists(bus) ? Map.of(BUS, "unix:path=" + bus) : Map.of();
        } catch (IOException | UnsupportedOperationException | IllegalArgumentException unknown) {
            return Map.of();
        }
    }
}

package io.github.ddevbak.schedule;

import io.github.ddevbak.project.Printable;
import io.github.ddevbak.project.ShellWord;
import io.github.ddevbak.settings.Durations;
import java.time.Duration;

/**
 * The file that gives a project its hook: ddev reads every {@code .ddev/config.*.yaml} beside its own (v1.25.3). It works on
 * a machine without ddevbak too, for it may be committed. Pure.
 *
 * @param program ddevbak, by its path or its name
 * @param limit how long it may hold up ddev
 */
public record HookFile(String program, Duration limit) {
    static final String MARK = "Made by 'ddevbak hook install'; 'ddevbak hook remove' removes it.";

    private static final String PROGRAM = "        program=";
    private static final String RUN = "        DDEVBAK_HOOK=1 \"$program\" hook run --limit ";

    /** How long where nobody says otherwise. */
    public static final Duration LIMIT = Duration.ofMinutes(5);

    private static final Duration SHORTEST = Duration.ofSeconds(10);
    private static final Duration LONGEST = Duration.ofHours(1);

    /** @throws ScheduleRefusedException where the program's path or the limit cannot be had */
    public HookFile {
        if (!Job.writable(program)) {
            throw new ScheduleRefusedException("'" + Printable.text(program)
                    + "' has a line break, a control character or bytes that are not UTF-8, and cannot stand in a hook."
                    + " Move it to a folder with a plain name.");
        }
        if (limit.compareTo(SHORTEST) < 0 || limit.compareTo(LONGEST) > 0) {
            throw new ScheduleRefusedException("--limit " + Durations.text(limit) + " is not between 10s and 1h.");
        }
    }

    /** What the add-on brings: the program as PATH has it. */
    static HookFile usual() {
        return new HookFile("ddevbak", LIMIT);
    }

    /** The whole file. Its last command never fails: ddev would not stop then, where {@code fail_on_hook_fail} is set. */
    String text() {
        return "#ddev-generated\n# " + MARK + "\n"
                + """
                # Before 'ddev stop' and 'ddev restart' it takes a snapshot of the databases. It holds ddev up no longer than its
                # limit and never fails it; what went wrong is told by the next ddevbak, and by 'ddevbak status'.
                hooks:
                  pre-stop:
                    - exec-host: |
                        [ -z "${DDEVBAK_HOOK:-}" ] || exit 0
                        begun="${XDG_STATE_HOME:-$HOME/.local/state}/ddevbak/hooks/begun"
                        [ ! -d "$begun" ] || : >"$begun/$DDEV_PROJECT"
                """
                + PROGRAM + ShellWord.quoted(program) + "\n"
                + """
                        command -v "$program" >/dev/null || program=ddevbak
                        command -v "$program" >/dev/null || exit 0
                """
                + RUN + Durations.text(limit) + " </dev/null || true\n";
    }

    /** Whether a text is one of ours, but for the program and the limit. */
    static boolean written(String text) {
        return plain(text).equals(plain(usual().text()));
    }

    private static String plain(String text) {
        StringBuilder plain = new StringBuilder();
        for (String line : text.split("\n", -1)) {
            plain.append(line.startsWith(PROGRAM) ? PROGRAM : line.startsWith(RUN) ? RUN : line)
                    .append('\n');
        }
        return plain.toString();
    }
}

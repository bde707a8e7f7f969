package io.github.ddevbak.schedule;

import io.github.ddevbak.project.Printable;
import io.github.ddevbak.project.ShellWord;
import java.util.stream.Collectors;

/** A job as lines of a table of cron's, and as the script that they call. Pure. */
final class CronText {
    static final String BEGIN = "# ddevbak begin. " + Timers.MARK;
    static final String END = "# ddevbak end";

    private static final int LONGEST_LOG = 1_000_000;

    private CronText() {}

    /**
     * The block for the table: cron takes a percent sign for the end of a command, has no way to say a variable that holds
     * for some lines only, and cuts long lines, so the script does all but the times.
     */
    static String block(Job job, String script) {
        if (script.indexOf('\\') >= 0) {
            throw new ScheduleRefusedException("'" + Printable.text(script) + "' has a backslash, which not every cron"
                    + " reads alike. Set XDG_STATE_HOME to a folder without one.");
        }
        String command = "/bin/sh " + ShellWord.quoted(script).replace("%", "\\%");
        String lines = job.rhythm().moments().stream()
                .map(moments -> times(moments) + " " + command + "\n")
                .collect(Collectors.joining());
        return BEGIN + "\n# " + job.rhythm().words()
                + "; a job that finds it done ends at once, so that one that was missed is made up for.\n"
                + lines + END + "\n";
    }

    static String script(Job job) {
        StringBuilder text =
                new StringBuilder("#!/bin/sh\n# ").append(Timers.MARK).append('\n');
        job.environment()
                .forEach((name, value) -> text.append("export ")
                        .append(name)
                        .append('=')
                        .append(ShellWord.quoted(value))
                        .append('\n'));
        text.append("log=").append(ShellWord.quoted(job.log())).append('\n');
        text.append("[ ! -f \"$log\" ] || [ \"$(wc -c <\"$log\")\" -lt ")
                .append(LONGEST_LOG)
                .append(" ] || mv -f \"$log\" \"$log.old\"\n");
        text.append("exec ")
                .append(job.command().stream().map(ShellWord::quoted).collect(Collectors.joining(" ")))
                .append(" >>\"$log\" 2>&1 </dev/null\n");
        return text.toString();
    }

    private static String times(Moments moments) {
        String days = moments.days().isEmpty()
                ? "*"
                : moments.days().stream()
                        .map(day -> String.valueOf(day.getValue() % 7))
                        .collect(Collectors.joining(","));
        String minute = moments.step() == 60
                ? String.valueOf(moments.minute())
                : moments.step() == 1 ? "*" : "*/" + moments.step();
        String hours = moments.fromHour() == 0 ? "*" : moments.fromHour() == 23 ? "23" : moments.fromHour() + "-23";
        return minute + " " + hours + " * * " + days;
    }
}

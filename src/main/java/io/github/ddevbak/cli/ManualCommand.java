package io.github.ddevbak.cli;

import io.github.ddevbak.cli.manual.ManualPage;
import io.github.ddevbak.cli.manual.Outline;
import java.util.LinkedHashMap;
import java.util.Map;

/** Prints the manual page. */
final class ManualCommand extends Command {
    /** What the help says of it. */
    static final String SUMMARY = "Print the manual page; to read it: ddevbak manual | man -l -";

    ManualCommand(DdevbakCommand root) {
        super(root, "manual", SUMMARY, "", "To install it: ddevbak manual > ~/.local/share/man/man1/ddevbak.1", "");
    }

    @Override
    public Integer call() {
        String page = ManualPage.of(Outline.of(Commands.whole(root)), Version.text(), codes());
        root.console().text("manual", page);
        return ExitCode.OK.number();
    }

    private static Map<String, String> codes() {
        Map<String, String> codes = new LinkedHashMap<>();
        for (ExitCode code : ExitCode.values()) {
            codes.put(code == ExitCode.INTERRUPTED ? "130, 143" : String.valueOf(code.number()), meaning(code));
        }
        return codes;
    }

    private static String meaning(ExitCode code) {
        return switch (code) {
            case INTERRUPTED -> "Interrupted by Ctrl-C or a signal; everything was put back.";
            case USAGE -> "Wrong usage or configuration.";
            case ENVIRONMENT -> "ddev, Docker, Java or the destination cannot be used.";
            case LOCKED -> "Another run holds the lock, or another restic that of a repository.";
            case CREDENTIALS -> "The password or the credentials of a repository are wrong.";
            case INCOMPLETE -> "Something asked for could not be done.";
            case SET_NOT_GOOD -> "verify or drill found a stored set not good.";
            case LOSS -> "Done, but something would be lost.";
            case STALE -> "status --max-age: a good copy is older.";
            case LATER -> "--soft-fail: nothing was done, try again later.";
            case OK -> "Everything asked for was done and is good.";
        };
    }
}

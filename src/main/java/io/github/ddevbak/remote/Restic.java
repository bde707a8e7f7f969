package io.github.ddevbak.remote;

import io.github.ddevbak.process.Invocation;
import io.github.ddevbak.process.ProcessResult;
import io.github.ddevbak.process.ProcessRunner;
import io.github.ddevbak.project.Printable;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The program restic: whether it is there, and new enough. */
public final class Restic {
    private static final Pattern VERSION = Pattern.compile("restic (\\d+)\\.(\\d+)[^\\n]*");

    /** {@code --json} of {@code init} and the second form of repositories came with it; Debian 12 has it. */
    private static final int MINOR = 14;

    private static final String INSTALL =
            "Install restic 0.14 or newer ('sudo apt install restic', 'brew install restic') and see that it is on PATH.";

    private Restic() {}

    /**
     * Its version in its own words.
     *
     * @throws RemoteException where it is not there or too old
     */
    public static String version(ProcessRunner runner) {
        ProcessResult result = runner.run(Invocation.of("restic", "version").within(Duration.ofSeconds(30)));
        if (!result.ok()) {
            if (result.cancelled()) {
                throw new RemoteException(RemoteTrouble.CANCELLED, "The question for restic was cancelled.", "");
            }
            throw missing(result.ending().words());
        }
        Matcher version = VERSION.matcher(result.stdout().strip());
        String said = Printable.text(result.stdout().strip());
        if (!version.lookingAt()) {
            throw missing("it says '" + said + "' to 'restic version'");
        }
        boolean old = version.group(1).equals("0") && Integer.parseInt(version.group(2)) < MINOR;
        if (old) {
            throw new RemoteException(RemoteTrouble.RESTIC_OLD, "restic is too old: " + said + ".", INSTALL);
        }
        return said;
    }

    static RemoteException missing(String why) {
        return new RemoteException(RemoteTrouble.RESTIC_MISSING, "restic cannot be used: " + why + ".", INSTALL);
    }
}

package io.github.ddevbak.cli;

import io.github.ddevbak.backup.DestinationInsideProjectException;
import io.github.ddevbak.backup.RootRefusedException;
import io.github.ddevbak.backup.UnknownProjectException;
import io.github.ddevbak.process.ProcessFailedException;
import io.github.ddevbak.recovery.RestoreRefusedException;
import io.github.ddevbak.remote.RemoteException;
import io.github.ddevbak.report.Json;
import io.github.ddevbak.schedule.ScheduleRefusedException;
import io.github.ddevbak.settings.SettingsException;
import io.github.ddevbak.store.DestinationException;
import io.github.ddevbak.store.LockHeldException;
import io.github.ddevbak.store.StoredFileException;
import io.github.ddevbak.store.UnknownSetException;
import io.github.ddevbak.upkeep.NoPolicyException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The one table from an exception to a sentence and an exit code; what it does not know is our own fault. */
public final class Failures {
    private static final Map<Class<? extends RuntimeException>, ExitCode> KNOWN = Map.ofEntries(
            Map.entry(UsageException.class, ExitCode.USAGE),
            Map.entry(UnknownProjectException.class, ExitCode.USAGE),
            Map.entry(NoPolicyException.class, ExitCode.USAGE),
            Map.entry(SettingsException.class, ExitCode.USAGE),
            Map.entry(DestinationInsideProjectException.class, ExitCode.USAGE),
            Map.entry(RestoreRefusedException.class, ExitCode.USAGE),
            Map.entry(UnknownSetException.class, ExitCode.USAGE),
            Map.entry(ScheduleRefusedException.class, ExitCode.USAGE),
            Map.entry(RootRefusedException.class, ExitCode.ENVIRONMENT),
            Map.entry(DestinationException.class, ExitCode.ENVIRONMENT),
            Map.entry(LockHeldException.class, ExitCode.LOCKED),
            Map.entry(StoredFileException.class, ExitCode.INCOMPLETE),
            Map.entry(ProcessFailedException.class, ExitCode.INCOMPLETE),
            Map.entry(UncheckedIOException.class, ExitCode.INCOMPLETE));

    private Failures() {}

    /**
     * A failure as the user is told it.
     *
     * @param trace where it happened; empty unless it is our fault
     */
    public record Told(ExitCode code, String sentence, List<String> trace) {
        /** The same for programs. */
        Json document() {
            return Json.document("error").with("exitCode", code.number()).with("error", sentence);
        }
    }

    public static Told of(Throwable failure) {
        if (failure instanceof RemoteException remote) {
            return new Told(
                    ExitCode.ofRemote(List.of(remote.finding()), false),
                    String.valueOf(remote.getMessage()),
                    List.of());
        }
        @Nullable ExitCode code = KNOWN.get(failure.getClass());
        String message = String.valueOf(failure.getMessage());
        if (code != null) {
            return new Told(code, message, List.of());
        }
        StringWriter trace = new StringWriter();
        failure.printStackTrace(new PrintWriter(trace));
        return new Told(
                ExitCode.INCOMPLETE,
                "this is a defect of ddevbak (" + failure.getClass().getSimpleName() + ": " + message
                        + "). Please report it with the lines below.",
                trace.toString().lines().limit(30).toList());
    }
}

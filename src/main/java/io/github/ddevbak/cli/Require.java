package io.github.ddevbak.cli;

import io.github.ddevbak.backup.Judgement;
import io.github.ddevbak.backup.Survives;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What loss every project has to outlive, as the user demands it. */
final class Require {
    /** What can be demanded. */
    enum Level {
        disk
    }

    @Option(
            names = "--require",
            paramLabel = "LOSS",
            description = "disk: exit 3 where a project survives but a mistake, and not the loss of its disk.")
    @Nullable
    Level level;

    /** {@link ExitCode#LOSS} where one does not. */
    ExitCode of(Stream<Judgement> projects) {
        return level != null && projects.anyMatch(one -> one.survives() != Survives.DISK) ? ExitCode.LOSS : ExitCode.OK;
    }
}

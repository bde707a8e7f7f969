package io.github.ddevbak.cli;

import io.github.ddevbak.backup.Judgement;
import io.github.ddevbak.backup.Survives;
import io.github.ddevbak.cli.option.Declaration;
import io.github.ddevbak.cli.option.Single;
import java.util.stream.Stream;

/** What loss every project has to outlive, as the user demands it. */
final class Require {
    /** What can be demanded. */
    enum Level {
        disk
    }

    private final Single<Level> level;

    Require(Declaration declaration) {
        level = declaration.value(
                Level.class,
                "--require",
                "LOSS",
                "disk: exit 3 where a project survives but a mistake, and not the loss of its disk.");
    }

    /** {@link ExitCode#LOSS} where one does not. */
    ExitCode of(Stream<Judgement> projects) {
        return level.given() && projects.anyMatch(one -> one.survives() != Survives.DISK) ? ExitCode.LOSS : ExitCode.OK;
    }
}

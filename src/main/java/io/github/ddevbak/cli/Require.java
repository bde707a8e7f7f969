package io.github.ddevbak.cli;

import io.github.ddevbak.backup.Judgement;
import io.github.ddevbak.backup.Survives;
import io.github.ddevbak.cli.option.Declaration;
import io.github.ddevbak.cli.option.Single;
import java.util.List;
import java.util.function.Function;

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

    /** {@link ExitCode#LOSS} where one does not; which ones is told even to those who want to hear little. */
    <T> ExitCode of(List<T> projects, Function<T, String> name, Function<T, Judgement> judgement, Console console) {
        List<String> lost = projects.stream()
                .filter(project -> judgement.apply(project).survives() != Survives.DISK)
                .map(name)
                .toList();
        if (!level.given() || lost.isEmpty()) {
            return ExitCode.OK;
        }
        console.error("ddevbak: --require disk: the loss of its disk is not outlived by " + String.join(", ", lost)
                + ". See 'ddevbak status' for what to do.");
        return ExitCode.LOSS;
    }
}

package io.github.ddevbak.cli;

import io.github.ddevbak.cli.option.Declaration;
import io.github.ddevbak.cli.option.Single;
import io.github.ddevbak.settings.Preferences;
import java.util.Optional;

/** How much of the code a rescue may put into a set, for the commands that rescue. */
final class RescueLimit {
    private final Single<String> max;

    RescueLimit(Declaration declaration) {
        max = declaration.text(
                "--rescue-max",
                "SIZE",
                "The most that a rescue of one project's code may weigh, such as 500M; 200M if not given.");
    }

    /** What the flags say of every project; one that was not given says nothing. */
    Preferences preferences(boolean rescue, boolean noRescue) {
        Optional<Boolean> wanted = rescue || noRescue ? Optional.of(rescue) : Optional.empty();
        return new Preferences(
                wanted,
                GlobalOptions.size("--rescue-max", max.orNull()),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}

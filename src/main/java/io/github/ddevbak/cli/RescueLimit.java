package io.github.ddevbak.cli;

import io.github.ddevbak.settings.Preferences;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How much of the code a rescue may put into a set, for the commands that rescue. */
final class RescueLimit {
    @Option(
            names = "--rescue-max",
            paramLabel = "SIZE",
            description = "The most that a rescue of one project's code may weigh, such as 500M; 200M if not given.")
    @Nullable
    String max;

    /** What the flags say of every project; one that was not given says nothing. */
    Preferences preferences(boolean rescue, boolean noRescue) {
        Optional<Boolean> wanted = rescue || noRescue ? Optional.of(rescue) : Optional.empty();
        return new Preferences(
                wanted, GlobalOptions.size("--rescue-max", max), Optional.empty(), Optional.empty(), Optional.empty());
    }
}

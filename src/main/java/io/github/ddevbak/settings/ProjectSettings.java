package io.github.ddevbak.settings;

import io.github.ddevbak.project.Project;
import java.util.List;
import java.util.Optional;

/**
 * What holds for one project, after everything that can say so was laid over the defaults.
 *
 * @param rescue whether what no remote has goes into the set
 * @param rescueMax the most bytes of that
 * @param upstream where user files come from, as a person declares it
 * @param copy when user files go into the set
 * @param copyMax the most bytes of user files that {@link CopyFiles#AUTO} copies
 * @param suspect when a database looks emptied
 * @param keep which sets stay; empty where nobody says that any may go
 * @param accept the losses that a person decided to live with
 */
public record ProjectSettings(
        boolean rescue,
        long rescueMax,
        Optional<String> upstream,
        CopyFiles copy,
        long copyMax,
        SuspectLimits suspect,
        Optional<KeepPolicy> keep,
        List<Acceptance> accept) {
    private static final long MIB = 1L << 20;

    /** What holds where nobody says anything. */
    public static final ProjectSettings DEFAULT = of(Preferences.NONE, List.of());

    /** Where the settings of a project are looked up. */
    @FunctionalInterface
    public interface Lookup {
        /**
         * What holds for the project.
         *
         * @throws SettingsException where the project's own file cannot be used
         */
        ProjectSettings of(Project project);
    }

    /** One with the usual limits of when a database looks emptied, and under which every set stays. */
    public ProjectSettings(
            boolean rescue,
            long rescueMax,
            Optional<String> upstream,
            CopyFiles copy,
            long copyMax,
            List<Acceptance> accept) {
        this(
                rescue,
                rescueMax,
                upstream,
                copy,
                copyMax,
                SuspectLimits.of(SuspectShares.NONE),
                Optional.empty(),
                accept);
    }

    public ProjectSettings {
        accept = List.copyOf(accept);
    }

    static ProjectSettings of(Preferences preferences, List<Acceptance> accept) {
        return new ProjectSettings(
                preferences.rescue().orElse(true),
                preferences.rescueMax().orElse(200 * MIB),
                preferences.upstream(),
                preferences.copy().orElse(CopyFiles.AUTO),
                preferences.copyMax().orElse(2048 * MIB),
                SuspectLimits.of(preferences.suspect()),
                preferences.keep(),
                accept);
    }
}

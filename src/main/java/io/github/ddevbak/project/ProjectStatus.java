package io.github.ddevbak.project;

import java.util.Locale;

/** A project's state as {@code ddev list -j} says it (ddev v1.22 to v1.25.3, pkg/ddevapp {@code SiteStatus}). */
public enum ProjectStatus {
    RUNNING("running"),
    STOPPED("stopped"),
    /** Containers exist and do not run, as after a reboot. */
    PAUSED("paused"),
    STARTING("starting"),
    /** Some containers run, some do not. */
    UNHEALTHY("unhealthy"),
    DIRECTORY_MISSING("project directory missing"),
    CONFIG_MISSING(".ddev/config.yaml missing"),
    /** Docker's own words, or none. */
    OTHER("other"),
    /** ddev was not asked or did not answer. */
    UNKNOWN("unknown");

    private final String word;

    ProjectStatus(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }

    public static ProjectStatus of(String ddevWord) {
        for (ProjectStatus status : values()) {
            if (status.word.equals(ddevWord.toLowerCase(Locale.ROOT))) {
                return status;
            }
        }
        return ddevWord.isEmpty() ? UNKNOWN : OTHER;
    }
}

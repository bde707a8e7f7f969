package io.github.ddevbak.project;

import java.util.Locale;

/** How much a finding matters; declared from least to most. */
public enum Severity {
    INFO,
    WARNING,
    /** Something would be lost. */
    LOSS,
    /** It could not be looked at, or not be done. */
    ERROR;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}

package io.github.ddevbak.schedule;

import java.util.Locale;

/** How a project's hook stands. */
public enum HookState {
    /** As it was written. */
    PRESENT,
    /** Ours, and edited since. */
    CHANGED,
    /** Installed, and gone. */
    LOST,
    /** Never installed. */
    NONE,
    /** Another's file has its name. */
    FOREIGN;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}

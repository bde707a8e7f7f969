package io.github.ddevbak.notice;

import java.time.Duration;

/**
 * What a notice is to carry.
 *
 * @param stage of the run
 * @param id tells the messages of one run from those of another: a UUID
 * @param outcome how it ended; of a run that only begins, its command
 * @param changed whether it ended otherwise than the one before
 * @param hurried whether somebody waits for this program to end
 */
record Message(Stage stage, String id, Outcome outcome, boolean changed, boolean hurried) {
    /** Where the run is. */
    enum Stage {
        BEGINS,
        ENDED,
        /** There is no run: somebody looks whether notices get through. */
        TEST
    }

    /** How often what failed by chance is tried. */
    int tries() {
        return stage == Stage.ENDED && !hurried ? 3 : 1;
    }

    /** How long a command of the user may take. */
    Duration patience() {
        return Duration.ofSeconds(hurried ? 10 : 60);
    }
}

package io.github.ddevbak.process;

import java.time.Duration;

/** How a child's life ended; every way is data, none is an exception. */
public sealed interface Ending {

    /** In words for the user, such as {@code exit 255} or {@code no answer within 30 min}. */
    String words();

    /** The child ended by itself. A child ended by signal n counts as code 128 + n. */
    record Exited(int code) implements Ending {
        @Override
        public String words() {
            return "exit " + code;
        }
    }

    /** The child and its tree were ended because the time-out passed. */
    record TimedOut(Duration after) implements Ending {
        @Override
        public String words() {
            return "no end within "
                    + (after.toSeconds() >= 120 ? after.toMinutes() + " min" : after.toSeconds() + " s");
        }
    }

    /** The child and its tree were ended because the user asked ddevbak to stop. */
    record Cancelled() implements Ending {
        @Override
        public String words() {
            return "cancelled";
        }
    }

    /** The program could not be started. */
    record NotStarted(String why) implements Ending {
        @Override
        public String words() {
            return why;
        }
    }

    /** The sink threw while taking the child's output, for example because a disk was full; the child was ended. */
    record OutputRefused(String why) implements Ending {
        @Override
        public String words() {
            return why;
        }
    }
}

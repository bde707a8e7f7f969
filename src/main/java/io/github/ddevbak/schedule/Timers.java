package io.github.ddevbak.schedule;

import java.util.Map;
import java.util.Optional;

/** One of the systems that start a job at its time. */
public interface Timers {

    /** A first line of each file that is ours: no other file is ever written over or removed. */
    String MARK = "Made by 'ddevbak schedule install'; 'ddevbak schedule remove' removes it.";

    TimerSystem system();

    /** Whether it is on this machine and works for this user. */
    boolean usable();

    /**
     * What would be written, whole, by where it would be; pure.
     *
     * @throws ScheduleRefusedException where the job cannot be said to this system
     */
    Map<String, String> texts(Job job);

    /** What is there now of what {@link #texts} would write, by where it is; nothing for what is not there. */
    Map<String, String> present();

    /**
     * Writes the texts and has the system heed them; proved by asking it.
     *
     * @throws ScheduleRefusedException where something of another's is in the way, or the system refuses
     */
    void install(Job job);

    /**
     * Has the system forget the job and removes what is ours; nothing where there is nothing.
     *
     * @throws ScheduleRefusedException where the system refuses
     */
    void remove();

    /** Why the system would not start the job though its texts are there; empty where it would. */
    Optional<String> asleep();

    /** When the system does not start the job, and what changes that; empty where it does whenever the machine runs. */
    Optional<String> condition();
}

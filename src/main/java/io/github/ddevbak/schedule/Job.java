package io.github.ddevbak.schedule;

import io.github.ddevbak.project.Printable;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What is run, when, and in which environment: all that a timer needs, nothing of which may depend on a login.
 *
 * @param rhythm when
 * @param command program and arguments, the program by its whole path
 * @param environment every variable the job has
 * @param log the file that what it prints goes to, where the system keeps no journal
 */
public record Job(Rhythm rhythm, List<String> command, Map<String, String> environment, String log) {

    /** @throws ScheduleRefusedException where a word cannot stand in the file of a timer */
    public Job {
        command = List.copyOf(command);
        environment = Collections.unmodifiableMap(new TreeMap<>(environment));
        command.forEach(word -> check(word, "Move it to a folder with a plain name."));
        environment.forEach((name, value) -> check(value, "Unset or mend the variable " + name + "."));
        check(log, "Set XDG_STATE_HOME to a folder with a plain name.");
        if (!command.get(0).startsWith("/")) {
            throw new ScheduleRefusedException("The program '" + Printable.text(command.get(0))
                    + "' is not named by its whole path, and a timer knows no other. Run ddevbak by its path.");
        }
    }

    /** Whether a text can stand in the file of any timer. */
    static boolean writable(String text) {
        return text.indexOf('\ufffd') < 0 && Printable.text(text).equals(text);
    }

    private static void check(String word, String remedy) {
        if (!writable(word)) {
            throw new ScheduleRefusedException("'" + Printable.text(word)
                    + "' has a line break, a control character or bytes that are not UTF-8, and cannot stand in the"
                    + " file of a timer. " + remedy);
        }
    }
}

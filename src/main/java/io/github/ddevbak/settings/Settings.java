package io.github.ddevbak.settings;

import io.github.ddevbak.project.DumpFormat;
import io.github.ddevbak.project.Part;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What one configuration file says; empty where it is silent.
 *
 * @param dest the destination folder, {@code ~} not yet resolved
 * @param timeout for one dump or snapshot
 * @param lockWait how long to wait for another run
 * @param exclude globs of project names to leave out
 * @param only the parts to do
 * @param dump whether {@code all} dumps databases
 * @param snapshot whether {@code all} takes snapshots
 * @param volumes whether volumes of add-on services are among the parts
 * @param format in which dumps are stored
 * @param jobs projects at once
 * @param preferences how code and user files are kept
 * @param accept losses that a person decided to live with; a project's file only
 * @param copy where copies of sets go off the machine; the machine's file only
 * @param notices who is told of runs; the machine's file only
 */
public record Settings(
        Optional<String> dest,
        Optional<Duration> timeout,
        Optional<Duration> lockWait,
        List<String> exclude,
        Optional<Set<Part>> only,
        Optional<Boolean> dump,
        Optional<Boolean> snapshot,
        Optional<Boolean> volumes,
        Optional<DumpFormat> format,
        Optional<Integer> jobs,
        Preferences preferences,
        List<Acceptance> accept,
        CopySettings copy,
        List<NoticeSettings> notices) {

    public static final Settings NONE = new Settings(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            List.of(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Preferences.NONE,
            List.of(),
            CopySettings.NONE,
            List.of());

    public Settings {
        exclude = List.copyOf(exclude);
        accept = List.copyOf(accept);
        notices = List.copyOf(notices);
    }

    /** The parts to do where neither flag nor environment names any. */
    public Set<Part> parts() {
        Set<Part> parts = EnumSet.copyOf(only.orElse(Part.USUAL));
        if (volumes.orElse(false)) {
            parts.add(Part.VOLUMES);
        }
        return parts;
    }
}

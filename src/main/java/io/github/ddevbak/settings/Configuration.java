package io.github.ddevbak.settings;

import io.github.ddevbak.project.Part;
import io.github.ddevbak.project.Project;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * What holds for one run, after flags, environment and files were laid over the defaults.
 *
 * @param dest the destination, absolute
 * @param timeout for one dump or snapshot
 * @param lockWait how long to wait for another run
 * @param folders projects named by their folder
 * @param forced what flags and environment say of every project
 * @param machine what the machine's file says of a project whose own file is silent
 * @param copy where copies of sets go off the machine
 * @param notices who is told of runs
 * @param databases how databases are saved
 */
public record Configuration(
        Path dest,
        Duration timeout,
        Duration lockWait,
        List<String> exclude,
        Set<Part> parts,
        boolean dump,
        boolean snapshot,
        List<Path> folders,
        Preferences forced,
        Preferences machine,
        CopySettings copy,
        List<NoticeSettings> notices,
        DatabaseSettings databases) {

    public static final Duration TIMEOUT = Duration.ofMinutes(30);

    public Configuration {
        exclude = List.copyOf(exclude);
        parts = parts.isEmpty() ? EnumSet.noneOf(Part.class) : EnumSet.copyOf(parts);
        folders = List.copyOf(folders);
        notices = List.copyOf(notices);
    }

    /** One without copies off the machine, of whose runs nobody is told, that saves databases as usual. */
    public Configuration(
            Path dest,
            Duration timeout,
            Duration lockWait,
            List<String> exclude,
            Set<Part> parts,
            boolean dump,
            boolean snapshot,
            List<Path> folders,
            Preferences forced,
            Preferences machine) {
        this(
                dest,
                timeout,
                lockWait,
                exclude,
                parts,
                dump,
                snapshot,
                folders,
                forced,
                machine,
                CopySettings.NONE,
                List.of(),
                DatabaseSettings.DEFAULT);
    }

    /** The same, with copies off the machine. */
    public Configuration copying(CopySettings copies) {
        return new Configuration(
                dest, timeout, lockWait, exclude, parts, dump, snapshot, folders, forced, machine, copies, notices,
                databases);
    }

    /** The same, with the flags of a command over everything else. */
    public Configuration preferring(Preferences flags) {
        return new Configuration(
                dest,
                timeout,
                lockWait,
                exclude,
                parts,
                dump,
                snapshot,
                folders,
                flags.over(forced),
                machine,
                copy,
                notices,
                databases);
    }

    /**
     * What holds for one project: flags and environment, over its own file, over the machine's, over the default.
     *
     * @throws SettingsException where the project's own file cannot be used
     */
    public ProjectSettings of(Project project) {
        return at(project.approot());
    }

    /** The same by the project's folder, which may be gone. */
    public ProjectSettings at(Path approot) {
        Settings own = SettingsFile.project(approot);
        return ProjectSettings.of(forced.over(own.preferences()).over(machine), own.accept());
    }

    /** What holds for a project whose own file is left aside. */
    public ProjectSettings withoutItsOwn() {
        return ProjectSettings.of(forced.over(machine), List.of());
    }
}

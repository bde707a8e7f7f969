package io.github.ddevbak.cli;

import io.github.ddevbak.cli.option.Declaration;
import io.github.ddevbak.cli.option.Flag;
import io.github.ddevbak.cli.option.Several;
import io.github.ddevbak.cli.option.Single;
import io.github.ddevbak.project.Part;
import io.github.ddevbak.project.Printable;
import io.github.ddevbak.settings.Bytes;
import io.github.ddevbak.settings.Configuration;
import io.github.ddevbak.settings.CopyFiles;
import io.github.ddevbak.settings.DatabaseSettings;
import io.github.ddevbak.settings.Durations;
import io.github.ddevbak.settings.NoticeSettings;
import io.github.ddevbak.settings.Parts;
import io.github.ddevbak.settings.Preferences;
import io.github.ddevbak.settings.Secret;
import io.github.ddevbak.settings.Settings;
import io.github.ddevbak.settings.SettingsFile;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The options that every command takes, and how they, the environment and the files make the configuration. */
public final class GlobalOptions {
    /** When something is shown. */
    public enum When {
        auto,
        always,
        never
    }

    final Single<Path> config;
    final Single<Path> dest;
    final Several<Path> projectDirs;
    final Flag json;
    final Flag quiet;
    final Several<Boolean> verbose;
    final Flag dryRun;
    final Flag yes;
    final Single<String> jobs;
    final Single<String> timeout;
    final Single<String> lockWait;
    final Single<When> color;
    final Single<When> progress;
    final Several<String> only;
    final Several<String> exclude;

    GlobalOptions(Declaration declaration) {
        config = declaration.value(
                Path.class,
                "-c, --config",
                "FILE",
                "Configuration file (default: $XDG_CONFIG_HOME/ddevbak/config.yaml).");
        dest = declaration.value(
                Path.class, "-d, --dest", "DIR", "Folder that holds all sets (default: $XDG_DATA_HOME/ddevbak).");
        projectDirs = declaration.values(
                Path.class, "--project-dir", "DIR", "A project by its folder, known to ddev or not; may be repeated.");
        json = declaration.flag("-j, --json", "Print one JSON document on standard output.");
        quiet = declaration.flag("-q, --quiet", "Print only what is not good.");
        verbose = declaration.flags("-v", "Show the log on standard error; -vv shows every command that is run.");
        dryRun = declaration.flag("-n, --dry-run", "Print what would be done, and do nothing.");
        yes = declaration.flag("-y, --yes", "Answer yes to every question.");
        jobs = declaration.text("--jobs", "N", "Save so many projects at once, from 1 to 8 (default: 2).");
        timeout = declaration.text(
                "--timeout", "DURATION", "Longest time for one dump or snapshot: 90s, 30m, 26h, 7d (default: 30m).");
        lockWait =
                declaration.text("--lock-wait", "DURATION", "How long to wait for another run to end (default: 0s).");
        color = declaration.value(When.class, "--color", "WHEN", "auto, always or never (default: auto).");
        progress = declaration.value(When.class, "--progress", "WHEN", "auto, always or never (default: auto).");
        only = declaration.listed(
                "--only",
                "PARTS",
                new Choices.OfParts(),
                "Only these parts: database, code, config, files; volumes where they are named.");
        exclude = declaration.texts("--exclude", "GLOB", "Leave out projects whose name matches; may be repeated.");
    }

    /** Flag over environment over file over default. */
    Configuration configuration(Shell shell) {
        Settings file = file(shell);
        return new Configuration(
                destination(shell, file),
                duration("--timeout", timeout.orNull(), shell.variable("DDEVBAK_TIMEOUT"))
                        .or(file::timeout)
                        .orElse(Configuration.TIMEOUT),
                duration("--lock-wait", lockWait.orNull(), shell.variable("DDEVBAK_LOCK_WAIT"))
                        .or(file::lockWait)
                        .orElse(Duration.ZERO),
                exclude.given() ? exclude.all() : listed(shell.variable("DDEVBAK_EXCLUDE"), file.exclude()),
                parts(listed(shell.variable("DDEVBAK_ONLY"), List.of()), file),
                file.dump().orElse(true),
                file.snapshot().orElse(true),
                folders(shell),
                environment(shell),
                file.preferences(),
                Repositories.resolved(file.copy(), shell),
                notices(file, shell),
                new DatabaseSettings(
                        DumpFormatOption.parsed("DDEVBAK_FORMAT", shell.variable("DDEVBAK_FORMAT"))
                                .or(file::format)
                                .orElse(DatabaseSettings.DEFAULT.format()),
                        jobs("--jobs", jobs.orNull())
                                .or(() -> jobs("DDEVBAK_JOBS", shell.variable("DDEVBAK_JOBS")))
                                .or(file::jobs)
                                .orElse(DatabaseSettings.DEFAULT.jobs())));
    }

    /** Files are named from the home: a job of a timer stands somewhere else. */
    private static List<NoticeSettings> notices(Settings file, Shell shell) {
        return file.notices().stream()
                .map(one -> new NoticeSettings(
                        one.name(),
                        one.kind(),
                        one.when(),
                        atHome(shell, one.url()),
                        atHome(shell, one.header()),
                        one.command(),
                        one.shell()))
                .toList();
    }

    /** Likewise of a repository. */
    static Secret atHome(Shell shell, Secret secret) {
        return new Secret(
                secret.file()
                        .map(text -> shell.home().resolve(atHome(shell, text)).toString()),
                secret.command());
    }

    private static Preferences environment(Shell shell) {
        return new Preferences(
                Optional.empty(),
                size("DDEVBAK_RESCUE_MAX", shell.variable("DDEVBAK_RESCUE_MAX")),
                Optional.empty(),
                copyFiles("DDEVBAK_COPY_FILES", shell.variable("DDEVBAK_COPY_FILES")),
                Optional.empty());
    }

    private static Optional<Integer> jobs(String option, @Nullable String text) {
        if (text == null || text.isEmpty()) {
            return Optional.empty();
        }
        Optional<Integer> jobs = DatabaseSettings.jobs(text);
        if (jobs.isEmpty()) {
            throw new UsageException(
                    option + " takes " + DatabaseSettings.JOBS + ", and not '" + Printable.text(text) + "'.");
        }
        return jobs;
    }

    /** The bytes that an option or variable names; empty where it was not given. */
    static Optional<Long> size(String option, @Nullable String text) {
        if (text == null || text.isEmpty()) {
            return Optional.empty();
        }
        Optional<Long> bytes = Bytes.parse(text);
        if (bytes.isEmpty()) {
            throw new UsageException(
                    "'" + Printable.text(text) + "' is no size for " + option + ": write " + Bytes.FORMS + ".");
        }
        return bytes;
    }

    /** When to copy user files, as an option or variable names it; empty where it was not given. */
    static Optional<CopyFiles> copyFiles(String option, @Nullable String text) {
        if (text == null || text.isEmpty()) {
            return Optional.empty();
        }
        Optional<CopyFiles> copy = CopyFiles.parse(text);
        if (copy.isEmpty()) {
            throw new UsageException(
                    option + " takes " + CopyFiles.words() + ", and not '" + Printable.text(text) + "'.");
        }
        return copy;
    }

    private Settings file(Shell shell) {
        Path file = configFile(shell);
        return configNamed(shell) ? SettingsFile.named(file) : SettingsFile.machine(file);
    }

    /** Where the machine's configuration is, or would be. */
    Path configFile(Shell shell) {
        if (config.given()) {
            return shell.workingDirectory().resolve(config.value());
        }
        return configNamed(shell)
                ? shell.workingDirectory().resolve(shell.variable("DDEVBAK_CONFIG"))
                : shell.folder("XDG_CONFIG_HOME", ".config").resolve("ddevbak").resolve("config.yaml");
    }

    /** Whether the user named the machine's configuration, so that it must be there. */
    boolean configNamed(Shell shell) {
        return config.given() || !shell.variable("DDEVBAK_CONFIG").isEmpty();
    }

    private Path destination(Shell shell, Settings file) {
        String variable = shell.variable("DDEVBAK_DEST");
        // Most likely a variable of a script that is not set: the folder that one stands in is not meant.
        if (dest.said().filter(folder -> folder.toString().isEmpty()).isPresent()) {
            throw new UsageException("--dest names no folder: give it one, or leave it out.");
        }
        Optional<Path> named = dest.said()
                .or(() -> variable.isEmpty() ? Optional.empty() : Optional.of(Path.of(variable)))
                .or(() -> file.dest().map(text -> atHome(shell, text)));
        Path folder = named.orElseGet(
                () -> shell.folder("XDG_DATA_HOME", ".local/share").resolve("ddevbak"));
        return shell.workingDirectory().resolve(folder).normalize();
    }

    private static Path atHome(Shell shell, String text) {
        return text.equals("~") || text.startsWith("~/")
                ? shell.home().resolve(text.length() > 2 ? text.substring(2) : "")
                : Path.of(text);
    }

    static Optional<Duration> duration(String option, @Nullable String flag, String variable) {
        String text = flag != null ? flag : variable;
        if (text.isEmpty()) {
            return Optional.empty();
        }
        Optional<Duration> duration = Durations.parse(text);
        if (duration.isEmpty()) {
            throw new UsageException(
                    "'" + Printable.text(text) + "' is no duration for " + (flag != null ? option : variable(option))
                            + ": write a number and s, m, h or d, such as 90s or 30m.");
        }
        return duration;
    }

    /** The variable that says what an option says. */
    private static String variable(String option) {
        return "DDEVBAK_" + option.substring(2).replace('-', '_').toUpperCase(Locale.ROOT);
    }

    private static List<String> listed(String variable, List<String> other) {
        return variable.isEmpty() ? other : List.of(variable.split(",", -1));
    }

    private Set<Part> parts(List<String> variable, Settings file) {
        List<String> words = only.given() ? only.all() : variable;
        if (words.isEmpty()) {
            return file.parts();
        }
        Set<Part> parts = EnumSet.noneOf(Part.class);
        for (String word : words) {
            parts.add(Parts.parse(word)
                    .orElseThrow(() -> new UsageException("there is no part '" + Printable.text(word) + "': "
                            + (only.given() ? "--only" : variable("--only")) + " takes " + Parts.words() + ".")));
        }
        return parts;
    }

    /** The folders of {@code --project-dir}. */
    List<Path> folders(Shell shell) {
        return projectDirs.all().stream().map(dir -> folder(shell, dir)).toList();
    }

    private static Path folder(Shell shell, Path dir) {
        Path folder = shell.workingDirectory().resolve(dir).normalize();
        if (!folder.toFile().isDirectory()) {
            throw new UsageException("--project-dir " + Printable.text(dir.toString()) + " is no folder.");
        }
        return folder;
    }
}

package io.github.ddevbak.settings;

import io.github.ddevbak.project.DumpFormat;
import io.github.ddevbak.project.FindingCodes;
import io.github.ddevbak.project.NearMatch;
import io.github.ddevbak.project.Part;
import io.github.ddevbak.project.Printable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads a configuration file; an unknown key or a value of the wrong kind is an error, for it was meant to do something. */
public final class SettingsFile {
    private SettingsFile() {}

    /** The machine's configuration; nothing is set where the file is missing. */
    public static Settings machine(Path file) {
        return Files.exists(file) ? read(file, SettingsScope.MACHINE) : Settings.NONE;
    }

    /** A configuration that the user named: it must be there. */
    public static Settings named(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new SettingsException("there is no configuration file " + Printable.text(file.toString())
                    + ". Check the path given with --config.");
        }
        return read(file, SettingsScope.MACHINE);
    }

    /** A project's {@code .ddev/ddevbak.yaml}; nothing is set where it is missing. */
    public static Settings project(Path approot) {
        Path file = SettingsScope.projectFile(approot);
        return Files.exists(file) ? read(file, SettingsScope.PROJECT) : Settings.NONE;
    }

    /** The line of each key that the file says, by the key's whole name; empty where the file is missing. */
    public static Map<String, Integer> lines(Path file) {
        Map<String, Integer> lines = new LinkedHashMap<>();
        if (Files.exists(file)) {
            SettingsValues values = SettingsValues.read(file);
            SettingKeys.ALL.forEach(key -> values.line(key).ifPresent(line -> lines.put(key.name(), line)));
        }
        return lines;
    }

    private static Settings read(Path file, SettingsScope scope) {
        return read(SettingsValues.read(file), scope);
    }

    static Settings read(SettingsValues values, SettingsScope scope) {
        if (scope == SettingsScope.MACHINE && values.has("accept")) {
            throw values.wrong(
                    "accept",
                    "accepts losses of every project at once, which would hide new ones: write 'accept' into the"
                            + " .ddev/ddevbak.yaml of the project that is meant");
        }
        values.onlyKnown(SettingKeys.words(scope, ""));
        return new Settings(
                values.folder("dest"),
                values.duration("timeout"),
                values.duration("lock-wait"),
                values.texts("exclude"),
                values.has("only") ? Optional.of(parts(values)) : Optional.empty(),
                values.flag("dump"),
                values.flag("snapshot"),
                values.flag("volumes"),
                values.text("format").map(word -> format(values, word)),
                values.jobs("jobs"),
                preferences(values),
                accept(values),
                copy(values.below("copy")),
                NoticeEntries.read(values));
    }

    private static Preferences preferences(SettingsValues values) {
        SettingsValues files = values.below("files");
        files.onlyKnown(SettingKeys.words(SettingsScope.PROJECT, "files"));
        return new Preferences(
                values.flag("rescue"),
                values.bytes("rescue-max"),
                files.text("upstream"),
                files.text("copy").map(word -> copy(files, word)),
                files.bytes("copy-max"),
                suspect(values),
                values.has("keep") ? Optional.of(keep(values, values.below("keep"))) : Optional.empty());
    }

    private static SuspectShares suspect(SettingsValues values) {
        SettingsValues shares = values.below("suspect");
        shares.onlyKnown(SettingKeys.words(SettingsScope.PROJECT, "suspect"));
        return new SuspectShares(shares.percent("tables"), shares.percent("rows"), shares.percent("bytes"));
    }

    private static KeepPolicy keep(SettingsValues values, SettingsValues keep) {
        keep.onlyKnown(SettingKeys.words(SettingsScope.PROJECT, "keep"));
        KeepPolicy policy = new KeepPolicy(
                keep.count("last"),
                keep.count("hourly"),
                keep.count("daily"),
                keep.count("weekly"),
                keep.count("monthly"),
                keep.count("yearly"),
                keep.within("within"),
                keep.texts("tag"),
                keep.count("min"),
                keep.bytes("max-size"));
        if (policy.empty()) {
            throw values.wrong(
                    "keep",
                    "names no rule under 'keep' that lets a set go: write such as 'keep: {daily: 7, weekly: 4}'");
        }
        return policy;
    }

    private static CopyFiles copy(SettingsValues files, String word) {
        return CopyFiles.parse(word)
                .orElseThrow(() -> files.wrong(
                        "copy",
                        "needs one of " + CopyFiles.words() + " for 'files.copy', not '" + Printable.text(word) + "'"));
    }

    private static DumpFormat format(SettingsValues values, String word) {
        return DumpFormat.parse(word)
                .orElseThrow(() -> values.wrong(
                        "format",
                        "needs one of " + DumpFormat.words() + " for 'format', not '" + Printable.text(word) + "'"));
    }

    private static List<Acceptance> accept(SettingsValues values) {
        return values.entries("accept", "[{finding: code.no-remote, because: \"throw-away\"}]").stream()
                .map(SettingsFile::acceptance)
                .toList();
    }

    private static Acceptance acceptance(SettingsValues entry) {
        entry.onlyKnown(SettingKeys.words(SettingsScope.PROJECT, "accept"));
        String finding = entry.text("finding")
                .orElseThrow(() -> entry.wrong(
                        "finding", "accepts nothing: name the 'finding' that is meant, such as code.no-remote"));
        String because = entry.text("because")
                .orElseThrow(() -> entry.wrong(
                        "because",
                        "accepts " + Printable.text(finding) + " without a reason: say in 'because' why it may be"
                                + " lost"));
        if (!FindingCodes.ofParts().contains(finding)) {
            throw entry.wrong(
                    "finding",
                    "accepts '" + Printable.text(finding) + "', which is no code of a finding"
                            + NearMatch.hint(finding, FindingCodes.ofParts()));
        }
        return new Acceptance(finding, because);
    }

    private static CopySettings copy(SettingsValues copy) {
        copy.onlyKnown(SettingKeys.words(SettingsScope.MACHINE, "copy"));
        List<Repository> repositories = copy
                .entries("repositories", "[{name: nas, repository: \"sftp:nas:/backup\", password-file: ~/.nas}]")
                .stream()
                .map(SettingsFile::repository)
                .toList();
        if (repositories.stream().map(Repository::name).distinct().count() < repositories.size()) {
            throw copy.wrong("repositories", "has two repositories of one name under 'copy'");
        }
        return new CopySettings(copy.flag("after-all").orElse(false), repositories);
    }

    private static Repository repository(SettingsValues entry) {
        entry.onlyKnown(SettingKeys.words(SettingsScope.MACHINE, "copy.repositories"));
        String name = entry.text("name").orElseThrow(() -> entry.wrong("name", "has a repository without a 'name'"));
        if (!Repository.named(name)) {
            throw entry.wrong("name", "needs a name of letters, digits, '.', '_' and '-' for a repository");
        }
        String location = entry.text("repository")
                .orElseThrow(() -> entry.wrong(
                        "repository", "says under 'repository' not where " + name + " is, as restic takes it"));
        return new Repository(
                name, location, Secret.of(entry, "password"), Secret.of(entry, "environment"), entry.texts("options"));
    }

    private static Set<Part> parts(SettingsValues values) {
        Set<Part> parts = EnumSet.noneOf(Part.class);
        for (String word : values.texts("only")) {
            parts.add(Parts.parse(word)
                    .orElseThrow(() -> values.wrong(
                            "only",
                            "does not know the part '" + Printable.text(word) + "' (there are " + Parts.words()
                                    + ")")));
        }
        if (parts.isEmpty()) {
            throw values.wrong("only", "names no part under 'only' (there are " + Parts.words() + ")");
        }
        return parts;
    }
}

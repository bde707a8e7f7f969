package io.github.ddevbak.settings;

import io.github.ddevbak.project.DumpFormat;
import io.github.ddevbak.project.FindingCodes;
import io.github.ddevbak.project.Part;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The one list of what a configuration file can say; what is read, shown and written into a new file follows it. */
public final class SettingKeys {
    private static final String EXAMPLES = " (an example)";

    /** All of them, in the order in which a new file shows them; a section stands before what is in it. */
    public static final List<SettingKey> ALL = List.of(
            machine("dest", "~/.local/share/ddevbak", "Folder that holds all sets; best on another disk.")
                    .as(ValueForm.FOLDER)
                    .also("--dest", "DDEVBAK_DEST"),
            machine("timeout", "30m", "Longest time for one dump or snapshot.").also("--timeout", "DDEVBAK_TIMEOUT"),
            machine("lock-wait", "0s", "How long to wait for another run to end.")
                    .also("--lock-wait", "DDEVBAK_LOCK_WAIT"),
            machine("exclude", "[\"old-*\", sandbox]", "Projects to leave out, by name or glob" + EXAMPLES + ".")
                    .also("--exclude", "DDEVBAK_EXCLUDE"),
            machine("only", "[database, code, config, files]", "The parts to do.")
                    .of(Stream.of(Part.values()).map(Part::word).toList())
                    .also("--only", "DDEVBAK_ONLY"),
            machine("dump", "true", "Whether 'all' dumps databases."),
            machine("snapshot", "true", "Whether 'all' takes snapshots with ddev."),
            machine("volumes", "false", "Whether the Docker volumes of add-on services are stored, too."),
            machine("format", "gz", "How dumps are stored: gz, zst or sql.")
                    .of(Stream.of(DumpFormat.values()).map(DumpFormat::word).toList())
                    .also("--format", "DDEVBAK_FORMAT"),
            machine("jobs", "2", "How many projects are saved at once; a start or stop always goes alone.")
                    .as(ValueForm.JOBS)
                    .also("--jobs", "DDEVBAK_JOBS"),
            both("rescue", "true", "Whether what no git remote has goes into the set."),
            both("rescue-max", "200M", "The most of that, for each project.").also("", "DDEVBAK_RESCUE_MAX"),
            both("files", "", "The user files."),
            both(
                    "files.upstream",
                    "\"production, pulled with 'ddev pull'\"",
                    "Where they come back from, in your words" + EXAMPLES + "."),
            both("files.copy", "auto", "When they go into the set: auto, always or never.")
                    .of(Stream.of(CopyFiles.values()).map(CopyFiles::word).toList())
                    .also("", "DDEVBAK_COPY_FILES"),
            both("files.copy-max", "2G", "The most that 'auto' copies."),
            both(
                    "suspect",
                    "",
                    "A database that fell under this share of its newest good copy is suspect; 0% for never."),
            both("suspect.tables", "50%", "Of its tables."),
            both("suspect.rows", "20%", "Of its rows."),
            both("suspect.bytes", "10%", "Of the size of its dump."),
            both("keep", "", "Which sets stay; without a rule here, all do. All of these are examples."),
            both("keep.last", "3", "The newest."),
            both("keep.hourly", "24", "The newest of each hour that has one, for so many hours."),
            both("keep.daily", "7", "Likewise days, in UTC."),
            both("keep.weekly", "4", "Likewise ISO weeks."),
            both("keep.monthly", "12", "Likewise months."),
            both("keep.yearly", "3", "Likewise years."),
            both("keep.within", "30d", "All that are not older than this before the newest: hours or days.")
                    .as(ValueForm.PERIOD),
            both("keep.tag", "[release]", "Labels whose sets are never removed."),
            both("keep.min", "3", "How many of the newest good ones are never removed."),
            both("keep.max-size", "20G", "What the sets of a project may weigh."),
            machine("copy", "", "Copies off this machine, by restic."),
            machine("copy.after-all", "false", "Whether 'all' copies what it made."),
            machine(
                    "copy.repositories",
                    """

                    - name: nas
                      repository: "sftp:me@nas:/backup"
                      password-file: ~/.config/ddevbak/nas.password
                      options: [sftp.connections=2]
                    - name: cloud
                      repository: "s3:https://s3.example.org/backup"
                      password-command: "pass show backup/password"
                      environment-file: ~/.config/ddevbak/cloud.keys""",
                    "Where they go" + EXAMPLES + "; lines such as AWS_SECRET_ACCESS_KEY=... of an environment-file or"
                            + " environment-command reach restic."),
            machine("copy.repositories.name", "", "What you call it.")
                    .as(ValueForm.NAME)
                    .must(),
            machine("copy.repositories.repository", "", "Where it is, as restic takes it.")
                    .must(),
            machine("copy.repositories.password-file", "", "A file that holds its password."),
            machine(
                    "copy.repositories.password-command",
                    "",
                    "A command that prints its password; restic starts it without a shell."),
            machine(
                    "copy.repositories.environment-file",
                    "",
                    "A file with lines NAME=value for restic: the keys of S3, B2 and others."),
            machine("copy.repositories.environment-command", "", "A command that prints them."),
            machine("copy.repositories.options", "", "Extended options of restic, each key=value.")
                    .as(ValueForm.TEXTS),
            machine(
                    "notices",
                    """

                    - name: team
                      kind: webhook
                      url-command: "pass show backup/webhook"
                      header-file: ~/.config/ddevbak/webhook.headers
                      when: change
                    - name: watch
                      kind: ping
                      url-file: ~/.config/ddevbak/ping.url
                      when: always
                    - name: mail
                      kind: command
                      command: 'mail -s "$DDEVBAK_SUMMARY" me@example.org'
                    - name: desk
                      kind: desktop""",
                    "Who is told of the runs of 'all', and how" + EXAMPLES + "; 'ddevbak notice test' tries them."),
            machine("notices.name", "", "What you call it.").as(ValueForm.NAME).must(),
            machine("notices.kind", "", "How: ping, webhook, command or desktop.")
                    .of(Stream.of(NoticeKind.values()).map(NoticeKind::word).toList())
                    .must(),
            machine(
                            "notices.when",
                            "",
                            "Of which runs: failure (exit code not 0), change (not as the run before) or always.")
                    .of(Stream.of(NoticeWhen.values()).map(NoticeWhen::word).toList()),
            machine("notices.url-file", "", "A file that holds the address of a ping or webhook."),
            machine("notices.url-command", "", "A command that prints it."),
            machine("notices.header-file", "", "A file with lines 'Name: value' that go with a webhook."),
            machine("notices.header-command", "", "A command that prints them."),
            machine(
                            "notices.command",
                            "",
                            "A line for the shell or a list of words; facts are in DDEVBAK_*, the JSON on standard"
                                    + " input.")
                    .as(ValueForm.WORDS),
            project("accept", """

                    - finding: code.no-remote
                      because: "throw-away\"""", "Losses that you live with" + EXAMPLES + "."),
            project("accept.finding", "", "The code of the finding.")
                    .of(FindingCodes.ofParts())
                    .must(),
            project("accept.because", "", "Why.").must());

    private SettingKeys() {}

    /** The keys of which each has a value of its own; {@code keep} holds as a whole, and a list is one value. */
    public static List<SettingKey> valued() {
        return ALL.stream()
                .filter(key -> key.name().equals("keep")
                        || (!key.example().isEmpty() && !key.section().equals("keep")))
                .toList();
    }

    /** Whether the key's example is what holds where nothing is said. */
    static boolean isDefault(SettingKey key) {
        return !key.about().contains(EXAMPLES) && !key.section().equals("keep");
    }

    /** The words that may stand below the section in such a file; the section is empty for the top. */
    static Set<String> words(SettingsScope scope, String section) {
        Set<String> words = new LinkedHashSet<>();
        below(scope, section).forEach(key -> words.add(key.word()));
        return words;
    }

    /** The keys directly below the section, in their order. */
    static List<SettingKey> below(SettingsScope scope, String section) {
        return ALL.stream()
                .filter(key -> key.scopes().contains(scope) && key.section().equals(section))
                .toList();
    }

    private static SettingKey machine(String name, String example, String about) {
        return SettingKey.shown(name, Set.of(SettingsScope.MACHINE), example, about);
    }

    private static SettingKey project(String name, String example, String about) {
        return SettingKey.shown(name, Set.of(SettingsScope.PROJECT), example, about);
    }

    private static SettingKey both(String name, String example, String about) {
        return SettingKey.shown(name, Set.of(SettingsScope.values()), example, about);
    }
}

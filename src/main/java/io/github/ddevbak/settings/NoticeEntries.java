package io.github.ddevbak.settings;

import io.github.ddevbak.project.Printable;
import java.util.List;
import java.util.Optional;

/** Reads the list of notices; what belongs to another kind is an error, for it would do nothing. */
final class NoticeEntries {
    static final String KEY = "notices";

    private static final String EXAMPLE =
            "[{name: watch, kind: ping, url-file: ~/.config/ddevbak/ping.url}, {name: desk, kind: desktop}]";

    private NoticeEntries() {}

    static List<NoticeSettings> read(SettingsValues values) {
        List<NoticeSettings> notices =
                values.entries(KEY, EXAMPLE).stream().map(NoticeEntries::notice).toList();
        if (notices.stream().map(NoticeSettings::name).distinct().count() < notices.size()) {
            throw values.wrong(KEY, "has two notices of one name under 'notices'");
        }
        return notices;
    }

    private static NoticeSettings notice(SettingsValues entry) {
        if (entry.has("url")) {
            throw entry.wrong(
                    "url",
                    "has an address under 'notices.url', and whoever reads it there can use it: write it into a file"
                            + " of your own and name that in 'url-file', or print it by a 'url-command'");
        }
        entry.onlyKnown(SettingKeys.words(SettingsScope.MACHINE, KEY));
        String name = entry.text("name").orElseThrow(() -> entry.wrong("name", "has a notice without a 'name'"));
        if (!Repository.named(name)) {
            throw entry.wrong("name", "needs a name of letters, digits, '.', '_' and '-' for a notice");
        }
        NoticeKind kind = word(entry, "kind", NoticeKind.words())
                .map(word -> NoticeKind.parse(word).orElseThrow(() -> unknown(entry, "kind", word, NoticeKind.words())))
                .orElseThrow(() -> entry.wrong(
                        "kind", "does not say in 'kind' how " + name + " tells: one of " + NoticeKind.words()));
        NoticeWhen when = word(entry, "when", NoticeWhen.words())
                .map(word -> NoticeWhen.parse(word).orElseThrow(() -> unknown(entry, "when", word, NoticeWhen.words())))
                .orElse(NoticeWhen.usual(kind));
        refuseOthers(entry, kind);
        return new NoticeSettings(
                name,
                kind,
                when,
                secret(entry, "url", kind.addressed()),
                secret(entry, "header", false),
                entry.words("command"),
                entry.has("command") && entry.isText("command"));
    }

    private static Optional<String> word(SettingsValues entry, String key, String words) {
        if (entry.has(key) && !entry.isText(key)) {
            throw entry.wrong(key, "needs one of " + words + " for 'notices." + key + "'");
        }
        return entry.text(key);
    }

    private static SettingsException unknown(SettingsValues entry, String key, String word, String words) {
        return entry.wrong(
                key, "needs one of " + words + " for 'notices." + key + "', not '" + Printable.text(word) + "'");
    }

    private static void refuseOthers(SettingsValues entry, NoticeKind kind) {
        boolean commanded = kind == NoticeKind.COMMAND;
        if (commanded && entry.words("command").isEmpty()) {
            throw entry.wrong(
                    "command", "has a notice by command without a 'command': a line for the shell, or a list of words");
        }
        for (String key : List.of("url-file", "url-command", "header-file", "header-command", "command")) {
            boolean fits = key.equals("command")
                    ? commanded
                    : key.startsWith("url") ? kind.addressed() : kind == NoticeKind.WEBHOOK;
            if (entry.has(key) && !fits) {
                throw entry.wrong(key, "has '" + key + "' in a notice by " + kind.word() + ", where it does nothing");
            }
        }
    }

    private static Secret secret(SettingsValues entry, String key, boolean needed) {
        String file = key + Secret.FILE;
        String command = key + Secret.COMMAND;
        if (needed && !entry.has(file) && !entry.has(command)) {
            throw entry.wrong(
                    file, "does not say where the address is: name a file in '" + file + "', or a '" + command + "'");
        }
        return Secret.of(entry, key);
    }
}

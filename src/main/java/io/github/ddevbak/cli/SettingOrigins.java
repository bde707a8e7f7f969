package io.github.ddevbak.cli;

import io.github.ddevbak.settings.SettingKey;
import io.github.ddevbak.settings.SettingsFile;
import io.github.ddevbak.settings.SettingsScope;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Where the value of each setting comes from, in the order in which sources win. */
final class SettingOrigins {
    /**
     * One source.
     *
     * @param kind {@code flag}, {@code variable}, {@code project}, {@code machine} or {@code default}
     * @param name of the option, the variable or the file; empty for a default
     * @param line in the file, from 1; 0 where there is none
     */
    record Origin(String kind, String name, int line) {
        String words() {
            return name.isEmpty() ? kind : line == 0 ? name : name + " line " + line;
        }
    }

    private final Shell shell;
    private final Set<String> flags;
    private final Map<String, Origin> project;
    private final Map<String, Origin> machine;

    SettingOrigins(GlobalOptions options, Shell shell, Optional<Path> approot) {
        this.shell = shell;
        this.flags = flags(options);
        this.project = approot.map(SettingsScope::projectFile)
                .map(file -> of("project", file))
                .orElse(Map.of());
        this.machine = of("machine", options.configFile(shell));
    }

    Origin of(SettingKey key) {
        if (flags.contains(key.option())) {
            return new Origin("flag", key.option(), 0);
        }
        if (!key.variable().isEmpty() && !shell.variable(key.variable()).isEmpty()) {
            return new Origin("variable", key.variable(), 0);
        }
        return Stream.of(project, machine)
                .filter(said -> said.containsKey(key.name()))
                .findFirst()
                .map(said -> said.get(key.name()))
                .orElseGet(() -> new Origin("default", "", 0));
    }

    private static Map<String, Origin> of(String kind, Path file) {
        return SettingsFile.lines(file).entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, said -> new Origin(kind, file.toString(), said.getValue())));
    }

    private static Set<String> flags(GlobalOptions options) {
        return Stream.of(
                        options.dest.given() ? "--dest" : "",
                        options.timeout.given() ? "--timeout" : "",
                        options.lockWait.given() ? "--lock-wait" : "",
                        options.jobs.given() ? "--jobs" : "",
                        options.only.given() ? "--only" : "",
                        options.exclude.given() ? "--exclude" : "")
                .filter(flag -> !flag.isEmpty())
                .collect(Collectors.toSet());
    }
}

package io.github.ddevbak.settings;

import io.github.ddevbak.project.Part;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What holds, by the keys of the configuration files and in the forms that are written there; no secret is in it. Pure. */
public final class EffectiveValues {
    private static final String MASK = "***";

    private EffectiveValues() {}

    /** Texts, truth values, lists and maps of them; a key for which nothing holds has none. */
    public static Map<String, Object> of(Configuration configuration, ProjectSettings project) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("dest", configuration.dest().toString());
        values.put("timeout", Durations.text(configuration.timeout()));
        values.put("lock-wait", Durations.text(configuration.lockWait()));
        values.put("exclude", configuration.exclude());
        values.put("only", configuration.parts().stream().map(Part::word).toList());
        values.put("dump", configuration.dump());
        values.put("snapshot", configuration.snapshot());
        values.put("volumes", configuration.parts().contains(Part.VOLUMES));
        values.put("format", configuration.databases().format().word());
        values.put("jobs", configuration.databases().jobs());
        values.put("rescue", project.rescue());
        values.put("rescue-max", Bytes.text(project.rescueMax()));
        project.upstream().ifPresent(text -> values.put("files.upstream", text));
        values.put("files.copy", project.copy().word());
        values.put("files.copy-max", Bytes.text(project.copyMax()));
        values.put("suspect.tables", project.suspect().tables() + "%");
        values.put("suspect.rows", project.suspect().rows() + "%");
        values.put("suspect.bytes", project.suspect().bytes() + "%");
        project.keep().ifPresent(policy -> values.put("keep", policy.rules()));
        values.put("copy.after-all", configuration.copy().afterAll());
        values.put(
                "copy.repositories",
                configuration.copy().repositories().stream()
                        .map(EffectiveValues::repository)
                        .toList());
        values.put(
                "notices",
                configuration.notices().stream().map(EffectiveValues::notice).toList());
        values.put(
                "accept",
                project.accept().stream().map(EffectiveValues::acceptance).toList());
        return values;
    }

    /** Neither a password nor the command that prints it, which may hold one, nor the values of options. */
    private static Map<String, Object> repository(Repository repository) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("name", repository.name());
        fields.put("repository", repository.shown());
        secret(fields, "password", repository.password());
        secret(fields, "environment", repository.environment());
        Optional.of(repository.options())
                .filter(options -> !options.isEmpty())
                .ifPresent(options -> fields.put("options", masked(options)));
        return fields;
    }

    /** Neither an address nor what is run, in which there may be a secret. */
    private static Map<String, Object> notice(NoticeSettings notice) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("name", notice.name());
        fields.put("kind", notice.kind().word());
        fields.put("when", notice.when().word());
        secret(fields, "url", notice.url());
        secret(fields, "header", notice.header());
        if (!notice.command().isEmpty()) {
            fields.put("command", notice.shell() ? MASK : notice.command().get(0) + " " + MASK);
        }
        return fields;
    }

    private static void secret(Map<String, Object> fields, String key, Secret secret) {
        secret.file().ifPresent(file -> fields.put(key + Secret.FILE, file));
        secret.command().ifPresent(command -> fields.put(key + Secret.COMMAND, MASK));
    }

    private static List<String> masked(List<String> options) {
        return options.stream()
                .map(option -> option.replaceFirst("(?s)=.*", "=" + MASK))
                .toList();
    }

    private static Map<String, Object> acceptance(Acceptance acceptance) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("finding", acceptance.finding());
        fields.put("because", acceptance.because());
        return fields;
    }
}

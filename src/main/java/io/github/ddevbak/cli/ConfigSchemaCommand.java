package io.github.ddevbak.cli;

import io.github.ddevbak.report.Json;
import io.github.ddevbak.settings.SettingsSchema;
import io.github.ddevbak.settings.SettingsScope;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Prints the JSON schema of the configuration, for editors. */
@Command(
        name = "schema",
        description = {
            "Print the JSON schema of the configuration, by which editors complete and check it.",
            "",
            "What two keys mean together is told by 'ddevbak config validate' only.",
            ""
        })
final class ConfigSchemaCommand implements Callable<Integer> {
    private final DdevbakCommand root;

    @Option(names = "--project", description = "Of a project's own, .ddev/ddevbak.yaml.")
    boolean project;

    ConfigSchemaCommand(DdevbakCommand root) {
        this.root = root;
    }

    @Override
    public Integer call() {
        Console console = new Console(root.shell, root.options);
        Map<String, Object> schema = SettingsSchema.of(project ? SettingsScope.PROJECT : SettingsScope.MACHINE);
        console.document(
                console.json()
                        ? Json.document("config-schema")
                                .with("exitCode", ExitCode.OK.number())
                                .with("document", schema)
                        : Json.foreign(schema));
        return ExitCode.OK.number();
    }
}

package io.github.ddevbak.cli;

import io.github.ddevbak.cli.option.Flag;
import io.github.ddevbak.report.Json;
import io.github.ddevbak.settings.SettingsSchema;
import io.github.ddevbak.settings.SettingsScope;
import java.util.Map;

/** Prints the JSON schema of the configuration, for editors. */
final class ConfigSchemaCommand extends Command {
    private final Flag project = declaration.flag("--project", "Of a project's own, .ddev/ddevbak.yaml.");

    ConfigSchemaCommand(DdevbakCommand root) {
        super(
                root,
                "schema",
                "Print the JSON schema of the configuration, by which editors complete and check it.",
                "",
                "What two keys mean together is told by 'ddevbak config validate' only.",
                "");
    }

    @Override
    public Integer call() {
        Console console = root.console();
        Map<String, Object> schema = SettingsSchema.of(project.given() ? SettingsScope.PROJECT : SettingsScope.MACHINE);
        console.document(
                console.json()
                        ? Json.document("config-schema")
                                .with("exitCode", ExitCode.OK.number())
                                .with("document", schema)
                        : Json.foreign(schema));
        return ExitCode.OK.number();
    }
}

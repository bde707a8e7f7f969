package io.github.ddevbak.cli;

import java.util.List;

/** The commands about the configuration files. */
final class ConfigCommand {
    /** What the help says of it. */
    static final String SUMMARY =
            "Write a commented configuration, show what holds and from where, check it: init, show, validate, schema.";

    private ConfigCommand() {}

    static Command of(DdevbakCommand root) {
        return new CommandGroup(
                root,
                "say what about the configuration: init, show, validate or schema",
                List.of(
                        new ConfigInitCommand(root),
                        new ConfigShowCommand(root),
                        new ConfigValidateCommand(root),
                        new ConfigSchemaCommand(root)),
                "config",
                SUMMARY,
                "");
    }
}

package io.github.ddevbak.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The commands about the configuration files. */
@Command(
        name = "config",
        description = {ConfigCommand.SUMMARY, ""})
final class ConfigCommand implements Runnable {
    /** What the help says of it. */
    static final String SUMMARY =
            "Write a commented configuration, show what holds and from where, check it: init, show, validate, schema.";

    @Spec
    CommandSpec spec = CommandSpec.create();

    private ConfigCommand() {}

    static CommandLine line(DdevbakCommand root) {
        return new CommandLine(new ConfigCommand())
                .addSubcommand("init", new ConfigInitCommand(root))
                .addSubcommand("show", new ConfigShowCommand(root))
                .addSubcommand("validate", new ConfigValidateCommand(root))
                .addSubcommand("schema", new ConfigSchemaCommand(root));
    }

    @Override
    public void run() {
        throw new CommandLine.ParameterException(
                spec.commandLine(), "say what about the configuration: init, show, validate or schema");
    }
}

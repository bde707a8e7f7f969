package io.github.ddevbak.cli;

import io.github.ddevbak.cli.option.Declaration;

/** The commands about the configuration files. */
final class ConfigCommand implements Command {
    /** What the help says of it. */
    static final String SUMMARY =
            "Write a commented configuration, show what holds and from where, check it: init, show, validate, schema.";

    private final Declaration declaration = new Declaration(this, "config", SUMMARY, "");

    ConfigCommand(DdevbakCommand root) {
        declaration.add(new ConfigInitCommand(root).declaration());
        declaration.add(new ConfigShowCommand(root).declaration());
        declaration.add(new ConfigValidateCommand(root).declaration());
        declaration.add(new ConfigSchemaCommand(root).declaration());
    }

    @Override
    public Declaration declaration() {
        return declaration;
    }

    @Override
    public Integer call() {
        throw declaration.refusal("say what about the configuration: init, show, validate or schema");
    }
}

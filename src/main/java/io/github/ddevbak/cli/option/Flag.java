package io.github.ddevbak.cli.option;

import java.util.Optional;
import picocli.CommandLine.Model.ArgSpec;

/** An option without a value: it is given or not. */
public final class Flag {
    private final ArgSpec declared;

    Flag(ArgSpec declared) {
        this.declared = declared;
    }

    public boolean given() {
        return Optional.<Boolean>ofNullable(declared.getValue()).orElse(false);
    }
}

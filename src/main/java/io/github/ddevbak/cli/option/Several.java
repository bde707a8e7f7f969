package io.github.ddevbak.cli.option;

import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.ArgSpec;

/** An option or argument that may be given several times. */
public final class Several<T> {
    private final ArgSpec declared;

    Several(ArgSpec declared) {
        this.declared = declared;
    }

    /** Everything said, in its order; empty where nothing was. */
    public List<T> all() {
        return Optional.<List<T>>ofNullable(declared.getValue()).orElse(List.of());
    }

    public boolean given() {
        return !all().isEmpty();
    }
}

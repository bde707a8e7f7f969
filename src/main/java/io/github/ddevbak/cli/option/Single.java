package io.github.ddevbak.cli.option;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.ArgSpec;

/** An option or argument that may be said once. */
public final class Single<T> {
    private final ArgSpec declared;

    Single(ArgSpec declared) {
        this.declared = declared;
    }

    public boolean given() {
        return orNull() != null;
    }

    /** What was said, where it was. */
    public T value() {
        return said().orElseThrow();
    }

    public T or(T otherwise) {
        return said().orElse(otherwise);
    }

    public Optional<T> said() {
        return Optional.ofNullable(orNull());
    }

    public @Nullable T orNull() {
        return declared.getValue();
    }
}

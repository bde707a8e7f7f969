package io.github.ddevbak.recovery;

import io.github.ddevbak.project.Part;
import io.github.ddevbak.store.SetName;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What the user wants put back.
 *
 * @param parts the parts
 * @param set from which set; {@code latest} is judged part by part
 * @param databases only these; empty for every one of the set
 * @param snapshot whether databases come from ddev's snapshot, and not from the dumps
 * @param as the name of the project to put it into; empty for the project itself
 * @param into the folder of that project, or the one below which every project goes; empty where it was before
 * @param safetyCopy whether the present state is saved first
 */
public record RestoreWish(
        Set<Part> parts,
        SetName set,
        Set<String> databases,
        boolean snapshot,
        Optional<String> as,
        Optional<Path> into,
        boolean safetyCopy) {
    public RestoreWish {
        parts = parts.isEmpty() ? EnumSet.noneOf(Part.class) : EnumSet.copyOf(parts);
        databases = new TreeSet<>(databases);
    }
}

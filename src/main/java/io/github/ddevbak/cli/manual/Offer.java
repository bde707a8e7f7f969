package io.github.ddevbak.cli.manual;

import java.util.List;

/**
 * An option, or a word that is none.
 *
 * @param names of the option, the short one first; empty for a word that is none
 * @param label what stands for its value in the usage; empty where it takes none
 * @param about what it does
 * @param repeated whether it may be said more than once
 */
public record Offer(List<String> names, String label, String about, Value value, boolean repeated) {
    public Offer {
        names = List.copyOf(names);
    }
}

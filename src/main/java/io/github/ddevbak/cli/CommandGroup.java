package io.github.ddevbak.cli;

import java.util.List;

/** A word behind which others are said, and which is nothing without them. */
final class CommandGroup extends Command {
    private final String missing;

    /** @param missing what is told to one who says this word alone */
    CommandGroup(DdevbakCommand root, String missing, List<? extends Command> below, String name, String... about) {
        super(root, name, about);
        this.missing = missing;
        below.forEach(command -> declaration.add(command.declaration));
    }

    @Override
    public Integer call() {
        throw declaration.refusal(missing);
    }
}

package io.github.ddevbak.cli;

import io.github.ddevbak.cli.option.Declaration;
import java.util.concurrent.Callable;

/** What a user can say: how it is declared, and what it does, which ends in an exit code. */
abstract class Command implements Callable<Integer> {
    final DdevbakCommand root;
    final Declaration declaration;

    /** @param about lines of the help, of which the first says it in short */
    Command(DdevbakCommand root, String name, String... about) {
        this.root = root;
        this.declaration = new Declaration(this, name, about);
    }
}

package io.github.ddevbak.cli;

import io.github.ddevbak.cli.option.Declaration;
import java.util.concurrent.Callable;

/** What a user can say: its declaration, and what it does, which ends in an exit code. */
interface Command extends Callable<Integer> {
    Declaration declaration();
}
